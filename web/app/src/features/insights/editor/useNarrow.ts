import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia?.('(max-width: 960px)');

/** Whether there is no room for the controls beside the chart. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow?.matches ?? false);
}

function subscribe(listener: () => void): () => void {
  narrow?.addEventListener('change', listener);
  return () => narrow?.removeEventListener('change', listener);
}
