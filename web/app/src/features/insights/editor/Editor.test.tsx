import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { refusal } from '../../../testing/fakeServer.ts';
import { renderApp } from '../../../testing/renderApp.tsx';
import { me, project } from '../../../testing/samples.ts';
import { insightKeys } from '../queries.ts';
import { insight, insightServer, lastQuery } from '../testing.ts';
import type { Insight } from '../wire.ts';

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() => import('../InsightPage.tsx'));

const NEW = '/project/1/insights/new';

async function openEditor(path = NEW) {
  const server = insightServer();
  const app = renderApp(path);
  await screen.findByRole('button', { name: /^Event of series A/ });
  return { server, ...app };
}

const SALES = 'GET /api/projects/1/insights/short4/';

async function openStored(stored: Insight) {
  const server = insightServer();
  const results = [stored];
  server.on(SALES, { json: stored });
  server.on('PATCH /api/projects/1/insights/4/', { json: stored });
  server.on('GET /api/projects/1/insights/', { json: { count: 1, next: null, previous: null, results } });
  const app = renderApp('/project/1/insights/short4');
  await screen.findByRole('textbox', { name: 'Name' });
  return { server, ...app };
}

async function pick(
  user: Awaited<ReturnType<typeof openEditor>>['user'],
  button: RegExp,
  option: string | RegExp,
) {
  await user.click(screen.getByRole('button', { name: button }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('the editor of an insight', () => {
  it('asks for the answer to what was chosen, by keyboard alone', async () => {
    const { server, user } = await openEditor();
    screen.getByRole('button', { name: /^Event of series A/ }).focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('option', { name: 'visited' });
    await user.keyboard('vis{Enter}');
    await waitFor(() =>
      expect(lastQuery(server)).toMatchObject({ series: [{ event: 'visited', math: 'total' }] }),
    );
  });

  it('takes the name of an event that has not arrived yet', async () => {
    const { server, user } = await openEditor();
    await user.click(screen.getByRole('button', { name: /^Event of series A/ }));
    await user.type(screen.getByRole('combobox', { name: 'Search events' }), 'refunded');
    await user.click(await screen.findByRole('option', { name: 'Use “refunded”' }));
    await waitFor(() => expect(lastQuery(server)).toMatchObject({ series: [{ event: 'refunded' }] }));
  });

  it('leads to the first event while there is none', async () => {
    const server = insightServer();
    server.on('GET /api/users/@me/', { json: me([project({ ingested_event: false })]) });
    renderApp(NEW);
    const link = await screen.findByRole('link', { name: 'Send your first event' });
    expect(link.getAttribute('href')).toBe('/project/1/send-events');
  });

  it('keeps the query when the chart type changes', async () => {
    const { server, user } = await openEditor();
    await pick(user, /^Break down by/, /^plan/);
    await user.click(screen.getByRole('button', { name: /^Chart type/ }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Pie' }));
    await waitFor(() =>
      expect(lastQuery(server)).toMatchObject({
        breakdownFilter: { breakdowns: [{ property: 'plan', type: 'event' }] },
        trendsFilter: { display: 'ActionsPie' },
      }),
    );
  });

  it('shows what the server refuses at the control for it', async () => {
    const { server, user } = await openEditor();
    server.on(
      'POST /api/projects/1/query/',
      refusal(400, 'not_supported', 'This cannot be counted.', 'query__series__1__math'),
    );
    await user.click(screen.getByRole('button', { name: 'Add series' }));
    const [first, second] = screen
      .getAllByRole('listitem')
      .filter((it) => within(it).queryByRole('combobox'));
    expect((await within(second as HTMLElement).findByRole('alert')).textContent).toBe(
      'This cannot be counted.',
    );
    expect(within(first as HTMLElement).queryByRole('alert')).toBeNull();
  });

  it('says what is missing without asking the server', async () => {
    const { server, user } = await openEditor();
    await pick(user, /^Break down by/, /^plan/);
    await waitFor(() => expect(lastQuery(server)).toHaveProperty('breakdownFilter'));
    const asked = server.requests.length;
    await user.type(screen.getByLabelText('Values at most'), '0');
    expect((await screen.findByRole('alert')).textContent).toBe('Use a whole number from 1 to 1,000.');
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    expect(server.requests.length).toBe(asked);
  });

  it('leaves out internal and test users, and lets them in again', async () => {
    const { server, user } = await openEditor();
    await waitFor(() => expect(lastQuery(server)).toHaveProperty('series'));
    expect(lastQuery(server)).not.toHaveProperty('filterTestAccounts', true);
    await user.click(screen.getByRole('checkbox', { name: 'Leave out internal and test users' }));
    await waitFor(() => expect(lastQuery(server)).toHaveProperty('filterTestAccounts', true));
    await user.click(screen.getByRole('checkbox', { name: 'Leave out internal and test users' }));
    await pick(user, /^Event of series A/, 'paid');
    await waitFor(() => expect(lastQuery(server)).toMatchObject({ series: [{ event: 'paid' }] }));
    expect(lastQuery(server)).not.toHaveProperty('filterTestAccounts', true);
  });

  it('undoes and redoes edits, and has nothing to undo at first', async () => {
    const { user } = await openEditor();
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
    await pick(user, /^Event of series A/, 'paid');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', false),
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /All events/ })).toBeDefined();
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(await screen.findByRole('button', { name: /^Event of series A: ?paid/ })).toBeDefined();
  });

  it('opens a link with the draft that it holds', async () => {
    const { user, location } = await openEditor();
    await pick(user, /^Event of series A/, 'paid');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sales');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Sales' })).toBeDefined());
    await waitFor(() => expect(location()).toContain('?q='));
    const link = location();
    document.body.replaceChildren();
    renderApp(link);
    expect(await screen.findByRole('button', { name: /^Event of series A: ?paid/ })).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Sales');
  });

  it('moves a series, and the focus with it', async () => {
    const { server, user } = await openEditor();
    await user.click(screen.getByRole('button', { name: 'Add series' }));
    await pick(user, /^Event of series B/, 'paid');
    await user.click(screen.getByRole('button', { name: 'More about series B' }));
    await user.click(screen.getByRole('menuitem', { name: 'Move up' }));
    await waitFor(() =>
      expect(lastQuery(server)).toMatchObject({ series: [{ event: 'paid' }, { event: null }] }),
    );
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More about series A' })),
    );
  });
});

