import { useEffect, useRef } from 'react';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages as messages } from './messages.ts';
import { followTiles } from './tileFocus.ts';

type Step = 'undo' | 'redo';

const KEYS: Readonly<Record<string, Step | 'edit'>> = {
  'Ctrl+z': 'undo',
  'Ctrl+Shift+z': 'redo',
  'Ctrl+y': 'redo',
  e: 'edit',
};

const DONE: Readonly<Record<Step, string>> = { undo: messages.undone, redo: messages.redone };
const NOTHING: Readonly<Record<Step, string>> = {
  undo: messages.nothingToUndo,
  redo: messages.nothingToRedo,
};

/**
 * Ctrl+Z and Ctrl+Shift+Z wherever nothing is being written, and E to arrange the tiles. Who may only look undoes the filters
 * that he tries out.
 */
export function useBoardShortcuts(onEdit: () => void): void {
  const { store, canEdit, announce } = useBoardContext();
  const latest = useRef(onEdit);
  latest.current = onEdit;
  useEffect(() => {
    const travel = (step: Step) => {
      const before = store.current();
      const happened = step === 'undo' ? store.undo() : store.redo();
      followTiles(before, store.current());
      announce((happened ? DONE : NOTHING)[step]);
    };
    const onKey = (event: KeyboardEvent) => {
      const wanted = wantedBy(event);
      if (!wanted || event.defaultPrevented || isElsewhere(event.target) || (wanted === 'edit' && !canEdit)) {
        return;
      }
      event.preventDefault();
      if (wanted === 'edit') {
        latest.current();
      } else {
        travel(wanted);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, canEdit, announce]);
}

function wantedBy({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Step | 'edit' | null {
  const command = ctrlKey || metaKey;
  const pressed = [command && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', key.toLowerCase()];
  return KEYS[pressed.filter(Boolean).join('+')] ?? null;
}

/** Fields undo what is written in them themselves; dialogs and menus have keys of their own. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    document.querySelector('dialog[open]') !== null ||
    (target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null)
  );
}
