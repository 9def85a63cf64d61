/** An answer of the API that says no, or none at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** The HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    readonly type: string,
    /** Stable, for programs. */
    readonly code: string,
    /** A sentence for the person who reads it. */
    readonly detail: string,
    /** The field of the request that is refused. */
    readonly attr: string | null,
  ) {
    super(detail);
  }

  get isUnreachable(): boolean {
    return this.status === 0;
  }
}

/** Whether there was a session, which is over; undefined, not false, so that an address does not carry it. */
export function isSessionExpired(error: Error): true | undefined {
  return (error instanceof ApiError && error.code === 'session_expired') || undefined;
}

/** The error for an answer with `status` and `body`, which ought to be the error envelope. */
export function errorOf(status: number, body: unknown): ApiError {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return new ApiError(
    status,
    text(fields.type) ?? 'server_error',
    text(fields.code) ?? 'error',
    text(fields.detail) ?? `The server answered ${status} and did not say why.`,
    text(fields.attr) ?? null,
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
