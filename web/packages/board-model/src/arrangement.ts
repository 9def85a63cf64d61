import type { Board, Breakpoint, Layouts, Tile, TileId } from './board.ts';
import { type Box, byPlace, clamp, compact, type Placed, place, type Size } from './layout.ts';

export const COLUMNS: Readonly<Record<Breakpoint, number>> = { sm: 12, xs: 1 };

const MAX_ROWS = 10_000;
const MAX_HEIGHT = 100;

/** How large tiles are that nobody has placed. */
export interface Sizes {
  readonly sizeOf: (tile: Tile) => Size;
  /** The height of a tile in one column that is `height` rows high on the wide grid. */
  readonly heightInColumn: (tile: Tile, height: number) => number;
}

/** Where the tiles of a board are on one of the grids; those that were never placed come below the others. */
export function arrange(tiles: Iterable<Tile>, breakpoint: Breakpoint, sizes: Sizes): Placed[] {
  const all = [...tiles];
  return breakpoint === 'sm' ? wide(all, sizes) : narrow(all, sizes);
}

/** `board` with the places of its tiles on one of the grids; tiles that stay where they are stay the same. */
export function arranged(board: Board, breakpoint: Breakpoint, places: readonly Placed[]): Board {
  const tiles = new Map(board.tiles);
  for (const { id, x, y, w, h } of places) {
    const tile = tiles.get(id);
    if (tile) {
      const before = record(tile.layouts[breakpoint]);
      const layouts: Layouts = { ...tile.layouts, [breakpoint]: { ...before, x, y, w, h } };
      tiles.set(id, { ...tile, layouts });
    }
  }
  return { ...board, tiles };
}

/** The tiles in the order in which they are read: from the top, from the left. */
export function readingOrder(boxes: readonly Placed[]): TileId[] {
  return [...boxes].sort(byPlace).map((box) => box.id);
}

function wide(tiles: readonly Tile[], { sizeOf }: Sizes): Placed[] {
  const stored = tiles.flatMap((tile) => {
    const box = boxOf(tile, 'sm');
    return box ? [{ ...box, id: tile.id }] : [];
  });
  const boxes = compact(stored, COLUMNS.sm);
  const known = new Set(boxes.map((box) => box.id));
  for (const tile of tiles.filter(({ id }) => !known.has(id))) {
    boxes.push({ ...place(boxes, sizeOf(tile), COLUMNS.sm), id: tile.id });
  }
  return boxes.sort(byPlace);
}

/** In one column, tiles that have no place there follow in the order in which they are read on the wide grid. */
function narrow(tiles: readonly Tile[], sizes: Sizes): Placed[] {
  const byId = new Map(tiles.map((tile) => [tile.id, tile]));
  const boxes = wide(tiles, sizes).flatMap(({ id, h }, index) => {
    const tile = byId.get(id);
    const own = tile && boxOf(tile, 'xs');
    const height = own?.h ?? (tile && sizes.heightInColumn(tile, h));
    return height ? [{ id, x: 0, y: own?.y ?? 2 * MAX_ROWS + index, w: 1, h: height }] : [];
  });
  return compact(boxes, COLUMNS.xs);
}

/** The place that a tile has stored; some clients store numbers as texts. */
function boxOf(tile: Tile, breakpoint: Breakpoint): Box | null {
  const { x, y, w, h } = record(tile.layouts[breakpoint]);
  const [left, top, width, height] = [x, y, w, h].map(whole);
  if (left === undefined || top === undefined || !width || !height) {
    return null;
  }
  return { x: left, y: top, w: clamp(width, 1, COLUMNS[breakpoint]), h: clamp(height, 1, MAX_HEIGHT) };
}

function whole(value: unknown): number | undefined {
  const number =
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;
  return Number.isFinite(number) && number >= 0 ? clamp(Math.round(number), 0, MAX_ROWS) : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
