import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fullDashboard, insightTile, number, textTile } from './features/dashboards/board/testDashboards.ts';
import { insight, insightServer } from './features/insights/testing.ts';
import { fakeServer, refusal } from './testing/fakeServer.ts';
import { renderApp } from './testing/renderApp.tsx';
import { dashboard } from './testing/samples.ts';

beforeAll(() => {
  // As index.html says.
  document.documentElement.lang = 'en';
});

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() =>
  Promise.all([
    import('./features/insights/InsightPage.tsx'),
    import('./features/dashboards/board/BoardPage.tsx'),
    import('./features/dashboards/board/Markdown.tsx'),
  ]),
);

/** What axe calls serious or critical, but for contrast: that is computed in palette.test.ts, and cannot be here. */
async function seriousFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.documentElement, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

function signedOut(initiated: boolean): void {
  const server = fakeServer();
  server.on('GET /_preflight/', { json: { initiated, can_create_org: !initiated } });
  server.on('GET /api/users/@me/', refusal(401, 'not_authenticated', 'Not signed in.'));
}

function signedIn(): void {
  const server = insightServer();
  const dashboards = [dashboard(7, 'Growth', { tags: ['weekly'], pinned: true })];
  server.on('GET /api/projects/1/dashboards/', {
    json: { count: 1, next: null, previous: null, results: dashboards },
  });
  server.on('GET /api/projects/1/dashboards/7/', {
    json: fullDashboard([insightTile(1, number(1, 11)), textTile(2, '### Why\n\nSo.')]),
  });
  server.on('GET /api/projects/1/insights/', {
    json: { count: 1, next: null, previous: null, results: [insight(3, 'Sales', { tags: ['weekly'] })] },
  });
  server.on('GET /api/projects/1/insights/short3/', { json: insight(3, 'Sales') });
}

describe('axe finds nothing serious', () => {
  it.each([
    [true, 'Sign in'],
    [false, 'Set up Tessera'],
  ])('where somebody comes in (%s: %s)', async (initiated, title) => {
    signedOut(initiated);
    renderApp('/login');
    await screen.findByRole('heading', { name: title });
    expect(await seriousFindings()).toEqual([]);
  });

  it.each([
    ['/project/1/dashboards', 'Dashboards'],
    ['/project/1/insights', 'Insights'],
    ['/project/1/insights/short3', 'Sales'],
    ['/project/1/send-events', 'Send events'],
    ['/project/2/dashboards', 'This project is not open to you'],
    ['/no/such/place', 'There is nothing here'],
  ])('on %s', async (path, title) => {
    signedIn();
    renderApp(path);
    await screen.findByRole('heading', { level: 1, name: title });
    expect(await seriousFindings()).toEqual([]);
  });

  it('on a dashboard, while its tiles are arranged too', async () => {
    signedIn();
    const { user } = renderApp('/project/1/dashboard/7');
    await screen.findByRole('heading', { level: 3, name: 'Why' });
    expect(await seriousFindings()).toEqual([]);
    await user.keyboard('e');
    await screen.findByRole('button', { name: 'Move Insight 1' });
    expect(await seriousFindings()).toEqual([]);
  });

  it.each([
    [/^Date range/, 'radiogroup'],
    [/^Filter$/, 'dialog'],
    [/^Add$/, 'menu'],
    [/^More about Insight 1$/, 'menu'],
    [/^Open Insight 1 in full$/, 'dialog'],
  ])('in what the button %s opens', async (button, role) => {
    signedIn();
    const { user } = renderApp('/project/1/dashboard/7');
    await user.click(await screen.findByRole('button', { name: button }));
    await screen.findAllByRole(role);
    expect(await seriousFindings()).toEqual([]);
  });

  it('in the command palette', async () => {
    signedIn();
    const { user } = renderApp('/project/1/dashboards');
    await screen.findByRole('table');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    expect(await seriousFindings()).toEqual([]);
  });
});
