import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../../testing/fakeServer.ts';
import { renderApp } from '../../../testing/renderApp.tsx';
import { fullDashboard, serving } from './testDashboards.ts';

const BOARD = '/api/projects/1/dashboards/7/';
const PAGE = '/project/1/dashboard/7';

async function renamed(isSignedIn: boolean) {
  const server = serving(fullDashboard([]));
  if (!isSignedIn) {
    server.on(`PATCH ${BOARD}`, refusal(401, 'not_authenticated', 'Not signed in.'));
  }
  const app = renderApp(PAGE);
  await app.user.click(await screen.findByRole('button', { name: 'Growth' }));
  await app.user.clear(screen.getByRole('textbox', { name: 'Name of the dashboard' }));
  await app.user.keyboard('Weekly{Enter}');
  const signIn = () => server.on(`PATCH ${BOARD}`, { json: fullDashboard([], { name: 'Weekly' }) });
  return { server, signIn, ...app };
}

/** Where the page says whether everything is saved. */
async function signedOut() {
  const link = await screen.findByRole('link', { name: 'Sign in' });
  return { link, sentence: link.parentElement?.textContent };
}

describe('somebody who is signed out while there are changes', () => {
  it('is told so, and can sign in beside them', async () => {
    await renamed(false);
    const { link, sentence } = await signedOut();
    expect(sentence).toBe('You are signed out. Sign in to keep the changes.');
    expect(link.getAttribute('href')).toBe('/login');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('has them saved on coming back from there', async () => {
    const { signIn } = await renamed(false);
    await signedOut();
    signIn();
    fireEvent.focus(window);
    expect(await screen.findByText('Saved')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Weekly' })).toBeDefined();
  });

  it('does not lose them by leaving', async () => {
    const { user, signIn, location } = await renamed(false);
    await signedOut();
    await user.click(screen.getByRole('link', { name: 'Dashboards' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
    expect(location()).toBe(PAGE);
    signIn();
    expect(document.activeElement).toBe(dialog.getByText('Stay').closest('button'));
    await user.click(dialog.getByText('Save and leave'));
    await waitFor(() => expect(location()).toBe('/project/1/dashboards'));
  });

  it('is not taken to the sign-in page, where they would be lost', async () => {
    const { server, queryClient, location } = await renamed(false);
    await signedOut();
    server.on(`GET ${BOARD}`, refusal(401, 'not_authenticated', 'Not signed in.'));
    await queryClient.invalidateQueries();
    expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeDefined();
    expect(location()).toBe(PAGE);
  });
});

it('saves what is left before the dashboard is left, without asking', async () => {
  const { server, user, location } = await renamed(true);
  await user.click(screen.getByRole('link', { name: 'Dashboards' }));
  await waitFor(() => expect(location()).toBe('/project/1/dashboards'));
  expect(server.last(`PATCH ${BOARD}`)?.body).toEqual({ name: 'Weekly' });
  expect(screen.queryByRole('dialog')).toBeNull();
});
