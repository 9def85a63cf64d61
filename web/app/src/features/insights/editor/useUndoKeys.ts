import { useEffect, useRef } from 'react';

interface History {
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** Ctrl+Z and Ctrl+Shift+Z, or with Command; in text fields they stay the browser's. */
export function useUndoKeys(history: History): void {
  const current = useRef(history);
  useEffect(() => {
    current.current = history;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = isTyping(event.target) ? undefined : stepOf(event, current.current);
      if (step) {
        event.preventDefault();
        step();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** What a key does to the history, if anything. */
function stepOf(
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  history: History,
): (() => void) | undefined {
  if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey)) {
    return undefined;
  }
  if (shiftKey) {
    return history.canRedo ? history.redo : undefined;
  }
  return history.canUndo ? history.undo : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')
  );
}
