import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './ApiError.ts';

/** The cache of server state. `onUnauthorized` is called when an answer says that nobody is signed in (any more). */
export function createQueryClient(onUnauthorized: (error: ApiError) => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) {
      onUnauthorized(error);
    }
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: isWorthRepeating },
    },
  });
}

/** Only what may go better the next time: no answer, or a server in trouble. Who has waited long is told so at once. */
export function isWorthRepeating(failures: number, error: Error): boolean {
  return (
    failures < 2 &&
    error instanceof ApiError &&
    error.code !== 'timeout' &&
    (error.status === 0 || error.status >= 502)
  );
}
