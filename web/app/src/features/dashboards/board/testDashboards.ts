import type { FakeServer } from '../../../testing/fakeServer.ts';
import { signedInServer } from '../../../testing/renderApp.tsx';
import { dashboard as basic } from '../../../testing/samples.ts';
import type { Filters, FullDashboard, TileInsight, WireTile } from './wire.ts';

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
    next_allowed_client_refresh: null,
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

type BoardChange = Partial<Pick<FullDashboard, 'name' | 'pinned'>> & {
  filters?: Filters;
  tiles?: (Partial<WireTile> & { deleted?: boolean })[];
};

/** What a change makes of a dashboard on the server; tiles that go are kept in `removed`. */
function changed(
  dashboard: FullDashboard,
  { filters, tiles = [], ...fields }: BoardChange,
  removed: Map<number, WireTile>,
): FullDashboard {
  const all = new Map(dashboard.tiles.map((tile) => [tile.id, tile]));
  for (const { deleted, ...item } of tiles) {
    const id = item.id ?? 1_000 + all.size + removed.size + 2;
    const before = all.get(id) ?? removed.get(id) ?? textTile(id, '');
    const text = item.text
      ? { ...item.text, id: id + 100, body: item.text.body?.trim() ?? null }
      : before.text;
    const after = { ...before, ...item, id, text };
    (deleted ? removed : all).set(id, after);
    if (deleted) {
      all.delete(id);
    }
  }
  return {
    ...dashboard,
    ...fields,
    persisted_filters: filters ?? dashboard.persisted_filters,
    tiles: [...all.values()],
  };
}

/** A server that keeps dashboards as the real one does, and computes 101 for insight 1. */
export function serving(...dashboards: FullDashboard[]): FakeServer {
  const server = signedInServer();
  for (const first of dashboards) {
    keep(server, first);
  }
  return server;
}

function keep(server: FakeServer, first: FullDashboard): void {
  const path = `/api/projects/1/dashboards/${first.id}/`;
  let dashboard = first;
  const removed = new Map<number, WireTile>();
  server.on(`GET ${path}`, () => ({ json: dashboard }));
  server.on(`PATCH ${path}`, ({ body }) => {
    dashboard = changed(dashboard, body as BoardChange, removed);
    return { json: dashboard };
  });
  for (const { insight } of first.tiles) {
    if (insight) {
      server.on(`GET /api/projects/1/insights/${insight.id}/`, {
        json: number(insight.id, 100 + insight.id),
      });
    }
  }
}
