import { onTestFinished, vi } from 'vitest';

let isNarrow = false;

/** Makes the window as narrow as a phone until the test ends. jsdom has no media queries of its own. */
export function narrow(): void {
  isNarrow = true;
  onTestFinished(() => {
    isNarrow = false;
  });
  vi.stubGlobal('matchMedia', (media: string) => new MediaQuery(media));
}

/** It may be kept after the test, and says that the window is wide then. */
class MediaQuery extends EventTarget {
  constructor(readonly media: string) {
    super();
  }

  get matches(): boolean {
    return isNarrow && this.media.startsWith('(max-width');
  }
}
