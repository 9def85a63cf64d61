import {
  BOARD_FIELDS,
  type Board,
  type BoardFields,
  TILE_FIELDS,
  type Tile,
  type TileFields,
  type TileId,
} from './board.ts';
import { same } from './same.ts';

/** Fields that differ, with their values on both sides. */
export interface Change<Fields> {
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
}

export type TileChange =
  | { readonly kind: 'added'; readonly tile: Tile }
  | { readonly kind: 'removed'; readonly tile: Tile }
  | { readonly kind: 'changed'; readonly fields: Change<TileFields> };

/** The way from one board to another. It can be inverted, and be applied to a board that has changed elsewhere. */
export interface Delta {
  readonly board: Change<BoardFields>;
  readonly tiles: ReadonlyMap<TileId, TileChange>;
}

export function diff(from: Board, to: Board): Delta {
  const tiles = new Map<TileId, TileChange>();
  for (const tile of from.tiles.values()) {
    const now = to.tiles.get(tile.id);
    const change = now ? changed(tile, now) : ({ kind: 'removed', tile } as const);
    if (change) {
      tiles.set(tile.id, change);
    }
  }
  for (const tile of to.tiles.values()) {
    if (!from.tiles.has(tile.id)) {
      tiles.set(tile.id, { kind: 'added', tile });
    }
  }
  return { board: compare(from, to, BOARD_FIELDS), tiles };
}

export function isEmpty(delta: Delta): boolean {
  return delta.tiles.size === 0 && Object.keys(delta.board.after).length === 0;
}

/** The way back. */
export function invert(delta: Delta): Delta {
  const tiles = new Map<TileId, TileChange>();
  for (const [id, change] of delta.tiles) {
    tiles.set(id, invertedTile(change));
  }
  return { board: invertedFields(delta.board), tiles };
}

/** `board` after a change; what the change does not name stays as it is, and a tile that is gone stays gone. */
export function apply(board: Board, delta: Delta): Board {
  const tiles = new Map(board.tiles);
  for (const [id, change] of delta.tiles) {
    switch (change.kind) {
      case 'added':
        tiles.set(id, change.tile);
        break;
      case 'removed':
        tiles.delete(id);
        break;
      case 'changed': {
        const tile = tiles.get(id);
        if (tile) {
          tiles.set(id, { ...tile, ...change.fields.after });
        }
      }
    }
  }
  return { ...board, ...delta.board.after, tiles };
}

function changed(from: Tile, to: Tile): TileChange | null {
  if (from === to) {
    return null;
  }
  const fields = compare(from, to, TILE_FIELDS);
  return Object.keys(fields.after).length === 0 ? null : { kind: 'changed', fields };
}

function compare<Fields>(from: Fields, to: Fields, names: readonly (keyof Fields)[]): Change<Fields> {
  const before: Partial<Fields> = {};
  const after: Partial<Fields> = {};
  for (const name of names) {
    if (!same(from[name], to[name])) {
      before[name] = from[name];
      after[name] = to[name];
    }
  }
  return { before, after };
}

function invertedFields<Fields>({ before, after }: Change<Fields>): Change<Fields> {
  return { before: after, after: before };
}

function invertedTile(change: TileChange): TileChange {
  switch (change.kind) {
    case 'added':
      return { kind: 'removed', tile: change.tile };
    case 'removed':
      return { kind: 'added', tile: change.tile };
    case 'changed':
      return { kind: 'changed', fields: invertedFields(change.fields) };
  }
}
