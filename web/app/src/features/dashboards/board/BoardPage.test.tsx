import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type FakeServer, refusal } from '../../../testing/fakeServer.ts';
import { renderApp, signedInServer } from '../../../testing/renderApp.tsx';
import { dashboardKeys } from '../queries.ts';
import { fullDashboard, insightTile, number, serving, textTile } from './testDashboards.ts';

const BOARD = '/api/projects/1/dashboards/7/';
const PAGE = '/project/1/dashboard/7';

function tile(name: string) {
  return within(screen.getByRole('article', { name }));
}

/** The button of a toast; those of tests before may still be there. */
function undoOf(message: HTMLElement): HTMLElement {
  return within(message.parentElement as HTMLElement).getByRole('button', { name: 'Undo' });
}

function bodies(server: FakeServer, route: string): unknown[] {
  return server.requests.filter((it) => `${it.method} ${it.path}` === route).map((it) => it.body);
}

describe('a dashboard', () => {
  it('shows what the server has at hand, and asks for what is missing or stale only', async () => {
    const stale = new Date(Date.now() - 1_000).toISOString();
    const server = serving(
      fullDashboard([
        insightTile(1, number(1, 11)),
        insightTile(2, {}),
        insightTile(3, number(3, 33, { cache_target_age: stale })),
      ]),
    );
    renderApp(PAGE);
    expect(await screen.findByText('11')).toBeDefined();
    expect(await screen.findByText('102')).toBeDefined();
    expect(await screen.findByText('103')).toBeDefined();
    const asked = server.requests.filter(({ path }) => path.startsWith('/api/projects/1/insights/'));
    expect(asked.map(({ path }) => path).sort()).toEqual([
      '/api/projects/1/insights/2/',
      '/api/projects/1/insights/3/',
    ]);
    expect(Object.fromEntries(asked[0]?.query ?? [])).toEqual({ refresh: 'blocking', from_dashboard: '7' });
    expect(server.last(`GET ${BOARD}`)?.query.has('refresh')).toBe(false);
  });

  it('computes one tile anew when asked to', async () => {
    const server = serving(fullDashboard([insightTile(1, number(1, 11)), insightTile(2, number(2, 22))]));
    const { user } = renderApp(PAGE);
    await screen.findByText('11');
    await user.click(screen.getByRole('button', { name: 'Refresh Insight 1' }));
    expect(await screen.findByText('101')).toBeDefined();
    expect(screen.getByText('22')).toBeDefined();
    expect(server.last('GET /api/projects/1/insights/1/')?.query.get('refresh')).toBe('force_blocking');
  });

  it('computes all tiles anew when asked to', async () => {
    serving(fullDashboard([insightTile(1, number(1, 11)), insightTile(2, number(2, 22)), textTile(3, 'Hi')]));
    const { user } = renderApp(PAGE);
    await screen.findByText('11');
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('101')).toBeDefined();
    expect(await screen.findByText('102')).toBeDefined();
  });

  it('gives up what is being computed anew when it is left', async () => {
    serving(fullDashboard([insightTile(1, number(1, 11))]));
    const answer = globalThis.fetch;
    let forced: AbortSignal | null | undefined;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (!url.includes('refresh=force_blocking')) {
        return answer(url, init);
      }
      forced = init.signal;
      return new Promise((_, reject) =>
        forced?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    });
    const { user } = renderApp(PAGE);
    await screen.findByText('11');
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await user.click(screen.getByRole('link', { name: 'Dashboards' }));
    await waitFor(() => expect(forced?.aborted).toBe(true));
  });

  it('computes anew what the server would have computed anew by now, while it is looked at', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      const soon = new Date(Date.now() + 180_000).toISOString();
      const server = serving(
        fullDashboard([
          insightTile(1, number(1, 11, { next_allowed_client_refresh: soon })),
          insightTile(2, number(2, 22, { next_allowed_client_refresh: soon, cache_target_age: null })),
        ]),
      );
      renderApp(PAGE);
      expect(await screen.findByText('11')).toBeDefined();
      await vi.advanceTimersByTimeAsync(170_000);
      expect(screen.getByText('11')).toBeDefined();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await screen.findByText('101')).toBeDefined();
      expect(server.last('GET /api/projects/1/insights/1/')?.query.get('refresh')).toBe('force_blocking');
      expect(server.last('GET /api/projects/1/insights/2/')).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('says in one tile why it failed, leaves the others alone, and can try again', async () => {
    const server = serving(fullDashboard([insightTile(1, {}), insightTile(2, {})]));
    server.on('GET /api/projects/1/insights/1/', refusal(400, 'invalid_input', 'There is no such event.'));
    const { user } = renderApp(PAGE);
    expect(await screen.findByText('There is no such event.')).toBeDefined();
    // A low tile cuts the reason; the whole of it can still be read.
    expect(screen.getByTitle('There is no such event.')).toBeDefined();
    expect(await screen.findByText('102')).toBeDefined();
    server.on('GET /api/projects/1/insights/1/', { json: number(1, 5) });
    await user.click(tile('Insight 1').getByRole('button', { name: 'Try again' }));
    expect(await tile('Insight 1').findByText('5')).toBeDefined();
  });

  it('takes a computation that the server reports as failed for a failure', async () => {
    const server = serving(fullDashboard([insightTile(1, {})]));
    server.on('GET /api/projects/1/insights/1/', {
      json: number(1, null, { query_status: { error: true, error_message: 'It took too long.' } }),
    });
    renderApp(PAGE);
    expect(await screen.findByText('It took too long.')).toBeDefined();
  });

  it('shows what was changed in the list a moment before', async () => {
    const server = serving(fullDashboard([]));
    server.on('GET /api/projects/1/dashboards/', {
      json: { count: 1, next: null, previous: null, results: [fullDashboard([])] },
    });
    const { user } = renderApp(PAGE);
    await screen.findByRole('button', { name: 'Growth' });
    await user.click(screen.getByRole('link', { name: 'Dashboards' }));
    await user.click(await screen.findByRole('button', { name: 'More about Growth' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit tags' }));
    await user.type(screen.getByLabelText('Tags'), 'sales');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ tags: ['sales'] }));
    await user.click(within(screen.getByRole('table')).getByRole('link', { name: 'Growth' }));
    await screen.findByRole('button', { name: 'More about this dashboard' });
    expect(await screen.findByText('sales')).toBeDefined();
  });

  it('is gone when somebody has deleted it meanwhile', async () => {
    const server = serving(fullDashboard([]));
    const { queryClient } = renderApp(PAGE);
    await screen.findByRole('button', { name: 'Growth' });
    server.on(`GET ${BOARD}`, refusal(404, 'not_found', 'Not found.'));
    await act(() => queryClient.invalidateQueries({ queryKey: dashboardKeys.one(1, 7), exact: true }));
    expect(await screen.findByRole('heading', { name: 'There is no such dashboard' })).toBeDefined();
    expect(document.title).toContain('There is no such dashboard');
  });

  it('says when there is none', async () => {
    signedInServer();
    renderApp(PAGE);
    expect(await screen.findByRole('heading', { name: 'There is no such dashboard' })).toBeDefined();
  });
});

