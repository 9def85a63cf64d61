import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, refusal } from '../testing/fakeServer.ts';
import { ApiError } from './ApiError.ts';
import { api } from './client.ts';

afterEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no Cookie Store
  document.cookie = 'posthog_csrftoken=; max-age=0';
});

async function errorFrom(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => null,
    (it) => it,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error;
}

describe('the API client', () => {
  it('repeats the CSRF token of the cookie in requests that change something', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no Cookie Store
    document.cookie = 'posthog_csrftoken=a%2Bb';
    const server = fakeServer();
    server.on('PATCH /api/things/1/', { json: {} });
    await api.patch('/api/things/1/', { name: 'x' });
    const request = server.last('PATCH /api/things/1/');
    expect(request?.headers.get('X-CSRFToken')).toBe('a+b');
    expect(request?.headers.get('Content-Type')).toBe('application/json');
    expect(request?.body).toEqual({ name: 'x' });
  });

  it('keeps the token out of requests that only read', async () => {
    const server = fakeServer();
    server.on('GET /api/things/', { json: [] });
    await api.get('/api/things/');
    expect(server.requests[0]?.headers.has('X-CSRFToken')).toBe(false);
  });

  it('writes queries, leaving out what is not set and repeating lists', async () => {
    const server = fakeServer();
    server.on('GET /api/things/', { json: [] });
    await api.get('/api/things/', { query: { a: 1, b: undefined, c: null, d: ['x y', 'z'], e: false } });
    expect(server.requests[0]?.query.toString()).toBe('a=1&d=x+y&d=z&e=false');
  });

  it('throws the error envelope', async () => {
    fakeServer().on('POST /api/things/', refusal(400, 'blank', 'This field may not be blank.', 'name'));
    const error = await errorFrom(api.post('/api/things/', {}));
    expect(error).toMatchObject({
      status: 400,
      code: 'blank',
      attr: 'name',
      message: 'This field may not be blank.',
    });
  });

  it('makes an error of an answer without an envelope', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
    const error = await errorFrom(api.get('/api/things/'));
    expect(error).toMatchObject({ status: 502, type: 'server_error', attr: null });
    expect(error.detail).toContain('502');
  });

  it('says when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    const error = await errorFrom(api.get('/api/things/'));
    expect(error.isUnreachable).toBe(true);
  });

  describe('with a connection that hangs', () => {
    const deadline = () => vi.spyOn(AbortSignal, 'timeout');

    /** Answers, if at all, only that it was given up. */
    function hang() {
      const givenUp = (signal: AbortSignal) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => givenUp(signal));
      return givenUp;
    }

    it('gives up in the end, and says so', async () => {
      hang();
      const end = new AbortController();
      const timeout = deadline().mockReturnValue(end.signal);
      const saving = errorFrom(api.patch('/api/things/1/', {}));
      end.abort(new DOMException('Timed out.', 'TimeoutError'));
      expect(await saving).toMatchObject({
        status: 0,
        code: 'timeout',
        detail: 'The server did not answer in time.',
      });
      expect(timeout).toHaveBeenCalledWith(120_000);
    });

    it('gives up in the middle of an answer', async () => {
      const givenUp = hang();
      vi.stubGlobal('fetch', async (_url: string, { signal }: { signal: AbortSignal }) =>
        Object.assign(new Response(), { text: () => givenUp(signal) }),
      );
      const end = new AbortController();
      deadline().mockReturnValue(end.signal);
      const loading = errorFrom(api.get('/api/things/', { signal: new AbortController().signal }));
      await Promise.resolve();
      end.abort(new DOMException('Timed out.', 'TimeoutError'));
      expect((await loading).code).toBe('timeout');
    });

    it('still ends when it is told to', async () => {
      hang();
      const stop = new AbortController();
      const loading = api.get('/api/things/', { signal: stop.signal });
      stop.abort();
      await expect(loading).rejects.toHaveProperty('name', 'AbortError');
    });
  });

  it('takes a redirect for the end of the session', async () => {
    vi.stubGlobal('fetch', async () =>
      Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }),
    );
    expect(await errorFrom(api.get('/api/things/'))).toMatchObject({ status: 401, code: 'session_expired' });
  });

  it('has nothing to say of an answer without a body', async () => {
    fakeServer().on('DELETE /api/things/1/', { status: 204 });
    expect(await api.delete('/api/things/1/')).toBeUndefined();
  });
});
