import { notifyManager } from '@tanstack/react-query';
import { focusWhenDrawn, passFocusOn } from '@tessera/ui';

const MENU = 'tbody [aria-haspopup="menu"]';

/** Passes the focus on from the menu of a row that is going to be removed. */
export function leaveRow(): void {
  passFocusOn(MENU);
}

/**
 * After a removal was undone: gives the focus to the menu of the row, or to the page's heading while the row cannot be seen.
 * Who has gone on to something else meanwhile stays there.
 */
export function returnToRow(id: number): void {
  // The list is told of what has just come into the cache before this is.
  notifyManager.schedule(() =>
    focusWhenDrawn(() =>
      document.activeElement === document.body
        ? (document.querySelector<HTMLElement>(`[data-row="${id}"] [aria-haspopup="menu"]`) ??
          document.querySelector<HTMLElement>('h1'))
        : null,
    ),
  );
}