describe('the menu of the editor', () => {
  async function choose(user: Awaited<ReturnType<typeof openEditor>>['user'], name: string) {
    await user.click(screen.getByRole('button', { name: 'More about this insight' }));
    await user.click(screen.getByRole('menuitem', { name }));
  }

  it('saves what is edited as a new insight, goes to it, and leaves the old one alone', async () => {
    const { server, user, location } = await openStored(insight(4, 'Sales'));
    await pick(user, /^Event of series A/, 'visited');
    await choose(user, 'Save as a new insight');
    await waitFor(() => expect(location()).toBe('/project/1/insights/short3'));
    expect(server.last('POST /api/projects/1/insights/')?.body).toMatchObject({
      name: 'Sales (copy)',
      query: { source: { series: [{ event: 'visited' }] } },
      saved: true,
    });
    expect(server.last('PATCH /api/projects/1/insights/4/')).toBeUndefined();
    expect(await screen.findByText('Saved “Sales (copy)”.')).toBeDefined();
  });

  it('has nothing to save anew while the insight is new itself', async () => {
    const { user } = await openEditor();
    await user.click(screen.getByRole('button', { name: 'More about this insight' }));
    expect(screen.queryByRole('menuitem', { name: 'Save as a new insight' })).toBeNull();
  });

  it('copies the address, which holds the draft', async () => {
    const { user, location } = await openEditor();
    await pick(user, /^Event of series A/, 'paid');
    await waitFor(() => expect(location()).toContain('?q='));
    // The test has its own history, apart from that of the window.
    const before = window.location.href;
    onTestFinished(() => window.history.replaceState(null, '', before));
    window.history.replaceState(null, '', location());
    await choose(user, 'Copy link');
    expect(await screen.findByText(/^The link has been copied\./)).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(new URL(location(), before).href);
  });

  it('discards changes, which can be undone', async () => {
    const { user } = await openStored(insight(4, 'Sales'));
    await pick(user, /^Event of series A/, 'visited');
    await user.type(screen.getByRole('textbox', { name: 'Description' }), 'In all');
    expect(screen.getByText('Unsaved changes')).toBeDefined();
    await choose(user, 'Discard changes');
    expect(await screen.findByRole('button', { name: /^Event of series A: ?paid/ })).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveProperty('value', '');
    expect(screen.queryByText('Unsaved changes')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /^Event of series A: ?visited/ })).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveProperty('value', 'In all');
  });

  it('has nothing to discard before anything is changed', async () => {
    const { user } = await openStored(insight(4, 'Sales'));
    await user.click(screen.getByRole('button', { name: 'More about this insight' }));
    expect(screen.getByRole('menuitem', { name: 'Discard changes' })).toHaveProperty('disabled', true);
  });
});

