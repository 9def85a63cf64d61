import { useEffect, useRef } from 'react';

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Ctrl+K, or Command+K on Apple's keyboards. */
export function usePaletteShortcut(onShortcut: () => void): void {
  const handler = useRef(onShortcut);
  useEffect(() => {
    handler.current = onShortcut;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (isMac ? event.metaKey : event.ctrlKey) && !event.shiftKey) {
        event.preventDefault();
        handler.current();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
