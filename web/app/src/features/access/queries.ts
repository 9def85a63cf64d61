import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { isSessionExpired } from '../../api/ApiError.ts';
import { api } from '../../api/client.ts';
import type { Credentials, Me, NewAccount, Preflight, ProjectBasic, UserBasic } from './wire.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/api/users/@me/', { signal }),
  staleTime: 5 * 60_000,
});

export const preflightQuery = queryOptions({
  queryKey: ['preflight'],
  queryFn: ({ signal }) => api.get<Preflight>('/_preflight/', { signal }),
});

export function projectQuery(projectId: number) {
  return queryOptions({
    queryKey: ['project', projectId],
    queryFn: ({ signal }) => api.get<ProjectBasic>(`/api/projects/${projectId}/`, { signal }),
  });
}

/** Who is signed in; routes behind the sign-in have it loaded. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** All projects of the current organization. */
export function useProjects(): ProjectBasic[] {
  const me = useMe();
  return me.organization?.teams ?? (me.team ? [me.team] : []);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post('/api/login/', credentials),
    onSuccess: () => client.clear(),
  });
}

export function useSignUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: NewAccount) => api.post<UserBasic>('/api/signup/', account),
    onSuccess: () => client.clear(),
  });
}

export function useSetCurrentProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (projectId: number) => api.patch<Me>('/api/users/@me/', { set_current_team: projectId }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
}

/** Ends the session, and leaves nothing of it in this page: the browser loads the sign-in page anew. */
export async function signOut(): Promise<void> {
  try {
    await api.post('/logout');
  } catch (error) {
    // Redirected to the sign-in page: that is how the end of a session looks.
    if (!(error instanceof Error && isSessionExpired(error))) {
      throw error;
    }
  }
  window.location.assign('/login');
}
