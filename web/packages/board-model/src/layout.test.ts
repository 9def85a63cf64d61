import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, heightOf, move, nudge, overlaps, type Placed, place, resize } from './layout.ts';
import { boxes } from './testBoards.ts';

const COLUMNS = 12;

function expectSound(all: readonly Placed[]) {
  for (const [index, box] of all.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.w).toBeLessThanOrEqual(COLUMNS);
    for (const other of all.slice(index + 1)) {
      expect(overlaps(box, other), `${box.id} and ${other.id}`).toBe(false);
    }
  }
}

function byId(all: readonly Placed[]): Placed[] {
  return [...all].sort((a, b) => a.id - b.id);
}

describe('compaction', () => {
  it('leaves no overlap, nothing outside and no room above', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const laid = compact(all, COLUMNS);
        expectSound(laid);
        for (const box of laid.filter(({ y }) => y > 0)) {
          const risen = { ...box, y: box.y - 1 };
          expect(laid.some((other) => other.id !== box.id && overlaps(risen, other))).toBe(true);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const laid = compact(all, COLUMNS);
        expect(byId(compact(laid, COLUMNS))).toEqual(byId(laid));
      }),
    );
  });

  it('keeps sizes and columns', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const shape = ({ id, x, w, h }: Placed) => ({ id, x, w, h });
        expect(byId(compact(all, COLUMNS)).map(shape)).toEqual(all.map(shape));
      }),
    );
  });

  it('lets what lies under a gap fall into it, and nothing past what is above it', () => {
    const laid = compact(
      [
        { id: 1, x: 0, y: 0, w: 6, h: 5 },
        { id: 2, x: 0, y: 5, w: 12, h: 5 },
        { id: 3, x: 6, y: 20, w: 6, h: 2 },
      ],
      COLUMNS,
    );
    expect(byId(laid).map(({ y }) => y)).toEqual([0, 5, 10]);
  });
});

describe('moving', () => {
  const targets = fc.record({ x: fc.integer({ min: -3, max: 15 }), y: fc.integer({ min: -3, max: 40 }) });

  it('leaves a sound layout, wherever the box goes', () => {
    fc.assert(
      fc.property(boxes, targets, (all, to) => {
        const laid = compact(all, COLUMNS);
        const moved = move(laid, 1, to, COLUMNS);
        expectSound(moved);
        expect(moved).toHaveLength(laid.length);
        expect(byId(compact(moved, COLUMNS))).toEqual(byId(moved));
      }),
    );
  });

  it('changes nothing when the box stays where it is', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const laid = compact(all, COLUMNS);
        const first = laid.find(({ id }) => id === 1) ?? { x: 0, y: 0 };
        expect(byId(move(laid, 1, first, COLUMNS))).toEqual(byId(laid));
      }),
    );
  });

  it('changes places as soon as the leading edge is past the middle of the other', () => {
    const rows: Placed[] = [
      { id: 1, x: 0, y: 0, w: 6, h: 4 },
      { id: 2, x: 0, y: 4, w: 6, h: 4 },
    ];
    const at = (id: number, y: number) => byId(move(rows, id, { x: 0, y }, COLUMNS)).map((box) => box.y);
    expect(at(1, 2)).toEqual([0, 4]);
    expect(at(1, 3)).toEqual([4, 0]);
    expect(at(2, 2)).toEqual([0, 4]);
    expect(at(2, 1)).toEqual([4, 0]);
  });

  it('pushes down what is in the way beside it', () => {
    const row: Placed[] = [
      { id: 1, x: 0, y: 0, w: 6, h: 4 },
      { id: 2, x: 6, y: 0, w: 6, h: 4 },
    ];
    expect(byId(move(row, 1, { x: 4, y: 0 }, COLUMNS))).toEqual([
      { id: 1, x: 4, y: 0, w: 6, h: 4 },
      { id: 2, x: 6, y: 4, w: 6, h: 4 },
    ]);
  });
});

describe('moving by one step', () => {
  const rows: Placed[] = [
    { id: 1, x: 0, y: 0, w: 6, h: 4 },
    { id: 2, x: 0, y: 4, w: 6, h: 4 },
  ];

  it('goes as far as it takes to change places', () => {
    expect(byId(nudge(rows, 1, 'down', COLUMNS)).map(({ y }) => y)).toEqual([4, 0]);
    expect(byId(nudge(rows, 2, 'up', COLUMNS)).map(({ y }) => y)).toEqual([4, 0]);
    expect(byId(nudge(rows, 1, 'right', COLUMNS))[0]?.x).toBe(1);
  });

  it('stays where there is no way on', () => {
    expect(nudge(rows, 1, 'up', COLUMNS)).toBe(rows);
    expect(nudge(rows, 2, 'down', COLUMNS)).toBe(rows);
    expect(nudge(rows, 1, 'left', COLUMNS)).toBe(rows);
    expect(nudge(rows, 3, 'left', COLUMNS)).toBe(rows);
  });

  it('leaves a sound layout', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom('left', 'right', 'up', 'down'), (all, direction) => {
        expectSound([...nudge(compact(all, COLUMNS), 1, direction, COLUMNS)]);
      }),
    );
  });
});

describe('resizing', () => {
  it('leaves a sound layout, whatever the size', () => {
    const sizes = fc.record({ w: fc.integer({ min: -1, max: 20 }), h: fc.integer({ min: -1, max: 12 }) });
    fc.assert(
      fc.property(boxes, sizes, (all, size) => {
        const resized = resize(compact(all, COLUMNS), 1, size, COLUMNS);
        expectSound(resized);
        expect(byId(compact(resized, COLUMNS))).toEqual(byId(resized));
      }),
    );
  });

  it('makes room below', () => {
    const column: Placed[] = [
      { id: 1, x: 0, y: 0, w: 6, h: 4 },
      { id: 2, x: 0, y: 4, w: 6, h: 4 },
    ];
    expect(byId(resize(column, 1, { w: 8, h: 6 }, COLUMNS)).map(({ y }) => y)).toEqual([0, 6]);
  });
});

describe('the place for something new', () => {
  it('overlaps nothing and fits the grid', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }), (all, w, h) => {
        const laid = compact(all, COLUMNS);
        const box = { ...place(laid, { w, h }, COLUMNS), id: 99 };
        expectSound([...laid, box]);
        expect(box.y).toBeLessThanOrEqual(heightOf(laid));
      }),
    );
  });

  it('is beside the others where there is room, the leftmost one', () => {
    const row: Placed[] = [{ id: 1, x: 0, y: 0, w: 3, h: 2 }];
    expect(place(row, { w: 4, h: 3 }, COLUMNS)).toEqual({ x: 3, y: 0, w: 4, h: 3 });
    expect(place(row, { w: 10, h: 3 }, COLUMNS)).toEqual({ x: 0, y: 2, w: 10, h: 3 });
  });
});
