import type { JsonObject } from '@tessera/query-model';
import type { UserBasic } from '../access/wire.ts';
import type { TrendResult } from './results/wire.ts';

/** An insight without its result. */
export interface Insight {
  id: number;
  short_id: string;
  name: string | null;
  derived_name: string | null;
  description: string | null;
  query: JsonObject | null;
  dashboards: number[];
  tags: string[];
  saved: boolean;
  favorited: boolean;
  created_at: string;
  created_by: UserBasic | null;
  last_modified_at: string;
  last_viewed_at: string | null;
  user_access_level: string | null;
}

export type InsightChange = Partial<
  Pick<Insight, 'name' | 'derived_name' | 'description' | 'query' | 'dashboards' | 'saved' | 'favorited'>
> & { deleted?: boolean };

export interface TrendAnswer {
  results: TrendResult[];
  hasMore: boolean | null;
  resolved_date_range: { date_from: string; date_to: string } | null;
  is_cached: boolean;
  last_refresh: string;
  timezone: string;
}
