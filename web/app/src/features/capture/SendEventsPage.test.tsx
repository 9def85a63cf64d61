import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp, signedInServer } from '../../testing/renderApp.tsx';
import { me, project } from '../../testing/samples.ts';
import { POLL } from './queries.ts';
import { snippets } from './snippets.ts';

const QUERY = 'POST /api/projects/1/query/';
const VALUES = 'GET /api/projects/1/events/values/';
const PROPERTIES = 'GET /api/projects/1/property_definitions/';

function counted(...results: { count: number; breakdown_value: string }[]) {
  return { json: { results } };
}

/** The page of a project without events, while it listens. */
async function listening() {
  const server = signedInServer();
  server.on('GET /api/users/@me/', { json: me([project({ ingested_event: false })]) });
  server.on('GET /api/projects/1/', { json: project({ ingested_event: false }) });
  server.on(QUERY, { json: { results: [] } });
  const { queryClient } = renderApp('/project/1/send-events');
  await screen.findByRole('heading', { name: 'Listening for the first event' });
  return { server, queryClient };
}

it('shows the first event as soon as it arrives, and tells the rest of the application', async () => {
  const server = signedInServer();
  server.on('GET /api/users/@me/', { json: me([project({ ingested_event: false })]) });
  server.on(QUERY, { json: { results: [] } });
  const { queryClient } = renderApp('/project/1/send-events');
  expect(await screen.findByRole('heading', { name: 'Listening for the first event' })).toBeDefined();
  server.on('GET /api/users/@me/', { json: me([project({ ingested_event: true })]) });
  server.on(VALUES, { json: [{ name: 'signed up' }] });
  server.on(QUERY, counted({ count: 1, breakdown_value: 'posthog-node' }));
  await queryClient.refetchQueries({ queryKey: ['project', 1, 'recent-events'] });
  expect(await screen.findByRole('heading', { name: 'Your first event is here' })).toBeDefined();
  expect(screen.getByText('event in the last 24 hours')).toBeDefined();
  const latest = await screen.findByRole('list', { name: 'The latest events' });
  expect(within(latest).getByRole('button').textContent).toBe('signed up');
  const libraries = screen.getByRole('list', { name: 'Where they came from' });
  expect(within(libraries).getByRole('listitem').textContent).toBe('posthog-node1');
  await waitFor(() => expect(server.requests.filter((it) => it.path === '/api/users/@me/').length).toBe(2));
  expect(server.last(QUERY)?.body).toMatchObject({
    refresh: 'force_blocking',
    query: { kind: 'TrendsQuery' },
  });
});

it('shows a first event whose timestamp is too old to be counted, once the project knows of it', async () => {
  const { server, queryClient } = await listening();
  server.on('GET /api/projects/1/', { json: project({ ingested_event: true }) });
  await queryClient.refetchQueries({ queryKey: ['project', 1], exact: true });
  expect(await screen.findByRole('heading', { name: 'Your first event is here' })).toBeDefined();
  expect(screen.getByText(/^By its timestamp it is not of the last 24 hours/)).toBeDefined();
});

it('counts a first event at once when the project knows of it before it was counted', async () => {
  const { server, queryClient } = await listening();
  await waitFor(() => expect(queryClient.getQueryData(['project', 1, 'recent-events'])).toBeDefined());
  server.on('GET /api/projects/1/', { json: project({ ingested_event: true }) });
  server.on(VALUES, { json: [{ name: 'signed up' }] });
  server.on(QUERY, counted({ count: 1, breakdown_value: 'web' }));
  await queryClient.refetchQueries({ queryKey: ['project', 1], exact: true });
  // Sooner than it is asked again.
  const latest = await screen.findByRole(
    'list',
    { name: 'The latest events' },
    { timeout: POLL.counting / 2 },
  );
  expect(within(latest).getByRole('button').textContent).toBe('signed up');
});

it('has read aloud that an event arrived, and no counts', async () => {
  const server = signedInServer();
  server.on('GET /api/users/@me/', { json: me([project({ ingested_event: false })]) });
  server.on(QUERY, { json: { results: [] } });
  const { queryClient } = renderApp('/project/1/send-events');
  const heading = await screen.findByRole('heading', { name: 'Listening for the first event' });
  server.on(QUERY, counted({ count: 7, breakdown_value: 'web' }));
  await queryClient.refetchQueries({ queryKey: ['project', 1, 'recent-events'] });
  const [count] = await screen.findAllByText('7');
  expect(heading.textContent).toBe('Your first event is here');
  expect(heading.getAttribute('aria-live')).toBe('polite');
  expect(count?.closest('[aria-live]')).toBe(null);
});

it.each([
  ['often until an event arrives', false, 2_000],
  ['seldom once events arrive', true, 10_000],
])('asks %s', async (_when, ingested_event, interval) => {
  const server = signedInServer();
  server.on('GET /api/users/@me/', { json: me([project({ ingested_event })]) });
  server.on(QUERY, { json: { results: [] } });
  const { queryClient } = renderApp('/project/1/send-events');
  await screen.findByText('Project token');
  const [query] = queryClient.getQueryCache().findAll({ queryKey: ['project', 1, 'recent-events'] });
  await waitFor(() => expect(query?.state.status).toBe('success'));
  const { refetchInterval } = query?.observers[0]?.options ?? {};
  expect(typeof refetchInterval === 'function' && query ? refetchInterval(query) : refetchInterval).toBe(
    interval,
  );
});

