import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, diff, invert, isEmpty } from './delta.ts';
import { board, boards, change, edits, tile } from './testBoards.ts';

const pairs = fc
  .tuple(boards, fc.array(edits, { maxLength: 8 }))
  .map(([from, changes]) => ({ from, to: changes.reduce((it, edit) => edit(it), from) }));

describe('a delta', () => {
  it('leads from one board to the other, and its inverse back', () => {
    fc.assert(
      fc.property(pairs, ({ from, to }) => {
        const delta = diff(from, to);
        expect(apply(from, delta)).toEqual(to);
        expect(apply(to, invert(delta))).toEqual(from);
        expect(invert(invert(delta))).toEqual(delta);
      }),
    );
  });

  it('is empty between boards that say the same', () => {
    fc.assert(
      fc.property(boards, (it) => {
        expect(isEmpty(diff(it, { ...it, tags: [...it.tags], tiles: new Map(it.tiles) }))).toBe(true);
      }),
    );
  });

  it('names only what differs', () => {
    const before = board([tile(1), tile(2)]);
    const delta = diff(before, change({ ...before, pinned: true }, 2, { color: 'red' }));
    expect(delta.board).toEqual({ before: { pinned: false }, after: { pinned: true } });
    expect([...delta.tiles]).toEqual([
      [2, { kind: 'changed', fields: { before: { color: null }, after: { color: 'red' } } }],
    ]);
  });
});
