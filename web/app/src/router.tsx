import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { ApiError, isSessionExpired } from './api/ApiError.ts';
import { meQuery, preflightQuery } from './features/access/queries.ts';
import { boardSearch } from './features/dashboards/board/search.ts';
import { FailedPage } from './features/shell/FailedPage.tsx';
import { NotFoundPage } from './features/shell/NotFoundPage.tsx';
import { PendingPage } from './features/shell/PendingPage.tsx';

interface Context {
  queryClient: QueryClient;
}

interface SignInSearch {
  /** Where to go on after signing in. */
  next?: string;
  /** Whether there was a session, which is over. */
  expired?: boolean;
}

/** What an editor of insights shows. */
interface DraftSearch {
  /** A draft, packed. */
  q?: string;
  /** The dashboard that the insight is for. */
  dashboard?: number;
}

/** In place of a page without the shell, which has the main part of the others. */
function FailedOutside(props: ErrorComponentProps) {
  return (
    <main>
      <FailedPage {...props} />
    </main>
  );
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <NotFoundPage />
    </main>
  ),
  errorComponent: FailedOutside,
});

const login = createRoute({
  getParentRoute: () => root,
  path: 'login',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    if (!(await context.queryClient.ensureQueryData(preflightQuery)).initiated) {
      throw redirect({ to: '/signup', search });
    }
  },
  errorComponent: FailedOutside,
  component: lazyRouteComponent(() => import('./features/access/SignInPage.tsx'), 'SignInPage'),
});

const signup = createRoute({
  getParentRoute: () => root,
  path: 'signup',
  validateSearch: signInSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(preflightQuery),
  errorComponent: FailedOutside,
  component: lazyRouteComponent(() => import('./features/access/SignUpPage.tsx'), 'SignUpPage'),
});

/** Everything that only shows to those who are signed in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        throw redirect({ to: '/login', search: { next: location.href, expired: isSessionExpired(error) } });
      }
      throw error;
    }
  },
  errorComponent: FailedOutside,
  component: lazyRouteComponent(() => import('./features/shell/Shell.tsx'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { team } = await context.queryClient.ensureQueryData(meQuery);
    if (team) {
      throw redirect({ to: '/project/$projectId/dashboards', params: { projectId: team.id } });
    }
  },
  component: lazyRouteComponent(() => import('./features/shell/NoProjectPage.tsx'), 'NoProjectPage'),
});

export const projectRoute = createRoute({
  getParentRoute: () => signedIn,
  path: 'project/$projectId',
  params: { parse: ({ projectId }) => ({ projectId: idOf(projectId) }), stringify: stringifyIds },
  component: lazyRouteComponent(() => import('./features/shell/ProjectFrame.tsx'), 'ProjectFrame'),
});

const projectHome = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/project/$projectId/dashboards', params });
  },
});

export const dashboardsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'dashboards',
  component: lazyRouteComponent(() => import('./features/dashboards/DashboardsPage.tsx'), 'DashboardsPage'),
});

export const dashboardRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'dashboard/$dashboardId',
  validateSearch: boardSearch,
  params: { parse: ({ dashboardId }) => ({ dashboardId: idOf(dashboardId) }), stringify: stringifyIds },
  component: lazyRouteComponent(() => import('./features/dashboards/board/BoardPage.tsx'), 'BoardPage'),
});

export const insightsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'insights',
  component: lazyRouteComponent(() => import('./features/insights/InsightsPage.tsx'), 'InsightsPage'),
});

export const newInsightRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'insights/new',
  validateSearch: draftOf,
  component: lazyRouteComponent(() => import('./features/insights/InsightPage.tsx'), 'NewInsightPage'),
});

export const insightRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'insights/$shortId',
  validateSearch: draftOf,
  component: lazyRouteComponent(() => import('./features/insights/InsightPage.tsx'), 'InsightPage'),
});

const sendEvents = createRoute({
  getParentRoute: () => projectRoute,
  path: 'send-events',
  component: lazyRouteComponent(() => import('./features/capture/SendEventsPage.tsx'), 'SendEventsPage'),
});

/** Within the shell, so that the way back is there. */
const elsewhere = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage });

const tree = root.addChildren([
  login,
  signup,
  signedIn.addChildren([
    home,
    elsewhere,
    projectRoute.addChildren([
      projectHome,
      dashboardsRoute,
      dashboardRoute,
      insightsRoute,
      newInsightRoute,
      insightRoute,
      sendEvents,
    ]),
  ]),
]);

/** The routes; `history` is for tests, which have no address bar. */
export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    history,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: FailedPage,
    defaultPendingComponent: PendingPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

/** Only paths of this site: the address may come from somebody else. */
function signInSearch({ next, expired, message }: Record<string, unknown>): SignInSearch {
  return {
    next: typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined,
    expired: expired === true || typeof message === 'string' || undefined,
  };
}

function draftOf({ q, dashboard }: Record<string, unknown>): DraftSearch {
  return {
    ...(typeof q === 'string' ? { q } : {}),
    ...(typeof dashboard === 'number' ? { dashboard } : {}),
  };
}

/** A number that identifies something; 0, which identifies nothing, for anything else. */
function idOf(text: string): number {
  return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
}

function stringifyIds<Ids extends Record<string, number>>(ids: Ids): Record<keyof Ids, string> {
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, String(id)])) as Record<
    keyof Ids,
    string
  >;
}
