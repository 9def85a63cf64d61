import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type FakeServer, refusal } from '../../testing/fakeServer.ts';
import { narrow } from '../../testing/narrow.ts';
import { renderApp, signedInServer } from '../../testing/renderApp.tsx';
import { dashboard, me, project } from '../../testing/samples.ts';
import type { DashboardBasic } from './wire.ts';

/** A server that keeps dashboards as the real one does. */
function keeping(...dashboards: DashboardBasic[]): FakeServer {
  const server = signedInServer();
  const all = new Map(dashboards.map((it) => [it.id, it]));
  server.on('GET /api/projects/1/dashboards/', ({ query }) => {
    const live = [...all.values()].filter((it) => !it.deleted);
    const offset = Number(query.get('offset'));
    const results = live.slice(offset, offset + 2);
    return {
      json: { count: live.length, next: offset + 2 < live.length ? 'more' : null, previous: null, results },
    };
  });
  for (const { id } of dashboards) {
    server.on(`PATCH /api/projects/1/dashboards/${id}/`, ({ body }) => {
      all.set(id, { ...(all.get(id) as DashboardBasic), ...(body as Partial<DashboardBasic>) });
      return { json: all.get(id) };
    });
  }
  return server;
}

/** Once what has been asked for by now is drawn, and has given or taken the focus. */
const drawn = () => new Promise<void>((resolve) => setTimeout(() => requestAnimationFrame(() => resolve())));

async function names(): Promise<(string | null)[]> {
  const table = await screen.findByRole('table');
  return within(table)
    .getAllByRole('link')
    .map((it) => it.textContent);
}

