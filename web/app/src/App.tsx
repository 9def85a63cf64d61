import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { Toaster } from '@tessera/ui';
import { type ApiError, isSessionExpired } from './api/ApiError.ts';
import { createQueryClient } from './api/queryClient.ts';
import { shellMessages } from './features/shell/messages.ts';
import { createAppRouter } from './router.tsx';

type AppRouter = ReturnType<typeof createAppRouter>;

export interface Application {
  queryClient: QueryClient;
  router: AppRouter;
}

/** The application, with nothing in its cache; `history` is for tests, which have no address bar. */
export function createApplication(history?: RouterHistory): Application {
  const queryClient = createQueryClient((error) => goToSignIn(router, error));
  const router: AppRouter = createAppRouter(queryClient, history);
  return { queryClient, router };
}

export function App({ queryClient, router }: Application) {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toaster label={shellMessages.notifications} closeLabel={shellMessages.close} />
    </QueryClientProvider>
  );
}

/** Whoever is not signed in (any more) signs in, and is brought back to where they are now. */
function goToSignIn(router: AppRouter, error: ApiError): void {
  const { pathname, href } = router.state.location;
  if (pathname !== '/login' && pathname !== '/signup') {
    void router.navigate({ to: '/login', search: { next: href, expired: isSessionExpired(error) } });
  }
}
