import type { Placed } from '@tessera/board-model';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { glide } from '../../insights/results/motion.ts';

/** Lets tiles glide to their new places instead of jumping; `held` follows the pointer instead. */
export function useGlide(
  grid: RefObject<HTMLElement | null>,
  places: readonly Placed[],
  held: number | null,
) {
  const before = useRef(new Map<string, { left: number; top: number }>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs whenever places have changed
  useLayoutEffect(() => {
    const after = new Map<string, { left: number; top: number }>();
    for (const element of grid.current?.querySelectorAll<HTMLElement>('[data-tile]') ?? []) {
      const id = element.dataset.tile ?? '';
      const now = { left: element.offsetLeft, top: element.offsetTop };
      const then = before.current.get(id);
      after.set(id, now);
      if (then && id !== String(held) && (then.left !== now.left || then.top !== now.top)) {
        glide(element, `${then.left - now.left}px ${then.top - now.top}px`);
      }
    }
    before.current = after;
  }, [grid, places]);
}
