import { showToast } from '@tessera/ui';
import { type RefObject, useEffect, useState } from 'react';
import { boardMessages as messages } from './messages.ts';

export interface FullScreen {
  active: boolean;
  toggle: () => void;
}

/** An element on all of the screen, for walls. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [active, setActive] = useState(false);
  useEffect(() => {
    const onChange = () => setActive(document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [element]);
  const toggle = () => {
    const done = active ? document.exitFullscreen() : element.current?.requestFullscreen?.();
    done?.catch(() => showToast(messages.fullScreenFailed, { tone: 'danger' }));
  };
  return { active, toggle };
}
