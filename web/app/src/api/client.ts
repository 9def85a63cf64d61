import { ApiError, errorOf } from './ApiError.ts';

type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue | readonly string[]>;
  body?: unknown;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What the API answers, as `T`: the caller names the wire type of the endpoint. */
export const api = {
  get: <T>(path: string, options?: Omit<RequestOptions, 'body'>) => request<T>('GET', path, options),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>('POST', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: RequestOptions) =>
    request<T>('PATCH', path, { ...options, body }),
  delete: (path: string, options?: RequestOptions) => request<void>('DELETE', path, options),
};

/**
 * After so long nobody answers any more. A query may run and wait for its turn for 50 seconds, which the server ends
 * itself and explains; no other request takes longer.
 */
const DEADLINE_MS = 120_000;

async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const [response, body] = await send(method, path, options);
  if (response.type === 'opaqueredirect') {
    // No endpoint redirects; a session that is too old does, to the sign-in page.
    throw new ApiError(401, 'authentication_error', 'session_expired', 'Your session has expired.', null);
  }
  if (!response.ok) {
    throw errorOf(response.status, body);
  }
  return body as T;
}

async function send(
  method: Method,
  path: string,
  { query, body, signal }: RequestOptions,
): Promise<[Response, body: unknown]> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-CSRFToken'] = cookie('posthog_csrftoken');
  }
  try {
    const response = await fetch(path + queryString(query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      credentials: 'same-origin',
      redirect: 'manual',
    });
    return [response, await bodyOf(response)];
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    if (deadline.aborted) {
      throw new ApiError(0, 'unreachable', 'timeout', 'The server did not answer in time.', null);
    }
    throw new ApiError(0, 'unreachable', 'unreachable', 'The server cannot be reached.', null);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function queryString(query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined) {
        search.append(name, String(one));
      }
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
