import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Page } from '../../api/page.ts';
import type { EventDefinition } from '../insights/wire.ts';

const POLL = 2_000;

interface TrendsAnswer {
  results: { count: number; breakdown_value?: string }[];
}

/** The events that a project got lately. */
export interface RecentEvents {
  count: number;
  /** How many came from each library, as it names itself; null from programs that name none. */
  libraries: { name: string | null; count: number }[];
  /** The names of events that came last, the latest first. */
  latest: { name: string; seenAt: string | null }[];
}

const LATEST = 5;

/** The value of a breakdown for events without the property. */
const NONE = '$$_posthog_breakdown_null_$$';

/** What a project got in the last 24 hours, asked again and again. */
export function recentEventsQuery(projectId: number) {
  return queryOptions({
    queryKey: ['project', projectId, 'recent-events'],
    queryFn: async ({ signal }): Promise<RecentEvents> => {
      const { results } = await api.post<TrendsAnswer>(
        `/api/projects/${projectId}/query/`,
        { query: RECENT, refresh: 'force_blocking' },
        { signal },
      );
      return {
        count: results.reduce((sum, { count }) => sum + count, 0),
        libraries: results
          .filter(({ count }) => count > 0)
          .map(({ breakdown_value, count }) => ({ name: libraryName(breakdown_value), count })),
        latest: results.some(({ count }) => count > 0) ? await latest(projectId, signal) : [],
      };
    },
    refetchInterval: POLL,
    retry: false,
  });
}

/** Asked after the query: what the query has counted has its definition. */
async function latest(projectId: number, signal: AbortSignal): Promise<RecentEvents['latest']> {
  const { results } = await api.get<Page<EventDefinition>>(`/api/projects/${projectId}/event_definitions/`, {
    query: { ordering: '-last_seen_at', limit: LATEST },
    signal,
  });
  return results.map(({ name, last_seen_at }) => ({ name, seenAt: last_seen_at }));
}

function libraryName(value: string | undefined): string | null {
  return value === undefined || value === NONE ? null : value;
}

const RECENT = {
  kind: 'TrendsQuery',
  series: [{ kind: 'EventsNode', event: null, math: 'total' }],
  interval: 'hour',
  dateRange: { date_from: '-24h' },
  breakdownFilter: { breakdown: '$lib', breakdown_type: 'event' },
};
