import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Page } from '../../api/page.ts';
import type { DashboardBasic, NewDashboard } from './wire.ts';

const AT_ONCE = 500;

export const dashboardKeys = {
  all: (projectId: number) => ['project', projectId, 'dashboards'] as const,
  list: (projectId: number) => [...dashboardKeys.all(projectId), 'list'] as const,
  one: (projectId: number, id: number) => [...dashboardKeys.all(projectId), id] as const,
};

/** All dashboards of a project: searching and sorting them then takes no time. */
export function dashboardsQuery(projectId: number) {
  return queryOptions({
    queryKey: dashboardKeys.list(projectId),
    queryFn: async ({ signal }) => {
      const all: DashboardBasic[] = [];
      for (;;) {
        const page = await api.get<Page<DashboardBasic>>(path(projectId), {
          query: { limit: AT_ONCE, offset: all.length },
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

export function useCreateDashboard(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dashboard: NewDashboard) => api.post<DashboardBasic>(path(projectId), dashboard),
    onSuccess: () => client.invalidateQueries({ queryKey: dashboardKeys.list(projectId) }),
  });
}

export type DashboardChange = { id: number } & Partial<
  Pick<DashboardBasic, 'name' | 'description' | 'pinned' | 'deleted' | 'tags'>
>;

/** Changes a dashboard in the list at once, and takes it back when the server refuses. */
export function useChangeDashboard(projectId: number) {
  const client = useQueryClient();
  const key = dashboardKeys.list(projectId);
  return useMutation({
    mutationFn: ({ id, ...fields }: DashboardChange) =>
      api.patch<DashboardBasic>(`${path(projectId)}${id}/`, fields),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<DashboardBasic[]>(key);
      applyToList(client, projectId, change);
      return { before };
    },
    onError: (_error, _change, context) => client.setQueryData(key, context?.before),
    onSettled: (_answer, _error, { id }) => {
      // Read anew when it is opened; one that was just deleted must not be.
      const one = { queryKey: dashboardKeys.one(projectId, id), exact: true, refetchType: 'none' } as const;
      void client.invalidateQueries(one);
      return client.invalidateQueries({ queryKey: key });
    },
  });
}

function applyToList(client: QueryClient, projectId: number, change: DashboardChange): void {
  client.setQueryData<DashboardBasic[]>(dashboardKeys.list(projectId), (list) =>
    list?.map((it) => (it.id === change.id ? { ...it, ...change } : it)).filter((it) => !it.deleted),
  );
}

function path(projectId: number): string {
  return `/api/projects/${projectId}/dashboards/`;
}