describe('the list of dashboards', () => {
  it('shows all pages of them, pinned ones first', async () => {
    keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'), dashboard(3, 'Risk', { pinned: true }));
    renderApp('/project/1/dashboards');
    expect(await names()).toEqual(['Risk', 'Board', 'Growth']);
    expect(screen.getByText('3 dashboards')).toBeDefined();
  });

  it('narrows to what is typed, and says so', async () => {
    keeping(dashboard(1, 'Growth', { tags: ['weekly'] }), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.type(screen.getByRole('searchbox'), 'WEEK');
    expect(await names()).toEqual(['Growth']);
    expect(screen.getByText('1 of 2 dashboards')).toBeDefined();
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByRole('heading', { name: 'No dashboard matches “WEEKx”' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(await names()).toHaveLength(2);
  });

  it('sorts by a column, and tells screen readers how', async () => {
    keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    const name = screen.getByRole('columnheader', { name: 'Name' });
    expect(name.getAttribute('aria-sort')).toBe('none');
    await user.click(within(name).getByRole('button'));
    expect(name.getAttribute('aria-sort')).toBe('ascending');
    await user.click(within(name).getByRole('button'));
    expect(name.getAttribute('aria-sort')).toBe('descending');
    expect(await names()).toEqual(['Growth', 'Board']);
  });

  it('has pinned ones first again after a third press on the head of a column', async () => {
    keeping(dashboard(1, 'Growth', { pinned: true }), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    expect(await names()).toEqual(['Growth', 'Board']);
    const name = screen.getByRole('columnheader', { name: 'Name' });
    await user.click(within(name).getByRole('button'));
    expect(await names()).toEqual(['Board', 'Growth']);
    await user.click(within(name).getByRole('button'));
    await user.click(within(name).getByRole('button'));
    expect(name.getAttribute('aria-sort')).toBe('none');
    expect(await names()).toEqual(['Growth', 'Board']);
  });

  it('is sorted by a menu where heads of columns have no room', async () => {
    keeping(dashboard(1, 'Growth', { pinned: true }), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'Sort: Pinned first' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Name, A to Z' }));
    expect(await names()).toEqual(['Board', 'Growth']);
    await user.click(screen.getByRole('button', { name: 'Sort: Name, A to Z' }));
    const chosen = screen.getByRole('menuitemradio', { name: 'Name, A to Z' });
    expect(chosen.getAttribute('aria-checked')).toBe('true');
    await user.click(screen.getByRole('menuitemradio', { name: 'Pinned first' }));
    expect(await names()).toEqual(['Growth', 'Board']);
  });

  it('shows tags under the name where they have no column', async () => {
    narrow();
    keeping(dashboard(1, 'Growth', { tags: ['weekly'] }), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    const tag = await screen.findByRole('button', { name: 'Search for the tag weekly' });
    expect(within(tag.closest('td') as HTMLElement).getByRole('link', { name: 'Growth' })).toBeDefined();
    await user.click(tag);
    expect(await names()).toEqual(['Growth']);
  });

  it('pins at once, into the navigation too', async () => {
    const server = keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'Pin Growth' }));
    expect(await names()).toEqual(['Growth', 'Board']);
    expect(screen.getByRole('button', { name: 'Unpin Growth' }).getAttribute('aria-pressed')).toBe('true');
    const navigation = screen.getByRole('navigation', { name: 'Main' });
    expect(within(navigation).getByRole('link', { name: 'Growth' })).toBeDefined();
    expect(server.last('PATCH /api/projects/1/dashboards/1/')?.body).toEqual({ pinned: true });
  });

  it('takes a change back that the server refuses, and says why', async () => {
    const server = keeping(dashboard(1, 'Growth'));
    server.on(
      'PATCH /api/projects/1/dashboards/1/',
      refusal(403, 'permission_denied', 'You may not edit this.'),
    );
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'Pin Growth' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You may not edit this.');
    expect(screen.getByRole('button', { name: 'Pin Growth' })).toBeDefined();
  });

  it('looks for a tag that is pressed', async () => {
    keeping(dashboard(1, 'Growth', { tags: ['weekly'] }), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'Search for the tag weekly' }));
    expect(await names()).toEqual(['Growth']);
  });

  it('changes tags, and offers those that others have', async () => {
    const server = keeping(dashboard(1, 'Growth', { tags: ['weekly'] }), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'More about Board' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit tags' }));
    await user.type(screen.getByLabelText('Tags'), 'Sales');
    await user.click(screen.getByRole('button', { name: 'weekly' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.last('PATCH /api/projects/1/dashboards/2/')?.body).toEqual({ tags: ['sales', 'weekly'] }),
    );
  });

  it('deletes, and brings back', async () => {
    keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'More about Growth' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(async () => expect(await names()).toEqual(['Board']));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await names()).toEqual(['Board', 'Growth']));
    expect(screen.getByText('Brought back “Growth”.')).toBeDefined();
  });

  it('passes the focus on when a row is deleted: to the next, the one before, the heading', async () => {
    keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'), dashboard(3, 'Churn'));
    const { user } = renderApp('/project/1/dashboards');
    const menu = (name: string) => screen.getByRole('button', { name: `More about ${name}` });
    const remove = async (name: string) => {
      menu(name).focus();
      await user.keyboard('{Enter}{End}{Enter}');
      await waitFor(() => expect(screen.queryByRole('button', { name: `More about ${name}` })).toBeNull());
    };
    expect(await names()).toEqual(['Board', 'Churn', 'Growth']);
    await remove('Churn');
    await waitFor(() => expect(document.activeElement).toBe(menu('Growth')));
    await remove('Growth');
    await waitFor(() => expect(document.activeElement).toBe(menu('Board')));
    await remove('Board');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Dashboards' })),
    );
  });

  it('gives the focus to a row that is brought back, to the heading while it is not in sight', async () => {
    keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    const removeAndUndo = async (name: string, meanwhile = async () => {}) => {
      (await screen.findByRole('button', { name: `More about ${name}` })).focus();
      await user.keyboard('{Enter}{End}{Enter}');
      const undo = await screen.findByRole('button', { name: 'Undo' });
      await meanwhile();
      undo.focus();
      await user.keyboard('{Enter}');
    };
    const focusIsOn = (find: () => HTMLElement) => waitFor(() => expect(document.activeElement).toBe(find()));
    await removeAndUndo('Growth');
    await focusIsOn(() => screen.getByRole('button', { name: 'More about Growth' }));
    await removeAndUndo('Growth', () => user.type(screen.getByRole('searchbox'), 'Board'));
    await focusIsOn(() => screen.getByRole('heading', { name: 'Dashboards' }));
  });

  it('leaves the focus with who has gone on before a row is back', async () => {
    const server = keeping(dashboard(1, 'Growth'), dashboard(2, 'Board'));
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'More about Growth' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    const answer = server.hold('PATCH /api/projects/1/dashboards/1/', { json: dashboard(1, 'Growth') });
    await user.click(undo);
    await user.click(screen.getByRole('searchbox'));
    answer();
    await screen.findByText('Brought back “Growth”.');
    await drawn();
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('duplicates with insights of its own', async () => {
    const server = keeping(dashboard(1, 'Growth'));
    server.on('POST /api/projects/1/dashboards/', { status: 201, json: dashboard(2, 'Growth (copy)') });
    const { user } = renderApp('/project/1/dashboards');
    await names();
    await user.click(screen.getByRole('button', { name: 'More about Growth' }));
    await user.click(screen.getByRole('menuitem', { name: 'Duplicate' }));
    expect(await screen.findByText('Made “Growth (copy)”.')).toBeDefined();
    expect(server.last('POST /api/projects/1/dashboards/')?.body).toEqual({
      name: 'Growth (copy)',
      use_dashboard: 1,
      duplicate_tiles: true,
    });
  });

  it('creates one and goes to it', async () => {
    const server = keeping();
    server.on('POST /api/projects/1/dashboards/', { status: 201, json: dashboard(7, 'Weekly') });
    const { user, location } = renderApp('/project/1/dashboards');
    await user.click(await screen.findByRole('button', { name: 'New dashboard' }));
    await user.type(screen.getByLabelText('Name'), 'Weekly{Enter}');
    await waitFor(() => expect(location()).toBe('/project/1/dashboard/7'));
    expect(server.last('POST /api/projects/1/dashboards/')?.body).toEqual({
      name: 'Weekly',
      description: '',
    });
  });

  it('leads to the first event while there is none', async () => {
    const server = signedInServer();
    server.on('GET /api/users/@me/', { json: me([project({ ingested_event: false })]) });
    renderApp('/project/1/dashboards');
    const link = await screen.findByRole('link', { name: 'Send your first event' });
    expect(link.getAttribute('href')).toBe('/project/1/send-events');
  });

  it('can try again when loading failed', async () => {
    const server = signedInServer();
    server.on('GET /api/projects/1/dashboards/', refusal(500, 'error', 'A server error occurred.'));
    const { user } = renderApp('/project/1/dashboards');
    await screen.findByRole('heading', { name: 'The dashboards could not be loaded' });
    server.on('GET /api/projects/1/dashboards/', {
      json: { count: 1, next: null, previous: null, results: [dashboard(1, 'Growth')] },
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await names()).toEqual(['Growth']);
  });
});
