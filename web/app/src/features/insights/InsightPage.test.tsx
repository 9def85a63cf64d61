import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { refusal } from '../../testing/fakeServer.ts';
import { renderApp } from '../../testing/renderApp.tsx';
import { insight, insightServer } from './testing.ts';

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() => import('./InsightPage.tsx'));

const PAGE = '/project/1/insights/short4';
const ONE = 'GET /api/projects/1/insights/short4/';

it('leads to the list from an insight that does not exist', async () => {
  insightServer().on(ONE, refusal(404, 'not_found', 'Not found.'));
  const { user, location } = renderApp(PAGE);
  expect(await screen.findByText('There is no such insight')).toBeDefined();
  expect(document.title).toContain('There is no such insight');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'All insights' }));
  await waitFor(() => expect(location()).toBe('/project/1/insights'));
});

it('does not show an insight from before it was deleted', async () => {
  const server = insightServer();
  const results = [insight(4, 'Sales')];
  server.on(ONE, { json: results[0] });
  server.on('GET /api/projects/1/insights/', { json: { count: 1, next: null, previous: null, results } });
  server.on('PATCH /api/projects/1/insights/4/', { json: results[0] });
  const { user, router } = renderApp(PAGE);
  await screen.findByRole('textbox', { name: 'Name' });
  await user.click(screen.getByRole('link', { name: 'Insights' }));
  await user.click(await screen.findByRole('button', { name: 'More about Sales' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  await screen.findByRole('button', { name: 'Undo' });
  server.on(ONE, refusal(404, 'not_found', 'Not found.'));
  router.history.back();
  expect(await screen.findByText('There is no such insight')).toBeDefined();
});

it('offers to try again when an insight could not be loaded', async () => {
  const server = insightServer();
  server.on(ONE, refusal(500, 'error', 'A server error occurred.'));
  const { user } = renderApp(PAGE);
  expect(await screen.findByText('A server error occurred.')).toBeDefined();
  expect(document.title).toContain('This insight could not be loaded');
  server.on(ONE, { json: insight(4, 'Sales') });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDefined();
});

it('names an insight that has no editor in the title of the window', async () => {
  const query = { kind: 'InsightVizNode', source: { kind: 'FunnelsQuery' } };
  insightServer().on(ONE, { json: insight(4, 'Sign-up', { query }) });
  renderApp(PAGE);
  expect(await screen.findByText('This insight has no editor yet')).toBeDefined();
  expect(document.title).toContain('Sign-up');
});