describe('the changes of a dashboard', () => {
  it('are saved by themselves, and undone and done again by keys', async () => {
    const server = serving(fullDashboard([]));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Growth' }));
    await user.clear(screen.getByRole('textbox', { name: 'Name of the dashboard' }));
    await user.keyboard('Weekly{Enter}');
    await waitFor(() => expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ name: 'Weekly' }));
    await screen.findByText('Saved');
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByRole('button', { name: 'Growth' })).toBeDefined();
    await waitFor(() => expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ name: 'Growth' }));
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ name: 'Weekly' }));
  });

  it('that are not there are neither undone nor done again, which is said', async () => {
    serving(fullDashboard([]));
    const { user } = renderApp(PAGE);
    await screen.findByRole('button', { name: 'Growth' });
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByText('There is nothing to undo.')).toBeDefined();
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(screen.getByText('There is nothing to do again.')).toBeDefined();
  });

  it('remove a tile, and bring it back', async () => {
    const server = serving(fullDashboard([insightTile(1, number(1, 11)), insightTile(2, number(2, 22))]));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about Insight 1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
    expect(screen.queryByRole('article', { name: 'Insight 1' })).toBeNull();
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ tiles: [{ id: 1, deleted: true }] }),
    );
    await user.click(undoOf(await screen.findByText('Removed “Insight 1”.')));
    expect(await screen.findByRole('article', { name: 'Insight 1' })).toBeDefined();
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toMatchObject({ tiles: [{ id: 1, deleted: false }] }),
    );
  });

  it('duplicate a tile as it is on this dashboard', async () => {
    const server = serving(fullDashboard([insightTile(1, number(1, 11), { color: 'blue' })]));
    server.on(`PATCH ${BOARD}`, () => {
      const both = fullDashboard([
        insightTile(1, number(1, 11), { color: 'blue' }),
        insightTile(9, number(2, 11, { name: 'Insight 1 (copy)' }), { color: 'blue' }),
      ]);
      server.on(`GET ${BOARD}`, { json: both });
      return { json: both };
    });
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about Insight 1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Duplicate' }));
    expect(await screen.findByRole('article', { name: 'Insight 1 (copy)' })).toBeDefined();
    expect(screen.getByText('Duplicated “Insight 1”.')).toBeDefined();
    expect(bodies(server, `PATCH ${BOARD}`)[0]).toEqual({ duplicate_tiles: [{ id: 1 }] });
  });

  it('are taken back when the server refuses them, with its reason', async () => {
    const server = serving(fullDashboard([insightTile(1, number(1, 11))]));
    server.on(`PATCH ${BOARD}`, refusal(403, 'permission_denied', 'You may not edit this.'));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about Insight 1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
    expect(await screen.findByText('The change was not saved. You may not edit this.')).toBeDefined();
    expect(screen.getByRole('article', { name: 'Insight 1' })).toBeDefined();
  });

  it('name an insight where it is kept, not on the dashboard', async () => {
    const server = serving(fullDashboard([insightTile(1, number(1, 11))]));
    server.on('PATCH /api/projects/1/insights/1/', ({ body }) => {
      server.on(`GET ${BOARD}`, {
        json: fullDashboard([insightTile(1, { ...number(1, 11), ...(body as object) })]),
      });
      return { json: number(1, 11) };
    });
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about Insight 1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Rename…' }));
    await user.clear(await screen.findByRole('textbox', { name: 'Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sign-ups{Enter}');
    expect(await screen.findByRole('article', { name: 'Sign-ups' })).toBeDefined();
    await waitFor(() =>
      expect(server.last('PATCH /api/projects/1/insights/1/')?.body).toEqual({ name: 'Sign-ups' }),
    );
    expect(bodies(server, `PATCH ${BOARD}`)).toEqual([]);
  });

  it('write a text without taking it from its author', async () => {
    const server = serving(fullDashboard([textTile(3, 'Old')]));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about Old' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit text' }));
    await user.clear(screen.getByRole('textbox', { name: 'Text, in Markdown' }));
    await user.keyboard('**New**{Control>}{Enter}{/Control}');
    expect(await screen.findByText('New', { selector: 'strong' })).toBeDefined();
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({
        tiles: [{ id: 3, text: { id: 103, body: '**New**', created_by: { id: 5 } } }],
      }),
    );
  });

  it('add a text, which has its number from then on', async () => {
    const server = serving(fullDashboard([textTile(3, 'Old')]));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.click(screen.getByRole('menuitem', { name: 'Text' }));
    await user.type(screen.getByRole('textbox', { name: 'Text, in Markdown' }), 'New');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toMatchObject({
        tiles: [{ text: { body: 'New' }, layouts: { sm: { x: 6, y: 0, w: 6, h: 3 } } }],
      }),
    );
    await screen.findByText('Saved');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ tiles: [{ id: 1003, deleted: true }] }),
    );
  });

  it('undo the adding of a text that ended in blanks, which the server does not keep', async () => {
    const server = serving(fullDashboard([textTile(3, 'Old')]));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.click(screen.getByRole('menuitem', { name: 'Text' }));
    await user.type(screen.getByRole('textbox', { name: 'Text, in Markdown' }), 'New {Enter}');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ tiles: [{ id: 1003, deleted: true }] }),
    );
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  it('are not offered to those who may only look', async () => {
    serving(fullDashboard([insightTile(1, number(1, 11))], { effective_privilege_level: 21 }));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about Insight 1' }));
    expect(screen.getAllByRole('menuitem').map((it) => it.textContent)).toEqual([
      'Open in full',
      'Edit insight',
    ]);
    await user.keyboard('{Escape}e');
    expect(screen.queryByRole('button', { name: 'Move Insight 1' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit layout' })).toBeNull();
  });
});

describe('the deletion of a dashboard', () => {
  it('leads to the list, where it can be brought back', async () => {
    const server = serving(fullDashboard([]));
    const { user, location } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'More about this dashboard' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(location()).toBe('/project/1/dashboards'));
    expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ deleted: true });
    await user.click(undoOf(await screen.findByText('Deleted “Growth”.')));
    expect(await screen.findByText('Brought back “Growth”.')).toBeDefined();
    expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ deleted: false });
    const heading = screen.getByRole('heading', { name: 'Dashboards' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});

