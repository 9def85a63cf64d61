import { vi } from 'vitest';

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

export type FakeAnswer = { status?: number; json?: unknown };
type Handler = (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;

/** A server for tests: what `fetch` answers, by method and path, and what it was asked. */
export interface FakeServer {
  requests: FakeRequest[];
  /** Answers requests such as "GET /api/users/@me/" from now on. */
  on: (route: string, handler: Handler | FakeAnswer) => void;
  /** Answers a route as `on` does, but not before what this returns is called. */
  hold: (route: string, answer: FakeAnswer) => () => void;
  /** The last request of a route. */
  last: (route: string) => FakeRequest | undefined;
}

/** Puts a fake server in the place of `fetch`. What it has no answer for is 404, as the real one says it. */
export function fakeServer(): FakeServer {
  const handlers = new Map<string, Handler>();
  const requests: FakeRequest[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const request = {
      method: init.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    requests.push(request);
    const { status = 200, json } = await (handlers.get(`${request.method} ${pathname}`) ?? notFound)(request);
    return new Response(json === undefined ? null : JSON.stringify(json), { status });
  });
  const on: FakeServer['on'] = (route, handler) =>
    handlers.set(route, typeof handler === 'function' ? handler : () => handler);
  return {
    requests,
    on,
    hold: (route, answer) => {
      let release = () => {};
      const released = new Promise<FakeAnswer>((resolve) => {
        release = () => resolve(answer);
      });
      on(route, () => released);
      return release;
    },
    last: (route) => requests.findLast((it) => `${it.method} ${it.path}` === route),
  };
}

/** The envelope of errors. */
export function refusal(
  status: number,
  code: string,
  detail: string,
  attr: string | null = null,
): FakeAnswer {
  return { status, json: { type: 'validation_error', code, detail, attr } };
}

const notFound: Handler = () => refusal(404, 'not_found', 'Endpoint not found.');
