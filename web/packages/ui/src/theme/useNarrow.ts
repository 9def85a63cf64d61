import { useSyncExternalStore } from 'react';

/** The widths below which pages change their shape; the stylesheets have the same. */
type Width = 720 | 960;

/** Whether the window is at most `width` pixels wide: 720 has room for one column, 960 for none beside the content. */
export function useNarrow(width: Width): boolean {
  return useSyncExternalStore(subscribers[width], () => queryOf(width)?.matches ?? false);
}

const subscribers: Readonly<Record<Width, (listener: () => void) => () => void>> = {
  720: (listener) => subscribe(720, listener),
  960: (listener) => subscribe(960, listener),
};

function subscribe(width: Width, listener: () => void): () => void {
  const query = queryOf(width);
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

const queries = new Map<Width, MediaQueryList>();

function queryOf(width: Width): MediaQueryList | undefined {
  if (typeof matchMedia === 'function' && !queries.has(width)) {
    queries.set(width, matchMedia(`(max-width: ${width}px)`));
  }
  return queries.get(width);
}
