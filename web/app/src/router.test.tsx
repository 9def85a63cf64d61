import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer, refusal } from './testing/fakeServer.ts';
import { renderApp, signedInServer } from './testing/renderApp.tsx';
import { me, project } from './testing/samples.ts';

function signedOutServer(initiated = true) {
  const server = fakeServer();
  server.on('GET /_preflight/', { json: { initiated, can_create_org: !initiated } });
  server.on(
    'GET /api/users/@me/',
    refusal(401, 'not_authenticated', 'Authentication credentials were not provided.'),
  );
  return server;
}

describe('somebody who is not signed in', () => {
  it('is asked to, and then brought to where they wanted to go', async () => {
    const server = signedOutServer();
    server.on('POST /api/login/', () => {
      server.on('GET /api/users/@me/', { json: me() });
      server.on('GET /api/projects/1/dashboards/', { json: { count: 0, next: null, results: [] } });
      return { json: { success: true } };
    });
    const { user, location } = renderApp('/project/1/dashboards');
    await user.type(await screen.findByLabelText('E-mail'), ' ada@example.com ');
    await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
    expect(await screen.findByRole('heading', { name: 'Dashboards' })).toBeDefined();
    expect(location()).toBe('/project/1/dashboards');
    expect(server.last('POST /api/login/')?.body).toEqual({
      email: 'ada@example.com',
      password: 'correct horse',
    });
  });

  it('reads why signing in was refused', async () => {
    signedOutServer().on(
      'POST /api/login/',
      refusal(400, 'invalid_credentials', 'Invalid email or password.'),
    );
    const { user } = renderApp('/login');
    await user.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Invalid email or password.');
  });

  it('is brought nowhere but to this site', async () => {
    const server = signedOutServer();
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { router } = renderApp(`/login?next=${encodeURIComponent(next)}`);
      await waitFor(() => expect(router.state.status).toBe('idle'));
      expect(router.state.location.search).not.toHaveProperty('next', next);
    }
    expect(server.last('GET /_preflight/')).toBeDefined();
  });

  it('is told when a session has expired', async () => {
    signedOutServer();
    renderApp('/login?message=anything');
    expect(await screen.findByText(/Your session has expired/)).toBeDefined();
    expect(screen.queryByText('anything')).toBeNull();
  });

  it('shows and hides the password', async () => {
    signedOutServer();
    const { user } = renderApp('/login');
    const field = await screen.findByLabelText('Password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(field.getAttribute('type')).toBe('text');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(field.getAttribute('type')).toBe('password');
  });
});

describe('a server without accounts', () => {
  it('asks for the first one, and says at its field what is wrong', async () => {
    const server = signedOutServer(false);
    server.on(
      'POST /api/signup/',
      refusal(400, 'password_too_weak', 'This password is too weak.', 'password'),
    );
    const { user, location } = renderApp('/');
    await user.type(await screen.findByLabelText('Your name'), 'Ada');
    await user.type(screen.getByLabelText('E-mail'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'password');
    await user.type(screen.getByLabelText('Organization'), 'Harbour Loans{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('This password is too weak.');
    const password = screen.getByLabelText('Password');
    expect(password.getAttribute('aria-invalid')).toBe('true');
    expect(password.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    expect(location()).toContain('/signup');
    expect(server.last('POST /api/signup/')?.body).toEqual({
      first_name: 'Ada',
      email: 'ada@example.com',
      password: 'password',
      organization_name: 'Harbour Loans',
    });
  });

  it('has no second sign-up', async () => {
    signedOutServer(true);
    renderApp('/signup');
    expect(await screen.findByRole('heading', { name: 'Ask your administrator' })).toBeDefined();
  });
});

describe('somebody who is signed in', () => {
  it('begins at the dashboards of the current project', async () => {
    signedInServer();
    const { location } = renderApp('/');
    await screen.findByRole('heading', { name: 'Dashboards' });
    expect(location()).toBe('/project/1/dashboards');
  });

  it('finds the way back from an address that leads nowhere', async () => {
    signedInServer();
    const { user, location } = renderApp('/no/such/place');
    await user.click(await screen.findByRole('link', { name: 'Go to the dashboards' }));
    await screen.findByRole('heading', { name: 'Dashboards' });
    expect(location()).toBe('/project/1/dashboards');
  });

  it.each(['/project/2/dashboards', '/project/none/dashboards'])(
    'is told that %s is not open',
    async (path) => {
      signedInServer();
      renderApp(path);
      expect(await screen.findByRole('heading', { name: 'This project is not open to you' })).toBeDefined();
    },
  );

  it('signs in again when the session ends while they look', async () => {
    const server = signedInServer();
    server.on('GET /api/projects/1/dashboards/', refusal(401, 'not_authenticated', 'Not signed in.'));
    const { router } = renderApp('/project/1/dashboards');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
    expect(router.state.location.search).toHaveProperty('next', '/project/1/dashboards');
  });

  it('can try again when the server is in trouble', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {}); // React reports what its boundary caught.
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const server = signedInServer();
    server.on('GET /api/users/@me/', refusal(500, 'error', 'A server error occurred.'));
    const { user } = renderApp('/project/1/dashboards');
    expect((await screen.findByRole('alert')).textContent).toContain('A server error occurred.');
    server.on('GET /api/users/@me/', { json: me([project({ name: 'Back again' })]) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Dashboards' })).toBeDefined();
  });
});
