import { act, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { renderApp } from '../../../testing/renderApp.tsx';
import { insight } from '../../insights/testing.ts';
import { fullDashboard, insightTile, number, serving } from './testDashboards.ts';

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() => import('./InsightPicker.tsx'));

it('adds an insight to a second dashboard, and leaves it on the first', async () => {
  const boards = [fullDashboard([]), fullDashboard([], { id: 8, name: 'Risk' })];
  const server = serving(...boards);
  let stored = insight(5, 'Sales');
  server.on('GET /api/projects/1/insights/', () => ({
    json: { count: 1, next: null, previous: null, results: [stored] },
  }));
  server.on('GET /api/projects/1/insights/5/', ({ query }) => ({
    json: query.has('basic') ? stored : number(5, 105),
  }));
  server.on('PATCH /api/projects/1/insights/5/', ({ body }) => {
    stored = { ...stored, ...(body as { dashboards: number[] }) };
    for (const id of stored.dashboards) {
      const shown = insightTile(50 + id, number(5, 105, { name: 'Sales' }));
      server.on(`GET /api/projects/1/dashboards/${id}/`, { json: fullDashboard([shown], { id }) });
    }
    return { json: stored };
  });
  const { user, router } = renderApp('/project/1/dashboard/7');
  const addTo = async () => {
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.click(screen.getByRole('menuitem', { name: 'Existing insight' }));
    await user.click(await screen.findByRole('button', { name: 'Add Sales' }));
    expect(await screen.findByRole('article', { name: 'Sales' })).toBeDefined();
  };
  await addTo();
  await act(() =>
    router.navigate({
      to: '/project/$projectId/dashboard/$dashboardId',
      params: { projectId: 1, dashboardId: 8 },
    }),
  );
  expect(await screen.findByRole('heading', { name: 'Risk' })).toBeDefined();
  await addTo();
  expect(stored.dashboards).toEqual([7, 8]);
});
