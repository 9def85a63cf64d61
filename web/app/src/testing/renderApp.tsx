import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App, createApplication } from '../App.tsx';
import { fakeServer } from './fakeServer.ts';
import { me } from './samples.ts';

/** A fake server on which somebody is signed in, with one project that has no dashboards. */
export function signedInServer() {
  const server = fakeServer();
  server.on('GET /_preflight/', { json: { initiated: true, can_create_org: false } });
  server.on('GET /api/users/@me/', { json: me() });
  server.on('GET /api/projects/1/dashboards/', {
    json: { count: 0, next: null, previous: null, results: [] },
  });
  return server;
}

/** Shows the application at a path, over whatever `fetch` is. */
export function renderApp(path: string) {
  const application = createApplication(createMemoryHistory({ initialEntries: [path] }));
  const defaults = application.queryClient.getDefaultOptions();
  application.queryClient.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, retry: false } });
  render(<App {...application} />);
  return { user: userEvent.setup(), location: () => application.router.state.location.href, ...application };
}
