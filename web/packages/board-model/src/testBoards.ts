import fc from 'fast-check';
import type { Board, Tile, TileId } from './board.ts';
import type { Placed } from './layout.ts';

/** Boards for tests. */
export function tile(id: TileId, fields: Partial<Tile> = {}): Tile {
  return {
    id,
    content: { kind: 'insight', insightId: id, shortId: `short${id}`, isNumber: false },
    layouts: {},
    color: null,
    showDescription: false,
    transparentBackground: false,
    filtersOverrides: null,
    name: `Insight ${id}`,
    description: '',
    body: '',
    ...fields,
  };
}

export function board(tiles: readonly Tile[] = [], fields: Partial<Board> = {}): Board {
  return {
    name: 'Growth',
    description: '',
    pinned: false,
    tags: [],
    filters: {},
    tiles: new Map(tiles.map((it) => [it.id, it])),
    ...fields,
  };
}

export const boards = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 })
  .map((ids) => board(ids.map((id) => tile(id))));

/** Something that somebody does to a board. */
export const edits: fc.Arbitrary<(board: Board) => Board> = fc.oneof(
  fc.string({ maxLength: 3 }).map((name) => (it: Board) => ({ ...it, name })),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }).map((tags) => (it: Board) => ({ ...it, tags })),
  fc
    .constantFrom('-7d', '-30d', null)
    .map((date_from) => (it: Board) => ({ ...it, filters: { ...it.filters, date_from } })),
  fc.integer({ min: 1, max: 8 }).map((id) => (it: Board) => without(it, id)),
  fc.integer({ min: 1, max: 8 }).map((id) => (it: Board) => withTile(it, tile(id))),
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('red', 'blue', null)).map(
    ([id, color]) =>
      (it: Board) =>
        change(it, id, { color }),
  ),
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(3)).map(
    ([id, y]) =>
      (it: Board) =>
        change(it, id, { layouts: { sm: { x: 0, y, w: 6, h: 5 } } }),
  ),
);

export function withTile(it: Board, added: Tile): Board {
  return it.tiles.has(added.id) ? it : { ...it, tiles: new Map(it.tiles).set(added.id, added) };
}

export function without(it: Board, id: TileId): Board {
  const tiles = new Map(it.tiles);
  tiles.delete(id);
  return { ...it, tiles };
}

export function change(it: Board, id: TileId, fields: Partial<Tile>): Board {
  const before = it.tiles.get(id);
  return before ? { ...it, tiles: new Map(it.tiles).set(id, { ...before, ...fields }) } : it;
}

const sizes = fc.record({ w: fc.integer({ min: 1, max: 12 }), h: fc.integer({ min: 1, max: 8 }) });
export const boxes: fc.Arbitrary<Placed[]> = fc
  .array(
    fc
      .tuple(sizes, fc.nat(11), fc.nat(30))
      .map(([size, x, y]) => ({ ...size, x: Math.min(x, 12 - size.w), y })),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((box, index) => ({ ...box, id: index + 1 })));
