import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

const POLL = 2_000;

interface TrendsAnswer {
  results: { count: number }[];
}

/** How many events a project got in the last 24 hours, asked again and again. */
export function recentEventsQuery(projectId: number) {
  return queryOptions({
    queryKey: ['project', projectId, 'recent-events'],
    queryFn: async ({ signal }) => {
      const answer = await api.post<TrendsAnswer>(
        `/api/projects/${projectId}/query/`,
        { query: RECENT, refresh: 'force_blocking' },
        { signal },
      );
      return answer.results[0]?.count ?? 0;
    },
    refetchInterval: POLL,
    retry: false,
  });
}

const RECENT = {
  kind: 'TrendsQuery',
  series: [{ kind: 'EventsNode', event: null, math: 'total' }],
  interval: 'hour',
  dateRange: { date_from: '-24h' },
};
