import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../testing/fakeServer.ts';
import { narrow } from '../../../testing/narrow.ts';
import { renderApp } from '../../../testing/renderApp.tsx';
import { insight, insightServer } from '../testing.ts';
import type { Insight } from '../wire.ts';

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() => import('../InsightsPage.tsx'));

async function openList(insights: Insight[]) {
  const server = insightServer();
  let all = insights;
  server.on('GET /api/projects/1/insights/', () => ({
    json: { count: all.length, next: null, previous: null, results: all },
  }));
  for (const it of insights) {
    server.on(`PATCH /api/projects/1/insights/${it.id}/`, ({ body }) => {
      const { deleted, dashboards = [] } = body as { deleted?: boolean; dashboards?: number[] };
      if (dashboards.some((id) => id !== 7)) {
        return refusal(400, 'invalid_input', 'Dashboard not found', 'dashboards');
      }
      const changed = { ...it, ...(body as Partial<Insight>) };
      all = deleted
        ? all.filter(({ id }) => id !== it.id)
        : [...all.filter(({ id }) => id !== it.id), changed];
      return { json: changed };
    });
  }
  const app = renderApp('/project/1/insights');
  await screen.findByRole('heading', { name: 'Insights' });
  return { server, ...app };
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('a')?.textContent);

describe('the list of insights', () => {
  it('leads to the editor while it is empty', async () => {
    const { user, location } = await openList([]);
    expect(await screen.findByText('Ask the first question')).toBeDefined();
    await user.click(screen.getAllByRole('link', { name: 'New insight' })[0] as HTMLElement);
    await waitFor(() => expect(location()).toBe('/project/1/insights/new'));
  });

  it('finds by name, description and tag', async () => {
    const { user } = await openList([
      insight(1, 'Sales'),
      insight(2, 'Visits', { description: 'Before sales' }),
      insight(3, 'Refunds', { tags: ['presales'] }),
      insight(4, 'Errors'),
    ]);
    await user.type(await screen.findByRole('searchbox'), 'sales');
    expect(names().sort()).toEqual(['Refunds', 'Sales', 'Visits']);
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByText('No insight matches “salesx”')).toBeDefined();
  });

  it('sorts by what the head of a column says', async () => {
    const { user } = await openList([
      insight(1, 'B', { last_modified_at: '2026-01-02T00:00:00Z' }),
      insight(2, 'a', { last_modified_at: '2026-01-01T00:00:00Z' }),
    ]);
    await screen.findByRole('link', { name: 'B' });
    expect(names()).toEqual(['B', 'a']);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()).toEqual(['a', 'B']);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(screen.getByRole('columnheader', { name: 'Last changed' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(names()).toEqual(['B', 'a']);
  });

  it('is sorted by a menu where heads of columns have no room', async () => {
    const { user } = await openList([
      insight(1, 'A', { dashboards: [7] }),
      insight(2, 'B', { dashboards: [7, 8] }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Sort: Last changed, newest first' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Most dashboards first' }));
    expect(names()).toEqual(['B', 'A']);
    await user.click(screen.getByRole('button', { name: 'Sort: Most dashboards first' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Fewest dashboards first' }));
    expect(names()).toEqual(['A', 'B']);
  });

  it('shows tags under the name where they have no column', async () => {
    narrow();
    await openList([insight(1, 'Sales', { tags: ['weekly'] })]);
    const tag = await screen.findByRole('button', { name: 'Search for the tag weekly' });
    expect(within(tag.closest('td') as HTMLElement).getByRole('link', { name: 'Sales' })).toBeDefined();
  });

  it('deletes, and brings back with the places on dashboards', async () => {
    const { server, user } = await openList([insight(1, 'Sales', { dashboards: [7] })]);
    await user.click(await screen.findByRole('button', { name: 'More about Sales' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Sales' })).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('link', { name: 'Sales' })).toBeDefined();
    expect(server.last('PATCH /api/projects/1/insights/1/')?.body).toEqual({
      deleted: false,
      dashboards: [7],
    });
  });

  it.each([
    [[7, 8], [7], /Brought back “Sales”, but for its place on a dashboard that is deleted\./],
    [[8, 9], [], /Brought back “Sales”, but for its places on 2 dashboards that are deleted\./],
  ])('brings back what was on dashboards %j when only %j is left of them', async (before, left, said) => {
    const { server, user } = await openList([insight(1, 'Sales', { dashboards: before })]);
    await user.click(await screen.findByRole('button', { name: 'More about Sales' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(said)).toBeDefined();
    expect(await screen.findByRole('link', { name: 'Sales' })).toBeDefined();
    expect(server.last('PATCH /api/projects/1/insights/1/')?.body).toEqual({
      deleted: false,
      dashboards: left,
    });
  });

  it('says so when it cannot find out which dashboards are left', async () => {
    const { server, user } = await openList([insight(1, 'Sales', { dashboards: [7] })]);
    await user.click(await screen.findByRole('button', { name: 'More about Sales' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    server.on('GET /api/projects/1/dashboards/', refusal(403, 'permission_denied', 'You may not look.'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/You may not look\./)).toBeDefined();
  });

  it('offers to undo a deletion that the server confirms after the row is gone', async () => {
    const { server, user } = await openList([insight(1, 'Sales'), insight(2, 'Visits')]);
    const answer = server.hold('PATCH /api/projects/1/insights/1/', { json: insight(1, 'Sales') });
    await user.click(await screen.findByRole('button', { name: 'More about Sales' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(names()).toEqual(['Visits']));
    answer();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeDefined();
  });

  it('passes the focus on from a row that is deleted', async () => {
    const { user } = await openList([insight(1, 'Sales'), insight(2, 'Visits')]);
    (await screen.findByRole('button', { name: 'More about Sales' })).focus();
    await user.keyboard('{Enter}{End}{Enter}');
    await waitFor(() => expect(names()).toEqual(['Visits']));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More about Visits' })),
    );
  });

  it('gives the focus to a row that is brought back, to the heading while it is not in sight', async () => {
    const { user } = await openList([insight(1, 'Sales'), insight(2, 'Visits', { favorited: true })]);
    const removeAndUndo = async (meanwhile = async () => {}) => {
      (await screen.findByRole('button', { name: 'More about Sales' })).focus();
      await user.keyboard('{Enter}{End}{Enter}');
      const undo = await screen.findByRole('button', { name: 'Undo' });
      await meanwhile();
      undo.focus();
      await user.keyboard('{Enter}');
    };
    const focusIsOn = (find: () => HTMLElement) => waitFor(() => expect(document.activeElement).toBe(find()));
    await removeAndUndo();
    await focusIsOn(() => screen.getByRole('button', { name: 'More about Sales' }));
    await removeAndUndo(() => user.click(screen.getByRole('radio', { name: 'Favorites' })));
    await focusIsOn(() => screen.getByRole('heading', { name: 'Insights' }));
  });

  it('says that a favorite stays one, though its row was gone already', async () => {
    const { server, user } = await openList([insight(1, 'Sales', { favorited: true })]);
    const refusing = refusal(403, 'permission_denied', 'You may only look.');
    const answer = server.hold('PATCH /api/projects/1/insights/1/', refusing);
    await user.click(await screen.findByRole('radio', { name: 'Favorites' }));
    await user.click(screen.getByRole('button', { name: /Sales.* favorite/ }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Sales' })).toBeNull());
    answer();
    expect(await screen.findByText(/You may only look\./)).toBeDefined();
    expect(await screen.findByRole('link', { name: 'Sales' })).toBeDefined();
  });

  it('shows favorites alone', async () => {
    const { user } = await openList([insight(1, 'Sales'), insight(2, 'Visits')]);
    await user.click(await screen.findByRole('button', { name: 'Make Visits a favorite' }));
    await user.click(screen.getByRole('radio', { name: 'Favorites' }));
    expect(names()).toEqual(['Visits']);
  });
});
