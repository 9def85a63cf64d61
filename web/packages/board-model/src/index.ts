export { arrange, arranged, COLUMNS, readingOrder, type Sizes } from './arrangement.ts';
export { BoardStore, type Capture, type StepAside } from './BoardStore.ts';
export { BoardSync, type Sent, type SyncStatus } from './BoardSync.ts';
export type {
  Board,
  BoardFields,
  Breakpoint,
  Layouts,
  Tile,
  TileContent,
  TileFields,
  TileId,
} from './board.ts';
export { apply, type Change, type Delta, diff, invert, isEmpty, type TileChange } from './delta.ts';
export {
  type Box,
  clamp,
  compact,
  type Direction,
  heightOf,
  move,
  nudge,
  overlaps,
  type Placed,
  place,
  resize,
  type Size,
} from './layout.ts';
export { same } from './same.ts';
