import 'virtual:tessera-tokens.css';
import '@tessera/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toaster } from '@tessera/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/queryClient.ts';
import { shellMessages } from './features/shell/messages.ts';
import { createAppRouter, isExpired } from './router.tsx';

const queryClient = createQueryClient((error) => {
  const { pathname, href } = router.state.location;
  if (pathname !== '/login' && pathname !== '/signup') {
    void router.navigate({ to: '/login', search: { next: href, expired: isExpired(error) } });
  }
});
const router = createAppRouter(queryClient);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toaster label={shellMessages.notifications} closeLabel={shellMessages.close} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
