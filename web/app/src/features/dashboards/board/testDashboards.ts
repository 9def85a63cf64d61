import { dashboard as basic } from '../../../testing/samples.ts';
import type { FullDashboard, TileInsight, WireTile } from './wire.ts';

/** Dashboards on the wire, for tests. */
export function fullDashboard(tiles: WireTile[], change: Partial<FullDashboard> = {}): FullDashboard {
  return { ...basic(7, 'Growth'), persisted_filters: null, breakdown_colors: [], tiles, ...change };
}

export function insightTile(
  id: number,
  insight: Partial<TileInsight>,
  change: Partial<WireTile> = {},
): WireTile {
  return { ...emptyTile(id), insight: { ...number(id, null), ...insight }, ...change };
}

export function textTile(id: number, body: string, change: Partial<WireTile> = {}): WireTile {
  const author = {
    id: 5,
    uuid: 'u',
    distinct_id: 'd',
    first_name: 'Grace',
    last_name: '',
    email: 'g@example.com',
  };
  return { ...emptyTile(id), text: { id: id + 100, body, created_by: author }, ...change };
}

/** An insight that is a number; null when nobody has computed it yet. */
export function number(id: number, value: number | null, change: Partial<TileInsight> = {}): TileInsight {
  const now = new Date().toISOString();
  return {
    id,
    short_id: `short${id}`,
    name: `Insight ${id}`,
    derived_name: null,
    description: null,
    query: {
      kind: 'InsightVizNode',
      source: { kind: 'TrendsQuery', trendsFilter: { display: 'BoldNumber' } },
    },
    result: value === null ? null : [{ label: 'signed up', data: [], count: 0, aggregated_value: value }],
    last_refresh: value === null ? null : now,
    cache_target_age: value === null ? null : new Date(Date.now() + 3_600_000).toISOString(),
    resolved_date_range: null,
    timezone: 'UTC',
    is_cached: value !== null,
    query_status: null,
    ...change,
  };
}

function emptyTile(id: number): WireTile {
  return {
    id,
    layouts: {},
    color: null,
    filters_overrides: {},
    show_description: null,
    transparent_background: null,
    insight: null,
    text: null,
  };
}