/** A server that got these events, each with its properties and so many minutes after midnight; the latest is first. */
function serverThatGot(...events: { name: string; minute: number; properties: Record<string, string> }[]) {
  const server = signedInServer();
  const named = (name: string | null | undefined) => events.find((it) => it.name === name);
  server.on(QUERY, ({ body }) => {
    const { query } = body as { query: { series: { event: string | null }[]; interval: string } };
    const event = named(query.series[0]?.event);
    if (!event) {
      return counted({ count: events.length, breakdown_value: 'web' });
    }
    const data = Array.from({ length: 10 }, (_, minute) => Number(minute === event.minute));
    const dates = { date_from: '2026-01-02T01:00:30+01:00', date_to: '2026-01-02T01:10:00+01:00' };
    return { json: { results: query.interval === 'minute' ? [{ data }] : [], resolved_date_range: dates } };
  });
  server.on(PROPERTIES, ({ query }) => {
    const [name] = JSON.parse(query.get('event_names') ?? '[]') as string[];
    const seen = query.get('filter_by_event_names') === 'true' ? named(name)?.properties : {};
    return { json: { results: Object.keys(seen ?? {}).map((it) => ({ id: it, name: it })) } };
  });
  server.on(VALUES, ({ query }) => {
    const value = named(query.get('event_name'))?.properties[query.get('key') ?? ''];
    const found = query.has('is_column') ? events.map(({ name }) => name) : [value, 'an older value'];
    return { json: found.map((name) => ({ name })) };
  });
  return server;
}

const toggle = (name: string) => screen.getByRole('button', { name });

it('shows of the latest event when it was, and the values that its properties had last', async () => {
  const properties = { plan: 'free', seats: '3', $lib: 'web' };
  serverThatGot({ name: 'signed up', minute: 7, properties });
  renderApp('/project/1/send-events');
  const shown = await screen.findByLabelText('The latest value of each property of signed up');
  const pairs = within(shown).getAllByRole('definition');
  expect(pairs.map((it) => `${it.previousSibling?.textContent}: ${it.textContent}`)).toEqual([
    'plan: free',
    'seats: 3',
  ]);
  expect(document.querySelector('time')?.dateTime).toBe('2026-01-02T00:07:00.000Z');
});

it('shows another of the latest events when it is chosen, and none when that is closed', async () => {
  serverThatGot(
    { name: '$pageleave', minute: 9, properties: {} },
    { name: 'signed up', minute: 7, properties: { plan: 'free' } },
  );
  const { user } = renderApp('/project/1/send-events');
  expect(await screen.findByText('It came without properties of its own.')).toBeDefined();
  expect(toggle('$pageleave').getAttribute('aria-expanded')).toBe('true');
  await user.click(toggle('signed up'));
  expect(await screen.findByText('free')).toBeDefined();
  expect(toggle('$pageleave').getAttribute('aria-expanded')).toBe('false');
  await user.click(toggle('signed up'));
  expect(screen.queryByText('free')).toBeNull();
});

it('says how many properties it leaves out', async () => {
  const properties = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`p${at}`, `v${at}`]));
  serverThatGot({ name: 'signed up', minute: 7, properties });
  renderApp('/project/1/send-events');
  expect(await screen.findByText('and 2 more properties')).toBeDefined();
  expect(screen.getByText('v5')).toBeDefined();
  expect(screen.queryByText('v6')).toBeNull();
});

it('says so when the latest event is not of the last day', async () => {
  serverThatGot({ name: 'signed up', minute: -1, properties: {} });
  renderApp('/project/1/send-events');
  expect(await screen.findByText('Not in the last 24 hours')).toBeDefined();
});

it('counts what arrives in a project that has events', async () => {
  signedInServer().on(
    QUERY,
    counted(
      { count: 12_000, breakdown_value: 'web' },
      { count: 345, breakdown_value: '$$_posthog_breakdown_null_$$' },
    ),
  );
  renderApp('/project/1/send-events');
  expect(await screen.findByText('12,345')).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Events are arriving' })).toBeDefined();
  expect(screen.getByText('Without an SDK')).toBeDefined();
});

it('chooses an SDK with the arrows', async () => {
  signedInServer().on(QUERY, counted());
  const { user } = renderApp('/project/1/send-events');
  await user.click(await screen.findByRole('radio', { name: 'Web' }));
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'Node.js' }).getAttribute('aria-checked')).toBe('true');
  expect(document.activeElement?.textContent).toBe('Node.js');
  expect(screen.getByText('npm install posthog-node')).toBeDefined();
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(screen.getByText(/"api_key": "phc_test"/)).toBeDefined();
});

it('puts the token and the host of this server into every snippet', () => {
  for (const { id, code } of snippets('https://stats.example', 'phc_abc')) {
    expect(code, id).toContain('phc_abc');
    expect(code, id).toContain('https://stats.example');
  }
});
