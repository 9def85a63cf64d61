import type { JsonObject } from '@tessera/query-model';
import { signedInServer } from '../../testing/renderApp.tsx';
import { dashboard } from '../../testing/samples.ts';
import type { Insight, TrendAnswer } from './wire.ts';

export function insight(id: number, name: string, change: Partial<Insight> = {}): Insight {
  return {
    id,
    short_id: `short${id}`,
    name,
    derived_name: null,
    description: '',
    query: {
      kind: 'InsightVizNode',
      source: { kind: 'TrendsQuery', series: [{ kind: 'EventsNode', event: 'paid' }] },
    },
    dashboards: [],
    tags: [],
    saved: true,
    favorited: false,
    created_at: '2026-01-01T00:00:00Z',
    created_by: null,
    last_modified_at: '2026-01-01T00:00:00Z',
    last_viewed_at: null,
    user_access_level: 'editor',
    ...change,
  };
}

/** An answer in which nothing was counted. */
export function nothingCounted(): TrendAnswer {
  return {
    results: [{ label: 'paid', data: [0, 0], days: ['2026-01-01', '2026-01-02'], count: 0, order: 0 }],
    hasMore: false,
    resolved_date_range: null,
    is_cached: false,
    last_refresh: '2026-01-02T00:00:00Z',
    timezone: 'UTC',
  };
}

/** A fake server that knows two events, one property, and one dashboard, and counts nothing. */
export function insightServer() {
  const server = signedInServer();
  const page = (results: unknown[]) => ({
    json: { count: results.length, next: null, previous: null, results },
  });
  server.on('POST /api/projects/1/query/', { json: nothingCounted() });
  server.on('GET /api/projects/1/event_definitions/', ({ query }) =>
    page(
      ['paid', 'visited']
        .filter((it) => it.includes(query.get('search') ?? ''))
        .map((name) => ({ id: name, name, last_seen_at: null })),
    ),
  );
  server.on(
    'GET /api/projects/1/property_definitions/',
    page([{ id: 'plan', name: 'plan', property_type: 'String' }]),
  );
  server.on('GET /api/projects/1/dashboards/', page([dashboard(7, 'Growth')]));
  server.on('POST /api/projects/1/insights/', ({ body }) => {
    const made = { ...insight(3, ''), ...(body as Partial<Insight>) };
    server.on('GET /api/projects/1/insights/short3/', { json: made });
    return { status: 201, json: made };
  });
  return server;
}

/** The query in the last request for an answer. */
export function lastQuery(server: ReturnType<typeof signedInServer>): JsonObject {
  const body = server.last('POST /api/projects/1/query/')?.body as { query: JsonObject } | undefined;
  return body?.query ?? {};
}
