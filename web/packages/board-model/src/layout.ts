import type { TileId } from './board.ts';

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** A rectangle on the grid, in columns and rows from the top left. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Placed extends Box {
  readonly id: TileId;
}

export function overlaps(one: Box, other: Box): boolean {
  return shareColumns(one, other) && one.y < bottom(other) && other.y < bottom(one);
}

/** How many rows the boxes take. */
export function heightOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map(bottom));
}

/** The boxes as if they fell upwards, from the topmost on: none overlaps another, none has room above it. */
export function compact(boxes: readonly Placed[], columns: number): Placed[] {
  return stack([...boxes].sort(byPlace), columns);
}

/** A place for a box of `size`: where the boxes end highest, as far left as possible. */
export function place(boxes: readonly Box[], size: Size, columns: number): Box {
  const w = clamp(size.w, 1, columns);
  const tops = Array.from({ length: columns - w + 1 }, (_, x) => endOf(boxes, { x, y: 0, w, h: 1 }));
  const y = Math.min(...tops);
  return { x: tops.indexOf(y), y, w, h: size.h };
}

/**
 * The boxes after one of them was taken to another place. It changes places with a box as soon as its leading edge is past
 * the middle of that box; the others make room and fill the gap.
 */
export function move(
  boxes: readonly Placed[],
  id: TileId,
  to: { x: number; y: number },
  columns: number,
): Placed[] {
  const moved = boxes.find((box) => box.id === id);
  if (!moved) {
    return [...boxes];
  }
  const x = clamp(to.x, 0, columns - moved.w);
  const y = Math.max(0, to.y);
  const passed = y > moved.y ? (middle: number) => middle < y + moved.h : (middle: number) => middle <= y;
  return insert(boxes, { ...moved, x, y }, passed, columns);
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Direction, { x: number; y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The boxes after one of them was moved as little as changes its place; the same boxes when there is no way on. */
export function nudge(
  boxes: readonly Placed[],
  id: TileId,
  direction: Direction,
  columns: number,
): readonly Placed[] {
  const from = boxes.find((box) => box.id === id);
  const step = STEPS[direction];
  for (let far = 1; from && far <= heightOf(boxes); far += 1) {
    const moved = move(boxes, id, { x: from.x + far * step.x, y: from.y + far * step.y }, columns);
    const to = moved.find((box) => box.id === id);
    if (to && (to.x !== from.x || to.y !== from.y)) {
      return moved;
    }
  }
  return boxes;
}

/** The boxes after one of them got another size; its top left corner stays, as far as there is room. */
export function resize(boxes: readonly Placed[], id: TileId, size: Size, columns: number): Placed[] {
  const resized = boxes.find((box) => box.id === id);
  if (!resized) {
    return [...boxes];
  }
  const w = clamp(size.w, 1, columns - resized.x);
  return insert(boxes, { ...resized, w, h: Math.max(1, size.h) }, (middle) => middle <= resized.y, columns);
}

/** Lays `box` among the others, below those whose middle `isAbove` it. */
function insert(
  boxes: readonly Placed[],
  box: Placed,
  isAbove: (middle: number) => boolean,
  columns: number,
): Placed[] {
  const others = boxes.filter((other) => other.id !== box.id).sort(byPlace);
  const last = others.findLastIndex((other) => shareColumns(other, box) && isAbove(other.y + other.h / 2));
  return stack([...others.slice(0, last + 1), box, ...others.slice(last + 1)], columns);
}

/** Lays boxes one after the other, each right below those already laid in its columns. */
function stack(boxes: readonly Placed[], columns: number): Placed[] {
  const laid: Placed[] = [];
  for (const box of boxes) {
    const w = clamp(box.w, 1, columns);
    const inside = { ...box, w, x: clamp(box.x, 0, columns - w) };
    laid.push({ ...inside, y: endOf(laid, inside) });
  }
  return laid;
}

function endOf(boxes: readonly Box[], column: Box): number {
  return heightOf(boxes.filter((box) => shareColumns(box, column)));
}

function shareColumns(one: Box, other: Box): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w;
}

function bottom(box: Box): number {
  return box.y + box.h;
}

export function byPlace(one: Placed, other: Placed): number {
  return one.y - other.y || one.x - other.x || one.id - other.id;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
