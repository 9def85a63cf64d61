import {
  keepPreviousData,
  type QueryClient,
  type QueryFunctionContext,
  queryOptions,
} from '@tanstack/react-query';
import { same } from '@tessera/board-model';
import { ApiError } from '../../../api/ApiError.ts';
import { api } from '../../../api/client.ts';
import { isWorthRepeating } from '../../../api/queryClient.ts';
import { dashboardKeys } from '../queries.ts';
import { filtersKey, overlaid, overrideOf } from './filters.ts';
import { limit } from './limit.ts';
import { boardMessages as messages } from './messages.ts';
import type { Filters, FullDashboard, TileInsight } from './wire.ts';

/** Enough to keep the server busy, few enough that the first answers come soon. */
const AT_ONCE = 4;
const inTurn = limit(AT_ONCE);

interface BoardPlace {
  projectId: number;
  boardId: number;
}

/**
 * A dashboard with whatever of its answers the server has at hand: nothing is computed, so that all tiles can be shown
 * at once. The answers go to the queries of the tiles.
 */
export function boardQuery(
  { projectId, boardId }: BoardPlace,
  override: Filters | undefined,
  client: QueryClient,
) {
  return queryOptions({
    queryKey: dashboardKeys.one(projectId, boardId),
    queryFn: async ({ signal }) => {
      const dashboard = await api.get<FullDashboard>(`/api/projects/${projectId}/dashboards/${boardId}/`, {
        query: { filters_override: override && JSON.stringify(override) },
        signal,
      });
      const filters = overlaid(dashboard.persisted_filters ?? {}, override);
      for (const { insight, ...tile } of dashboard.tiles) {
        if (insight && 'query' in insight && !('error' in tile)) {
          keepNewer(client, tileKey({ projectId, boardId, insightId: insight.id }, filters), insight);
        }
      }
      return dashboard;
    },
  });
}

interface TilePlace extends BoardPlace {
  insightId: number;
}

export function tileKey({ projectId, boardId, insightId }: TilePlace, filters: Filters) {
  return [...dashboardKeys.one(projectId, boardId), 'tile', insightId, filtersKey(filters)] as const;
}

/**
 * The answer of an insight on a board, computed when the server has none that is fresh, or when the one that is shown is
 * so old that the server would have it computed anew.
 */
export function tileQuery(place: TilePlace, filters: Filters, saved: () => Filters) {
  const queryKey = tileKey(place, filters);
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) => {
      const isDue = dueIn(client.getQueryData<TileInsight>(queryKey)) === 0;
      return ask(place, filters, saved(), isDue ? 'force_blocking' : 'blocking', signal);
    },
    staleTime: (query) => freshFor(query.state.data, query.state.dataUpdatedAt),
    placeholderData: keepPreviousData,
    retry: isWorthRepeating,
    gcTime: 10 * 60_000,
  });
}

/** The same, computed anew. */
export function forcedTileQuery(place: TilePlace, filters: Filters, saved: () => Filters) {
  return {
    queryKey: tileKey(place, filters),
    queryFn: ({ signal }: QueryFunctionContext) => ask(place, filters, saved(), 'force_blocking', signal),
    staleTime: 0,
    retry: isWorthRepeating,
  };
}

function ask(
  { projectId, boardId, insightId }: TilePlace,
  filters: Filters,
  saved: Filters,
  refresh: 'blocking' | 'force_blocking',
  signal: AbortSignal,
): Promise<TileInsight> {
  const override = overrideOf(saved, filters);
  return inTurn(async () => {
    const insight = await api.get<TileInsight>(`/api/projects/${projectId}/insights/${insightId}/`, {
      query: { refresh, from_dashboard: boardId, filters_override: override && JSON.stringify(override) },
      signal,
    });
    if (insight.query_status?.error) {
      throw failureOf(insight.query_status.error_message);
    }
    return insight;
  }, signal);
}

/** How long an answer is good for from the moment it came; nothing was answered when there is no result. */
export function freshFor(insight: TileInsight | undefined, since: number): number {
  if (!insight || (insight.result === null && insight.last_refresh === null && insight.query !== null)) {
    return 0;
  }
  return insight.cache_target_age === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, Date.parse(insight.cache_target_age) - since);
}

/** Milliseconds until an answer may be computed anew without being asked to; null when it will never change. */
export function dueIn(insight: TileInsight | undefined): number | null {
  return insight?.next_allowed_client_refresh && insight.cache_target_age !== null
    ? Math.max(0, Date.parse(insight.next_allowed_client_refresh) - Date.now())
    : null;
}

const BUSY = 'concurrency_limit_exceeded';

function failureOf(message: string | null | undefined): ApiError {
  return message === BUSY
    ? new ApiError(503, 'server_error', BUSY, messages.busy, null)
    : new ApiError(500, 'server_error', 'error', message ?? messages.failedText, null);
}

/** Takes an answer that came with the board, unless a later one is there; what nobody has answered yet is asked anew. */
function keepNewer(client: QueryClient, key: readonly unknown[], insight: TileInsight): void {
  const before = client.getQueryData<TileInsight>(key);
  const isNewer = Date.parse(insight.last_refresh ?? '') > Date.parse(before?.last_refresh ?? '');
  if (!before || isNewer || !same(before.query, insight.query)) {
    client.setQueryData(key, insight);
    if (before) {
      void client.invalidateQueries({ queryKey: key });
    }
  }
}
