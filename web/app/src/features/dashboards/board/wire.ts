import type { UserBasic } from '../../access/wire.ts';
import type { Answered, BreakdownColor } from '../../insights/results/wire.ts';
import type { DashboardBasic } from '../wire.ts';

export interface PropertyFilter {
  key: string;
  type: string;
  operator?: string;
  value?: unknown;
}

/** What a dashboard narrows its insights down to. */
export interface Filters {
  date_from?: string | null;
  date_to?: string | null;
  explicitDate?: boolean | null;
  properties?: PropertyFilter[] | null;
  [other: string]: unknown;
}

/** An insight as a tile shows it: what it asks under the filters of the dashboard, and the answer. */
export interface TileInsight extends Answered {
  id: number;
  short_id: string;
  name: string | null;
  derived_name: string | null;
  description: string | null;
  cache_target_age: string | null;
  /** From when on a page that is looked at has it computed anew. */
  next_allowed_client_refresh: string | null;
  is_cached: boolean;
  query_status: { error?: boolean; error_message?: string | null } | null;
}

export interface TileText {
  id: number;
  body: string | null;
  created_by: UserBasic | null;
}

export interface WireTile {
  id: number;
  layouts: Record<string, unknown> | null;
  color: string | null;
  filters_overrides: Filters | null;
  show_description: boolean | null;
  transparent_background: boolean | null;
  insight: TileInsight | null;
  text: TileText | null;
}

export interface FullDashboard extends DashboardBasic {
  persisted_filters: Filters | null;
  breakdown_colors: BreakdownColor[] | null;
  tiles: WireTile[];
}