describe('a saved insight', () => {
  it('counts as viewed once', async () => {
    const server = insightServer();
    server.on('GET /api/projects/1/insights/short4/', { json: insight(4, 'Sales') });
    server.on('POST /api/projects/1/insights/viewed/', { status: 201 });
    renderApp('/project/1/insights/short4');
    await screen.findByRole('textbox', { name: 'Name' });
    await waitFor(() =>
      expect(server.last('POST /api/projects/1/insights/viewed/')?.body).toEqual({ insight_ids: [4] }),
    );
    expect(server.requests.filter(({ path }) => path.endsWith('/viewed/'))).toHaveLength(1);
  });

  it('shows what was changed elsewhere since it was open last, and does not write back what was', async () => {
    const { server, user } = await openStored(insight(4, 'Sales'));
    await user.click(screen.getByRole('link', { name: 'Insights' }));
    server.on(SALES, { json: insight(4, 'Turnover') });
    await user.click(await screen.findByRole('link', { name: 'Sales' }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Turnover'),
    );
    expect(screen.queryByText('Unsaved changes')).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Description' }), 'In all');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.last('PATCH /api/projects/1/insights/4/')?.body).toEqual({
        description: 'In all',
        saved: true,
      }),
    );
  });

  it('keeps what is edited when something else is changed elsewhere', async () => {
    const { server, user, queryClient } = await openStored(insight(4, 'Sales'));
    await user.type(screen.getByRole('textbox', { name: 'Description' }), 'In all');
    server.on(SALES, { json: insight(4, 'Turnover', { description: 'Monthly' }) });
    await queryClient.refetchQueries({ queryKey: insightKeys.one(1, 'short4') });
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Turnover'),
    );
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveProperty('value', 'In all');
    expect(screen.getByText('Unsaved changes')).toBeDefined();
  });
});

describe('saving', () => {
  it('makes a new insight and goes to it', async () => {
    const { server, user, location } = await openEditor();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sales');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(location()).toBe('/project/1/insights/short3'));
    expect(server.last('POST /api/projects/1/insights/')?.body).toMatchObject({
      name: 'Sales',
      derived_name: 'All events',
      query: { kind: 'InsightVizNode', source: { kind: 'TrendsQuery' } },
      saved: true,
    });
    expect(await screen.findByText('Saved “Sales”.')).toBeDefined();
  });

  it('keeps what other programs stored and the editor does not know', async () => {
    const server = insightServer();
    const source = { kind: 'TrendsQuery', series: [{ kind: 'ActionsNode', id: 4 }], samplingFactor: 0.5 };
    const stored = insight(5, 'Old', { query: { kind: 'InsightVizNode', full: true, source } });
    server.on('GET /api/projects/1/insights/short5/', { json: stored });
    server.on('PATCH /api/projects/1/insights/5/', { json: stored });
    const { user } = renderApp('/project/1/insights/short5');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'er');
    await user.click(screen.getByRole('button', { name: /^Chart type/ }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Pie' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.last('PATCH /api/projects/1/insights/5/')?.body).toMatchObject({
        name: 'Older',
        query: { full: true, source: { series: [{ kind: 'ActionsNode', id: 4 }], samplingFactor: 0.5 } },
      }),
    );
  });

  it('adds to a dashboard and goes there', async () => {
    const { server, user, location } = await openEditor();
    await user.click(screen.getByRole('button', { name: 'Add to dashboard' }));
    await user.click(await screen.findByRole('button', { name: 'Growth' }));
    await waitFor(() => expect(location()).toBe('/project/1/dashboard/7'));
    expect(server.last('POST /api/projects/1/insights/')?.body).toMatchObject({ dashboards: [7] });
    expect(await screen.findByText('Saved “All events” to “Growth”.')).toBeDefined();
  });

  it('adds to a dashboard without taking from one that was added meanwhile', async () => {
    const server = insightServer();
    server.on('GET /api/projects/1/insights/short5/', { json: insight(5, 'Old') });
    server.on('GET /api/projects/1/insights/5/', { json: insight(5, 'Old', { dashboards: [8] }) });
    server.on('PATCH /api/projects/1/insights/5/', { json: insight(5, 'Old', { dashboards: [8, 7] }) });
    const { user, location } = renderApp('/project/1/insights/short5');
    await user.click(await screen.findByRole('button', { name: 'Add to dashboard' }));
    await user.click(await screen.findByRole('button', { name: 'Growth' }));
    await waitFor(() => expect(location()).toBe('/project/1/dashboard/7'));
    expect(server.last('PATCH /api/projects/1/insights/5/')?.body).toMatchObject({ dashboards: [8, 7] });
  });

  it('returns to the dashboard that the insight is made for', async () => {
    const { server, user, location } = await openEditor(`${NEW}?dashboard=7`);
    await user.click(await screen.findByRole('button', { name: 'Save to Growth' }));
    await waitFor(() => expect(location()).toBe('/project/1/dashboard/7'));
    expect(server.last('POST /api/projects/1/insights/')?.body).toMatchObject({ dashboards: [7] });
  });

  it('says why it failed, and loses nothing', async () => {
    const { server, user, location } = await openEditor();
    server.on('POST /api/projects/1/insights/', refusal(403, 'permission_denied', 'You may only look.'));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sales');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Not saved. You may only look.')).toBeDefined();
    expect(location()).toContain(NEW);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Sales');
  });

  it('asks before changes are left behind', async () => {
    const { user, location } = await openEditor();
    await pick(user, /^Event of series A/, 'paid');
    await user.click(screen.getByRole('link', { name: 'Dashboards' }));
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await user.click(within(dialog).getByText('Stay'));
    expect(location()).toContain(NEW);
    await user.click(screen.getByRole('link', { name: 'Dashboards' }));
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(location()).toBe('/project/1/dashboards'));
  });
});
