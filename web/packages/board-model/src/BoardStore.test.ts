import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardStore } from './BoardStore.ts';
import { board, boards, change, edits, tile, without, withTile } from './testBoards.ts';

describe('undo and redo', () => {
  it('go back through any edits to the first board, and forward to the last', () => {
    fc.assert(
      fc.property(boards, fc.array(edits, { maxLength: 20 }), (first, changes) => {
        const store = new BoardStore(first);
        for (const edit of changes) {
          store.update(edit);
        }
        const last = store.current();
        let steps = 0;
        while (store.undo()) {
          steps += 1;
        }
        expect(store.current()).toEqual(first);
        for (let step = 0; step < steps; step += 1) {
          expect(store.redo()).toBe(true);
        }
        expect(store.current()).toEqual(last);
        expect(store.canRedo()).toBe(false);
      }),
    );
  });

  it('return to every board in between', () => {
    fc.assert(
      fc.property(boards, fc.array(edits, { maxLength: 12 }), (first, changes) => {
        const store = new BoardStore(first);
        const seen = [first];
        for (const edit of changes) {
          const before = store.current();
          store.update(edit);
          if (store.current() !== before) {
            seen.push(store.current());
          }
        }
        for (const expected of seen.toReversed().slice(1)) {
          store.undo();
          expect(store.current()).toEqual(expected);
        }
        expect(store.canUndo()).toBe(false);
      }),
    );
  });

  it('leave alone what somebody else did', () => {
    const store = new BoardStore(board([tile(1), tile(2)]));
    store.update((it) => change(it, 1, { color: 'red' }));
    store.update((it) => change({ ...it, name: 'Theirs' }, 1, { showDescription: true }), 'never');
    store.undo();
    expect(store.current().name).toBe('Theirs');
    expect(store.current().tiles.get(1)).toMatchObject({ color: null, showDescription: true });
  });

  it('skip steps whose tile somebody else took away', () => {
    const store = new BoardStore(board([tile(1)], { name: 'First' }));
    store.update((it) => ({ ...it, name: 'Second' }));
    store.update((it) => change(it, 1, { color: 'red' }));
    store.update((it) => without(it, 1), 'never');
    store.undo();
    expect(store.current().name).toBe('First');
    expect(store.current().tiles.size).toBe(0);
  });

  it('bring back a removed tile as it was', () => {
    const removed = tile(1, { color: 'blue', layouts: { sm: { x: 3, y: 0, w: 3, h: 2 } } });
    const store = new BoardStore(board([removed]));
    store.update((it) => without(it, 1));
    store.undo();
    expect(store.current().tiles.get(1)).toEqual(removed);
  });
});

describe('steps aside', () => {
  /** A value beside the board whose changes are recorded. */
  class Lamp {
    lit = 'off';

    constructor(private readonly store: BoardStore) {}

    turn(after: string): void {
      const ends = { before: this.lit, after };
      this.lit = after;
      this.store.record({
        isAt: (end) => this.lit === ends[end],
        goTo: (end) => {
          this.lit = ends[end];
        },
      });
    }
  }

  it('are undone and done again in turn with those of the board, which they leave as it is', () => {
    const store = new BoardStore(board());
    const lamp = new Lamp(store);
    store.update((it) => ({ ...it, name: 'One' }));
    lamp.turn('dim');
    const named = store.current();
    lamp.turn('bright');
    store.undo();
    expect(lamp.lit).toBe('dim');
    store.undo();
    expect([lamp.lit, store.current()]).toEqual(['off', named]);
    store.undo();
    expect(store.current().name).toBe('Growth');
    expect(store.canUndo()).toBe(false);
    while (store.redo()) {}
    expect([lamp.lit, store.current().name]).toEqual(['bright', 'One']);
  });

  it('are passed over where something else has happened to what they changed', () => {
    const store = new BoardStore(board());
    const lamp = new Lamp(store);
    store.update((it) => ({ ...it, name: 'One' }));
    lamp.turn('dim');
    lamp.lit = 'broken';
    store.undo();
    expect([lamp.lit, store.current().name]).toEqual(['broken', 'Growth']);
    lamp.turn('dim');
    lamp.lit = 'broken';
    expect([store.canUndo(), store.undo()]).toEqual([false, false]);
  });

  it('are told to those who follow, end a gesture and drop what could be done again', () => {
    const store = new BoardStore(board());
    const lamp = new Lamp(store);
    store.update((it) => ({ ...it, name: 'One' }));
    store.undo();
    store.update((it) => ({ ...it, pinned: true }), 'eventually');
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    lamp.turn('dim');
    expect([told, store.canRedo()]).toEqual([1, false]);
    store.undo();
    expect([lamp.lit, store.current().pinned, told]).toEqual(['off', true, 2]);
    store.undo();
    expect(store.current().pinned).toBe(false);
  });
});

describe('the capture of changes', () => {
  it('makes one step of a gesture', () => {
    const store = new BoardStore(board([tile(1)]));
    for (const y of [1, 2, 3]) {
      store.updateTile(1, (it) => ({ ...it, layouts: { sm: { y } } }), 'eventually');
    }
    store.commit();
    expect(store.undo()).toBe(true);
    expect(store.current().tiles.get(1)?.layouts).toEqual({});
    expect(store.canUndo()).toBe(false);
  });

  it('makes no step of a gesture that ends where it began', () => {
    const store = new BoardStore(board());
    store.update((it) => ({ ...it, name: 'Other' }), 'eventually');
    store.update((it) => ({ ...it, name: 'Growth' }), 'eventually');
    store.commit();
    expect(store.canUndo()).toBe(false);
  });

  it('keeps what others do during a gesture out of its step', () => {
    const store = new BoardStore(board());
    store.update((it) => ({ ...it, name: 'Mine' }), 'eventually');
    store.update((it) => ({ ...it, pinned: true }), 'never');
    store.commit();
    store.undo();
    expect(store.current()).toMatchObject({ name: 'Growth', pinned: true });
  });

  it('makes nothing that can be undone of what others do', () => {
    const store = new BoardStore(board());
    store.update((it) => ({ ...it, name: 'Theirs' }), 'never');
    store.update((it) => it, 'never');
    expect(store.canUndo()).toBe(false);
  });

  it('drops what could be done again once something new is done', () => {
    const store = new BoardStore(board());
    store.update((it) => ({ ...it, name: 'One' }));
    store.undo();
    store.update((it) => ({ ...it, name: 'Two' }));
    expect(store.redo()).toBe(false);
    expect(store.current().name).toBe('Two');
  });
});

describe('the renaming of tiles', () => {
  it('reaches steps of the past', () => {
    const store = new BoardStore(board());
    store.update((it) => withTile(it, tile(-1, { body: 'Hello' })));
    store.updateTile(-1, (it) => ({ ...it, body: 'Hello!' }));
    store.rename(new Map([[-1, 7]]), new Map([[-1, { kind: 'text', textId: 3, author: 1 }]]));
    expect(store.current().tiles.get(7)).toMatchObject({ id: 7, body: 'Hello!', content: { textId: 3 } });
    store.undo();
    expect(store.current().tiles.get(7)?.body).toBe('Hello');
    store.undo();
    expect(store.current().tiles.size).toBe(0);
    store.redo();
    expect(store.current().tiles.get(7)).toMatchObject({ id: 7, body: 'Hello', content: { textId: 3 } });
  });
});
