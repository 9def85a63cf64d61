import { describe, expect, it } from 'vitest';
import { arrange, arranged, readingOrder } from './arrangement.ts';
import type { Tile } from './board.ts';
import { diff, isEmpty } from './delta.ts';
import { board, tile } from './testBoards.ts';

const sizes = {
  sizeOf: () => ({ w: 6, h: 5 }),
  heightInColumn: (tile: Tile, height: number) => (tile.content.kind === 'text' ? 7 : height),
};
const sm = (x: number, y: number, w: number, h: number) => ({ layouts: { sm: { x, y, w, h } } });

describe('the arrangement of tiles', () => {
  it('places tiles that have no place below and beside the others', () => {
    const boxes = arrange([tile(1), tile(2, sm(0, 0, 6, 5)), tile(3)], 'sm', sizes);
    expect(boxes).toEqual([
      { id: 2, x: 0, y: 0, w: 6, h: 5 },
      { id: 1, x: 6, y: 0, w: 6, h: 5 },
      { id: 3, x: 0, y: 5, w: 6, h: 5 },
    ]);
  });

  it('understands numbers that clients stored as texts', () => {
    const boxes = arrange([tile(1, { layouts: { sm: { x: '6', y: '0', w: '3', h: '2' } } })], 'sm', sizes);
    expect(boxes).toEqual([{ id: 1, x: 6, y: 0, w: 3, h: 2 }]);
  });

  it.each([
    null,
    'left',
    [],
    { x: 0 },
    { x: -1, y: 0, w: 2, h: 2 },
    { x: 0, y: 0, w: 0, h: 2 },
    { x: null, y: 0, w: 2, h: 2 },
  ])('takes %j for no place', (place) => {
    expect(arrange([tile(1, { layouts: { sm: place } })], 'sm', sizes)).toEqual([
      { id: 1, x: 0, y: 0, w: 6, h: 5 },
    ]);
  });

  it('asks for the height in one column, unless somebody has chosen one', () => {
    const text = { kind: 'text', textId: 1, author: null } as const;
    const boxes = arrange(
      [
        tile(1, { content: text, ...sm(0, 0, 6, 2) }),
        tile(2, { content: text, layouts: { xs: { x: 0, y: 3, w: 1, h: 4 } } }),
      ],
      'xs',
      sizes,
    );
    expect(boxes.map(({ id, h }) => [id, h]).sort()).toEqual([
      [1, 7],
      [2, 4],
    ]);
  });

  it('reads the wide grid line by line for one column', () => {
    const tiles = [tile(1, sm(6, 0, 6, 4)), tile(2, sm(0, 4, 12, 3)), tile(3, sm(0, 0, 6, 4))];
    expect(arrange(tiles, 'xs', sizes)).toEqual([
      { id: 3, x: 0, y: 0, w: 1, h: 4 },
      { id: 1, x: 0, y: 4, w: 1, h: 4 },
      { id: 2, x: 0, y: 8, w: 1, h: 3 },
    ]);
  });

  it('keeps the order of one column that was arranged, and puts new tiles below', () => {
    const layouts = (y: number) => ({
      layouts: { sm: { x: 0, y, w: 6, h: 5 }, xs: { x: 0, y: 9 - y, w: 1, h: 2 } },
    });
    const boxes = arrange([tile(1, layouts(0)), tile(2, layouts(5)), tile(3, sm(6, 0, 6, 5))], 'xs', sizes);
    expect(readingOrder(boxes)).toEqual([2, 1, 3]);
  });
});

describe('a board with new places', () => {
  it('keeps what else is stored with a place, and the other grid', () => {
    const stored = { sm: { x: 0, y: 0, w: 6, h: 5, minW: 2, i: 'a' }, xs: { x: 0, y: 0, w: 1, h: 5 } };
    const moved = arranged(board([tile(1, { layouts: stored })]), 'sm', [{ id: 1, x: 6, y: 0, w: 6, h: 5 }]);
    expect(moved.tiles.get(1)?.layouts).toEqual({ ...stored, sm: { ...stored.sm, x: 6 } });
  });

  it('is the same board when nothing has moved', () => {
    const before = board([tile(1, sm(0, 0, 6, 5))]);
    const after = arranged(before, 'sm', arrange(before.tiles.values(), 'sm', sizes));
    expect(isEmpty(diff(before, after))).toBe(true);
  });
});
