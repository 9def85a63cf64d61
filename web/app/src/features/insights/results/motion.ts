/** Whether the reader has asked for nothing to move that need not. */
export function prefersStillness(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Lets an element glide to its place from `translate`; it is there at once where nothing may move. */
export function glide(element: HTMLElement, translate: string): void {
  if (!prefersStillness() && typeof element.animate === 'function') {
    element.animate([{ translate }, { translate: '0 0' }], {
      duration: 160,
      easing: 'cubic-bezier(0.2, 0, 0, 1)',
    });
  }
}
