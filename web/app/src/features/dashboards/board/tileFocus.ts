import type { Board } from '@tessera/board-model';
import { focusWhenDrawn, passFocusOn } from '@tessera/ui';

const MENU = '[aria-haspopup="menu"]';

/** Gives the focus to the menu of a tile. */
export function focusTile(id: number): void {
  focusWhenDrawn(() => document.querySelector<HTMLElement>(`[data-tile="${id}"] ${MENU}`));
}

/** Passes the focus on from the menu of a tile that is going to be removed. */
export function leaveTile(): void {
  passFocusOn(`[data-tile] ${MENU}`);
}

/** After a step back or forth: the focus goes to a tile that has come back, and on from one that has gone. */
export function followTiles(before: Board, after: Board): void {
  const restored = [...after.tiles.keys()].find((id) => !before.tiles.has(id));
  const held = document.activeElement?.closest<HTMLElement>('[data-tile]')?.dataset.tile;
  if (restored !== undefined) {
    focusTile(restored);
  } else if (held !== undefined && !after.tiles.has(Number(held))) {
    leaveTile();
  }
}