describe('the arranging of tiles', () => {
  const at = (x: number, y: number) => ({ layouts: { sm: { x, y, w: 6, h: 5 } } });

  async function arranging() {
    const server = serving(
      fullDashboard([insightTile(1, number(1, 11), at(0, 0)), insightTile(2, number(2, 22), at(0, 5))]),
    );
    const { user } = renderApp(PAGE);
    await screen.findByText('11');
    await user.keyboard('e');
    return { server, user, handle: screen.getByRole('button', { name: 'Move Insight 1' }) };
  }

  it('works by keys: down is below the next tile', async () => {
    const { server, user, handle } = await arranging();
    handle.focus();
    await user.keyboard('{Enter}{ArrowDown}');
    expect(bodies(server, `PATCH ${BOARD}`)).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({
        tiles: [
          { id: 1, layouts: { sm: { x: 0, y: 5, w: 6, h: 5 } } },
          { id: 2, layouts: { sm: { x: 0, y: 0, w: 6, h: 5 } } },
        ],
      }),
    );
    expect(screen.getByText('Insight 1 set down.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Insight 1' }));
  });

  it('begins and ends with the clicks of screen readers', async () => {
    const { server, user, handle } = await arranging();
    handle.focus();
    fireEvent.click(handle, { detail: 0 });
    expect(screen.getByText(/^Moving Insight 1/)).toBeDefined();
    await user.keyboard('{ArrowRight}');
    fireEvent.click(handle, { detail: 0 });
    expect(screen.getByText('Insight 1 set down.')).toBeDefined();
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({
        tiles: [{ id: 1, layouts: { sm: { x: 1, y: 0, w: 6, h: 5 } } }],
      }),
    );
  });

  it('takes the space bar for one press, not for a click as well', async () => {
    const { handle } = await arranging();
    expect(fireEvent.keyUp(handle, { key: ' ' })).toBe(false);
  });

  it('does not begin with the click that ends a drag', async () => {
    const { handle } = await arranging();
    fireEvent.click(handle, { detail: 1 });
    expect(screen.queryByText(/^Moving Insight 1/)).toBeNull();
  });

  it('takes a move back on Escape, and keeps the focus', async () => {
    const { user, handle } = await arranging();
    handle.focus();
    await user.keyboard('{Enter}{ArrowRight}');
    expect(screen.getByText('Column 2, row 1.')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.getByText('Insight 1 is back where it was.')).toBeDefined();
    expect(document.activeElement).toBe(handle);
    const cell = document.querySelector<HTMLElement>('[data-tile="1"]');
    expect(cell?.style.gridColumn).toBe('1 / span 6');
  });

  it('resizes with Shift', async () => {
    const { server, user, handle } = await arranging();
    handle.focus();
    await user.keyboard('{Enter}{Shift>}{ArrowRight}{ArrowUp}{/Shift}{Enter}');
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({
        tiles: [
          { id: 1, layouts: { sm: { x: 0, y: 0, w: 7, h: 4 } } },
          { id: 2, layouts: { sm: { x: 0, y: 4, w: 6, h: 5 } } },
        ],
      }),
    );
  });

  it('leaves everything in place when a drag is cancelled', async () => {
    const { server, handle } = await arranging();
    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientX: 0, clientY: 0 });
    fireEvent.pointerMove(document, { pointerId: 1, clientX: 0, clientY: 500 });
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(document.querySelector<HTMLElement>('[data-tile="1"]')?.style.gridRow).toBe('1 / span 5');
    expect(bodies(server, `PATCH ${BOARD}`)).toEqual([]);
  });
});

