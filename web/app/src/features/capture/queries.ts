import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** How often a page asks that waits for something, and one that has seen it. */
export const POLL = { waiting: 2_000, counting: 10_000 } as const;

interface TrendsAnswer {
  results: { count: number; breakdown_value?: string }[];
}

/** The events that a project got lately. */
export interface RecentEvents {
  count: number;
  /** How many came from each library, as it names itself; null from programs that name none. */
  libraries: { name: string | null; count: number }[];
}

/** The value of a breakdown for events without the property. */
const NONE = '$$_posthog_breakdown_null_$$';

/** What a project got in the last 24 hours. */
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
      };
    },
    retry: false,
  });
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
