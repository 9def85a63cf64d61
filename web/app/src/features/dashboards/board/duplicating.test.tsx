import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeServer } from '../../../testing/fakeServer.ts';
import { renderApp } from '../../../testing/renderApp.tsx';
import { fullDashboard, insightTile, number, serving, textTile } from './testDashboards.ts';

const BOARD = '/api/projects/1/dashboards/7/';
const WIDE = { sm: { x: 0, y: 0, w: 12, h: 7 }, xs: { x: 0, y: 0, w: 1, h: 4 } };

/** The requests that change something, and their bodies, in their order. */
function changes(server: FakeServer): unknown[] {
  return server.requests
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/viewed/'))
    .map(({ method, path, body }) => [`${method} ${path}`, body]);
}

type User = ReturnType<typeof renderApp>['user'];

async function choose(user: User, menu: string, item: string) {
  await user.click(await screen.findByRole('button', { name: menu }));
  await user.click(screen.getByRole('menuitem', { name: item }));
}

async function rename(user: User) {
  await user.click(await screen.findByRole('button', { name: 'Growth' }));
  await user.clear(screen.getByRole('textbox', { name: 'Name of the dashboard' }));
  await user.keyboard('Weekly{Enter}');
}

describe('duplicating', () => {
  it('a dashboard saves first what is not saved yet', async () => {
    const server = serving(fullDashboard([]));
    server.on('POST /api/projects/1/dashboards/', { status: 201, json: fullDashboard([], { id: 8 }) });
    const { user } = renderApp('/project/1/dashboard/7');
    await rename(user);
    await choose(user, 'More about this dashboard', 'Duplicate');
    await waitFor(() =>
      expect(changes(server)).toEqual([
        [`PATCH ${BOARD}`, { name: 'Weekly' }],
        [
          'POST /api/projects/1/dashboards/',
          { name: 'Weekly (copy)', use_dashboard: 7, duplicate_tiles: true },
        ],
      ]),
    );
  });

  it('an insight saves first what is not saved yet, and gives the copy the size of the original', async () => {
    const original = insightTile(1, number(1, 11), { layouts: WIDE });
    const server = serving(fullDashboard([original]));
    const copy = insightTile(9, number(2, 11, { name: 'Copy' }));
    server.on(`PATCH ${BOARD}`, ({ body }) => {
      const tiles = 'duplicate_tiles' in (body as object) ? [original, copy] : [original];
      const json = fullDashboard(tiles, { name: 'Weekly' });
      server.on(`GET ${BOARD}`, { json });
      return { json };
    });
    const { user } = renderApp('/project/1/dashboard/7');
    await rename(user);
    await choose(user, 'More about Insight 1', 'Duplicate');
    await screen.findByRole('article', { name: 'Copy' });
    await waitFor(() =>
      expect(changes(server)).toEqual([
        [`PATCH ${BOARD}`, { name: 'Weekly' }],
        [`PATCH ${BOARD}`, { duplicate_tiles: [{ id: 1 }] }],
        [
          `PATCH ${BOARD}`,
          {
            tiles: [{ id: 9, layouts: { sm: { x: 0, y: 7, w: 12, h: 7 }, xs: { x: 0, y: 4, w: 1, h: 4 } } }],
          },
        ],
      ]),
    );
  });

  it('a text keeps its size and its looks', async () => {
    const look = { color: 'blue', transparent_background: true, layouts: WIDE };
    const server = serving(fullDashboard([textTile(3, 'Old', look)]));
    const { user } = renderApp('/project/1/dashboard/7');
    await choose(user, 'More about Old', 'Duplicate');
    await waitFor(() =>
      expect(changes(server)).toMatchObject([
        [
          `PATCH ${BOARD}`,
          {
            tiles: [
              {
                text: { body: 'Old' },
                color: 'blue',
                transparent_background: true,
                layouts: { sm: { x: 0, y: 7, w: 12, h: 7 }, xs: { x: 0, y: 4, w: 1, h: 4 } },
              },
            ],
          },
        ],
      ]),
    );
  });
});