describe('the filters of a dashboard', () => {
  it('are tried out in the address first, then kept, then undone', async () => {
    const server = serving(
      fullDashboard([insightTile(1, number(1, 11))], { persisted_filters: { date_from: '-30d' } }),
    );
    const { user, location } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: /Last 30 days/ }));
    await user.click(screen.getByRole('radio', { name: 'Last 7 days' }));
    expect(await screen.findByText('101')).toBeDefined();
    const override = { date_from: '-7d' };
    expect(server.last('GET /api/projects/1/insights/1/')?.query.get('filters_override')).toBe(
      JSON.stringify(override),
    );
    expect(decodeURIComponent(location())).toContain(JSON.stringify(override));
    expect(bodies(server, `PATCH ${BOARD}`)).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Save to dashboard' }));
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({
        filters: { date_from: '-7d', date_to: null, properties: null },
      }),
    );
    expect(location()).toBe(PAGE);
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('button', { name: /Last 30 days/ })).toBeDefined();
  });

  const withFilters = () =>
    serving(fullDashboard([insightTile(1, number(1, 11))], { persisted_filters: { date_from: '-30d' } }));

  it('are the latest change that is undone and done again while they are tried out, and are never saved', async () => {
    const server = withFilters();
    const { user, location } = renderApp(PAGE);
    const range = (name: string) => screen.findByRole('button', { name: new RegExp(name) });
    const choose = async (from: string, to: string) => {
      await user.click(await range(from));
      await user.click(screen.getByRole('radio', { name: to }));
      await range(to);
    };
    await user.click(await screen.findByRole('button', { name: 'More about Insight 1' }));
    await user.click(screen.getByRole('menuitemradio', { name: /red/i }));
    await waitFor(() => expect(bodies(server, `PATCH ${BOARD}`)).toHaveLength(1));
    await choose('Last 30 days', 'Last 7 days');
    await choose('Last 7 days', 'Last 14 days');

    await user.keyboard('{Control>}z{/Control}');
    expect(await range('Last 7 days')).toBeDefined();
    await user.keyboard('{Control>}z{/Control}');
    expect(await range('Last 30 days')).toBeDefined();
    await waitFor(() => expect(location()).toBe(PAGE));
    await user.keyboard('{Control>}{Shift>}zz{/Shift}{/Control}');
    expect(await range('Last 14 days')).toBeDefined();
    await screen.findByText('Saved');
    expect(bodies(server, `PATCH ${BOARD}`)).toHaveLength(1);

    await user.keyboard('{Control>}zzz{/Control}');
    expect(await range('Last 30 days')).toBeDefined();
    await waitFor(() =>
      expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ tiles: [{ id: 1, color: null }] }),
    );
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
  });

  it('are undone as one when they were kept, however often they were tried out before', async () => {
    withFilters();
    const { user, location } = renderApp(PAGE);
    for (const [from, to] of [
      ['Last 30 days', 'Last 7 days'],
      ['Last 7 days', 'Last 14 days'],
    ] as const) {
      await user.click(await screen.findByRole('button', { name: new RegExp(from) }));
      await user.click(screen.getByRole('radio', { name: to }));
    }
    await user.click(await screen.findByRole('button', { name: 'Save to dashboard' }));
    await waitFor(() => expect(location()).toBe(PAGE));
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('button', { name: /Last 30 days/ })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByText('There is nothing to undo.')).toBeDefined();
    expect(location()).toBe(PAGE);
  });

  it('are tried out and undone by those who may only look', async () => {
    serving(fullDashboard([insightTile(1, number(1, 11))], { effective_privilege_level: 21 }));
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: /Default ranges/ }));
    await user.click(screen.getByRole('radio', { name: 'Last 7 days' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(await screen.findByRole('button', { name: /Default ranges/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /Last 7 days/ })).toBeDefined();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('button', { name: /Default ranges/ })).toBeDefined();
  });

  it('can be discarded', async () => {
    serving(fullDashboard([insightTile(1, number(1, 11))]));
    const { user, location } = renderApp(
      `${PAGE}?filters_override=${encodeURIComponent('{"date_from":"-7d"}')}`,
    );
    expect(await screen.findByRole('button', { name: /Last 7 days/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(location()).toBe(PAGE));
    expect(screen.getByRole('button', { name: /Default ranges/ })).toBeDefined();
  });

  it('narrow by properties of events', async () => {
    const server = serving(fullDashboard([insightTile(1, number(1, 11))]));
    const page = (results: unknown[]) => ({ json: { count: 1, next: null, previous: null, results } });
    server.on(
      'GET /api/projects/1/property_definitions/',
      page([{ id: 'p', name: 'plan', property_type: 'String' }]),
    );
    server.on('GET /api/projects/1/events/values/', { json: [{ name: 'free' }, { name: 'pro' }] });
    const { user } = renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Filter' }));
    await user.click(await screen.findByRole('option', { name: /^plan/ }));
    await user.click(await screen.findByRole('option', { name: 'pro' }));
    await user.type(
      screen.getByRole('combobox', { name: 'Search or type a value' }),
      'business{Enter}{Escape}',
    );
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(server.last('GET /api/projects/1/events/values/')?.query.get('key')).toBe('plan');
    expect(
      await screen.findByRole('button', { name: 'Edit the filter plan is pro, business' }),
    ).toBeDefined();
    await waitFor(() =>
      expect(
        JSON.parse(server.last('GET /api/projects/1/insights/1/')?.query.get('filters_override') ?? 'null'),
      ).toEqual({
        properties: [{ key: 'plan', type: 'event', operator: 'exact', value: ['pro', 'business'] }],
      }),
    );
  });
});
