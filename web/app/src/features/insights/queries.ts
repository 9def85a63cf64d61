import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import type { Page } from '../../api/page.ts';
import { dashboardKeys } from '../dashboards/queries.ts';
import type { Insight, InsightChange } from './wire.ts';

const AT_ONCE = 500;

export const insightKeys = {
  all: (projectId: number) => ['project', projectId, 'insights'] as const,
  list: (projectId: number) => [...insightKeys.all(projectId), 'list'] as const,
  one: (projectId: number, shortId: string) => [...insightKeys.all(projectId), shortId] as const,
};

/** All saved insights of a project: searching and sorting them then takes no time. */
export function insightsQuery(projectId: number) {
  return queryOptions({
    queryKey: insightKeys.list(projectId),
    queryFn: async ({ signal }) => {
      const all: Insight[] = [];
      for (;;) {
        const page = await api.get<Page<Insight>>(path(projectId), {
          query: { basic: true, saved: true, limit: AT_ONCE, offset: all.length },
          signal,
        });
        all.push(...page.results);
        if (page.next === null || page.results.length === 0) {
          return all;
        }
      }
    },
  });
}

/** One insight, asked for anew whenever its page opens: boards and other people change it too. */
export function insightQuery(projectId: number, shortId: string) {
  return queryOptions({
    queryKey: insightKeys.one(projectId, shortId),
    queryFn: ({ signal }) =>
      api.get<Insight>(`${path(projectId)}${encodeURIComponent(shortId)}/`, {
        query: { basic: true },
        signal,
      }),
    staleTime: 0,
  });
}

/** The dashboards that an insight is on at this moment: a change replaces them all, so it must not build on what was read before. */
export async function dashboardsOf(projectId: number, insightId: number): Promise<number[]> {
  const { dashboards } = await api.get<Insight>(`${path(projectId)}${insightId}/`, {
    query: { basic: true },
  });
  return dashboards;
}

/** Tells the server that the user looks at an insight, for what was viewed last; a failure is no reason to disturb. */
export function useMarkViewed(projectId: number, insightId: number | undefined): void {
  useEffect(() => {
    if (insightId !== undefined) {
      api.post(`${path(projectId)}viewed/`, { insight_ids: [insightId] }).catch(() => {});
    }
  }, [projectId, insightId]);
}

export function useCreateInsight(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (insight: InsightChange) => api.post<Insight>(path(projectId), insight),
    onSuccess: (insight) => changed(client, projectId, insight),
  });
}

/** Changes an insight; the answer is what pages show from then on. */
export function useChangeInsight(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ insight, change }: { insight: Pick<Insight, 'id'>; change: InsightChange }) =>
      api.patch<Insight>(`${path(projectId)}${insight.id}/`, change),
    onSuccess: (insight, { change }) => changed(client, projectId, insight, change.deleted),
  });
}

function changed(client: QueryClient, projectId: number, insight: Insight, deleted = false): void {
  const queryKey = insightKeys.one(projectId, insight.short_id);
  if (deleted) {
    client.removeQueries({ queryKey });
  } else {
    client.setQueryData(queryKey, insight);
  }
  void client.invalidateQueries({ queryKey: insightKeys.list(projectId) });
  void client.invalidateQueries({ queryKey: dashboardKeys.all(projectId) });
}

function path(projectId: number): string {
  return `/api/projects/${projectId}/insights/`;
}
