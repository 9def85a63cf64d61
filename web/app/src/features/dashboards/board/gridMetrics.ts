/** The height of a row, and the space between tiles, in pixels. */
export const ROW = 64;
export const GAP = 16;

/** How far it is from one cell of the grid to the next. */
export function cellOf(grid: HTMLElement, columns: number): { width: number; height: number } {
  return { width: (grid.clientWidth + GAP) / columns, height: ROW + GAP };
}
