import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardStore } from './BoardStore.ts';
import { BoardSync, type Sent } from './BoardSync.ts';
import type { Delta } from './delta.ts';
import { board, change, tile, without, withTile } from './testBoards.ts';

class Refusal extends Error {}
class SignedOut extends Error {}

const NOTHING: Sent = { ids: new Map(), contents: new Map() };

/** A server whose answers the test gives. */
class Server {
  readonly received: Delta[] = [];
  private readonly answers: { resolve: (sent: Sent) => void; reject: (error: Error) => void }[] = [];

  readonly send = (delta: Delta): Promise<Sent> => {
    this.received.push(delta);
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  };

  async accept(sent: Sent = NOTHING) {
    this.answers.shift()?.resolve(sent);
    await vi.advanceTimersByTimeAsync(0);
  }

  async fail(error: Error) {
    this.answers.shift()?.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(first = board([tile(1), tile(2)])) {
  const server = new Server();
  const store = new BoardStore(first);
  const refused: unknown[] = [];
  const sync = new BoardSync(store, first, {
    send: server.send,
    isRefusal: (error) => error instanceof Refusal,
    isSignedOut: (error) => error instanceof SignedOut,
    onRefused: (error) => refused.push(error),
    delay: 500,
  });
  return { server, store, sync, refused, stop: sync.start() };
}

describe('the saving of a board', () => {
  it('waits for somebody to sign in when nobody is, and keeps the changes', async () => {
    const { server, store, sync } = open();
    store.update((it) => ({ ...it, name: 'A' }));
    await vi.advanceTimersByTimeAsync(500);
    await server.fail(new SignedOut());
    expect(sync.status()).toBe('signedOut');
    store.update((it) => ({ ...it, pinned: true }));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.received).toHaveLength(1);
    void sync.flush();
    await server.accept();
    expect(sync.status()).toBe('saved');
    expect(sync.saved()).toMatchObject({ name: 'A', pinned: true });
  });

  it('sends changes that follow one another closely as one', async () => {
    const { server, store, sync } = open();
    store.update((it) => ({ ...it, name: 'A' }));
    await vi.advanceTimersByTimeAsync(400);
    store.update((it) => ({ ...it, name: 'AB' }));
    await vi.advanceTimersByTimeAsync(400);
    expect(server.received).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(server.received.map((it) => it.board.after)).toEqual([{ name: 'AB' }]);
    expect(sync.status()).toBe('saving');
    await server.accept();
    expect(sync.status()).toBe('saved');
  });

  it('sends nothing for a change that was undone in time', async () => {
    const { server, store, sync } = open();
    store.update((it) => without(it, 1));
    store.undo();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.received).toHaveLength(0);
    expect(sync.status()).toBe('saved');
  });

  it('sends what changes while it is sending afterwards, and only that', async () => {
    const { server, store } = open();
    store.update((it) => ({ ...it, name: 'A' }));
    await vi.advanceTimersByTimeAsync(500);
    store.update((it) => change(it, 1, { color: 'red' }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.received).toHaveLength(1);
    await server.accept();
    await vi.advanceTimersByTimeAsync(500);
    expect(server.received[1]?.board.after).toEqual({});
    expect([...(server.received[1]?.tiles.keys() ?? [])]).toEqual([1]);
  });

  it('takes refused changes back, keeps later ones, and says so', async () => {
    const { server, store, refused } = open();
    store.update((it) => ({ ...it, name: 'Refused' }));
    await vi.advanceTimersByTimeAsync(500);
    store.update((it) => ({ ...it, pinned: true }));
    await server.fail(new Refusal());
    expect(store.current()).toMatchObject({ name: 'Growth', pinned: true });
    expect(refused).toHaveLength(1);
    expect(store.canUndo()).toBe(false);
  });

  it('keeps changes while the server is away, and tries again later and later', async () => {
    const { server, store, sync } = open();
    store.update((it) => ({ ...it, name: 'Kept' }));
    await vi.advanceTimersByTimeAsync(500);
    await server.fail(new Error('away'));
    expect(sync.status()).toBe('failing');
    await vi.advanceTimersByTimeAsync(1_000);
    await server.fail(new Error('away'));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(server.received).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    await server.accept();
    expect(store.current().name).toBe('Kept');
    expect(sync.status()).toBe('saved');
  });

  it('gives a new tile its number, also when it was removed meanwhile', async () => {
    const { server, store, sync } = open();
    store.update((it) => withTile(it, tile(-1)));
    await vi.advanceTimersByTimeAsync(500);
    store.update((it) => without(it, -1));
    await server.accept({ ids: new Map([[-1, 9]]), contents: new Map() });
    expect(sync.saved().tiles.has(9)).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(server.received[1]?.tiles.get(9)).toMatchObject({ kind: 'removed' });
    store.undo();
    expect(store.current().tiles.has(9)).toBe(true);
  });

  it('puts unsaved changes on top of what the server sends', async () => {
    const { store, sync } = open();
    store.update((it) => change(it, 1, { color: 'red' }));
    sync.receive(board([tile(1, { showDescription: true }), tile(3)], { name: 'Theirs' }));
    expect(store.current().name).toBe('Theirs');
    expect([...store.current().tiles.keys()]).toEqual([1, 3]);
    expect(store.current().tiles.get(1)).toMatchObject({ color: 'red', showDescription: true });
    store.undo();
    expect(store.current().tiles.get(1)?.color).toBe(null);
  });

  it('sends what is left when it ends, and nothing after that', async () => {
    const { server, store, stop } = open();
    store.update((it) => ({ ...it, name: 'Last' }));
    stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.received).toHaveLength(1);
    await server.accept();
    store.update((it) => ({ ...it, name: 'Later' }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.received).toHaveLength(1);
  });
});
