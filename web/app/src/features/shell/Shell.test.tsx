import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../../testing/fakeServer.ts';
import { renderApp, signedInServer } from '../../testing/renderApp.tsx';
import { dashboard, me, project } from '../../testing/samples.ts';
import { insight } from '../insights/testing.ts';

afterEach(() => {
  delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.density;
  window.dispatchEvent(new Event('online'));
});

describe('the shell', () => {
  it('names the window after the page', async () => {
    signedInServer();
    const { user } = renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    expect(document.title).toBe('Dashboards · Tessera');
    await user.click(screen.getByRole('link', { name: 'Send events' }));
    await screen.findByRole('heading', { name: 'Send events' });
    expect(document.title).toBe('Send events · Tessera');
  });

  it('can be skipped by keyboard', async () => {
    signedInServer();
    const { user } = renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Skip to content');
    expect(document.activeElement?.getAttribute('href')).toBe(`#${screen.getByRole('main').id}`);
  });

  it('says which page is the one in view', async () => {
    signedInServer();
    renderApp('/project/1/send-events');
    const navigation = await screen.findByRole('navigation', { name: 'Main' });
    expect(within(navigation).getByRole('link', { name: 'Send events' }).getAttribute('aria-current')).toBe(
      'page',
    );
    expect(
      within(navigation).getByRole('link', { name: 'Dashboards' }).getAttribute('aria-current'),
    ).toBeNull();
  });

  it('switches to another project, here and on the server', async () => {
    const server = signedInServer();
    const projects = [project(), project({ id: 2, name: 'Mobile app' })];
    server.on('GET /api/users/@me/', { json: me(projects) });
    server.on('PATCH /api/users/@me/', { json: me([...projects].reverse()) });
    server.on('GET /api/projects/2/dashboards/', {
      json: { count: 0, next: null, previous: null, results: [] },
    });
    const { user, location } = renderApp('/project/1/dashboards');
    await user.click(await screen.findByRole('button', { name: /Project: Loan applications/ }));
    await user.click(screen.getByRole('menuitemradio', { name: /Mobile app/ }));
    await waitFor(() => expect(location()).toBe('/project/2/dashboards'));
    expect(server.last('PATCH /api/users/@me/')?.body).toEqual({ set_current_team: 2 });
  });

  it('keeps the theme and the density that were chosen', async () => {
    signedInServer();
    const { user } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: /Ada Lovelace.*account/ }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('tessera.scheme')).toBe('dark');
    await user.click(screen.getByRole('button', { name: /Ada Lovelace.*account/ }));
    expect(screen.getByRole('menuitemradio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true');
    await user.click(screen.getByRole('menuitemradio', { name: 'Compact' }));
    expect(document.documentElement.dataset.density).toBe('compact');
  });

  it('says when signing out did not work', async () => {
    const server = signedInServer();
    server.on('POST /logout', refusal(503, 'unavailable', 'Try again.'));
    const { user } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: /Ada Lovelace.*account/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You are still signed in. Try again.');
  });

  it('folds its navigation, which stays named', async () => {
    signedInServer();
    const { user } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: 'Collapse navigation' }));
    expect(screen.getByRole('link', { name: 'Dashboards' }).textContent).toBe('');
    expect(screen.getByRole('button', { name: 'Expand navigation' }).getAttribute('aria-expanded')).toBe(
      'false',
    );
  });

  it('says when the network is gone', async () => {
    signedInServer();
    renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(await screen.findByText(/You are offline/)).toBeDefined();
  });
});

describe('the command palette', () => {
  it('finds insights as soon as something is typed', async () => {
    const server = signedInServer();
    server.on('GET /api/projects/1/insights/', {
      json: { count: 1, next: null, previous: null, results: [insight(3, 'Sales')] },
    });
    server.on('GET /api/projects/1/insights/short3/', { json: insight(3, 'Sales') });
    const { user, location } = renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    expect(screen.queryByRole('option', { name: 'Sales' })).toBeNull();
    await user.keyboard('sal');
    await screen.findByRole('option', { name: 'Sales' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(location()).toBe('/project/1/insights/short3'));
  });

  it('creates a dashboard from any page', async () => {
    const server = signedInServer();
    server.on('POST /api/projects/1/dashboards/', { status: 201, json: dashboard(7, 'Weekly') });
    const { user, location } = renderApp('/project/1/send-events');
    await screen.findByRole('heading', { name: 'Send events' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    await user.keyboard('new dash{Enter}');
    await user.type(await screen.findByLabelText('Name'), 'Weekly{Enter}');
    await waitFor(() => expect(location()).toBe('/project/1/dashboard/7'));
  });

  it('goes to a dashboard by its name, without a pointer', async () => {
    const server = signedInServer();
    const results = [dashboard(4, 'Weekly growth'), dashboard(5, 'Risk')];
    server.on('GET /api/projects/1/dashboards/', { json: { count: 2, next: null, previous: null, results } });
    const { user, location } = renderApp('/');
    await screen.findByRole('table');
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    expect(document.activeElement).toBe(field);
    await user.keyboard('gro');
    const option = screen.getByRole('option', { name: 'Weekly growth' });
    expect(option.getAttribute('aria-selected')).toBe('true');
    expect(field.getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(location()).toBe('/project/1/dashboard/4'));
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('moves with the arrows, round its ends', async () => {
    signedInServer();
    const { user } = renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    const chosen = () => screen.getByRole('option', { selected: true }).textContent;
    expect(chosen()).toBe('Dashboards');
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe('Insights');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toBe('Sign out');
  });

  it('says when nothing fits', async () => {
    signedInServer();
    const { user } = renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    await user.click(screen.getAllByRole('button', { name: 'Search' })[0] as HTMLElement);
    await user.type(await screen.findByRole('combobox'), 'zzz');
    expect(screen.getByText('Nothing is called “zzz”.')).toBeDefined();
    expect(screen.queryByRole('option')).toBeNull();
  });
});
