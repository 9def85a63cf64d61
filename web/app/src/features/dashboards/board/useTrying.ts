import { same } from '@tessera/board-model';
import { useEffect, useMemo, useRef } from 'react';
import { useBoardContext } from './BoardContext.ts';
import type { Filters } from './wire.ts';

type Override = Filters | undefined;

export interface Trying {
  /** Takes these filters in place of those that are tried out now, as a step that can be undone and is never saved. */
  tryOut: (wanted: Override) => void;
  /** Tries nothing out any more, without a step: what was tried out has become the board's. */
  end: () => void;
}

/** The trying out of filters, which the address keeps. */
export function useTrying(override: Override, show: (override: Override) => void): Trying {
  const { store } = useBoardContext();
  // The address follows a moment later, and can be changed by other ways.
  const now = useRef(override);
  useEffect(() => {
    now.current = override;
  }, [override]);
  return useMemo(() => {
    const go = (wanted: Override) => {
      now.current = wanted;
      show(wanted);
    };
    const tryOut = (after: Override) => {
      const ends = { before: now.current, after };
      if (!same(ends.before, after)) {
        go(after);
        store.record({ isAt: (end) => same(now.current, ends[end]), goTo: (end) => go(ends[end]) });
      }
    };
    return { tryOut, end: () => go(undefined) };
  }, [store, show]);
}
