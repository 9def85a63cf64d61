import type { BoardStore } from './BoardStore.ts';
import type { Board, Tile, TileId } from './board.ts';
import { apply, type Delta, diff, invert, isEmpty } from './delta.ts';

/**
 * `waiting` for more changes, `saving`, `failing` to reach the server and trying again, `signedOut` until somebody has signed
 * in, or `saved`.
 */
export type SyncStatus = 'saved' | 'waiting' | 'saving' | 'failing' | 'signedOut';

/** What the server made of changes: the numbers and contents it gave to tiles that had none. */
export interface Sent {
  readonly ids: ReadonlyMap<TileId, TileId>;
  readonly contents: ReadonlyMap<TileId, Tile['content']>;
}

interface Options {
  /** Writes a change to the server. */
  readonly send: (change: Delta) => Promise<Sent>;
  /** Whether a failure is an answer, which trying again does not change. */
  readonly isRefusal: (error: unknown) => boolean;
  /** Whether a failure says that nobody is signed in: it is tried again when `flush` is called, not before. */
  readonly isSignedOut: (error: unknown) => boolean;
  /** Says that changes were refused; the board has them no more. */
  readonly onRefused: (error: unknown) => void;
  /** How long to wait for more changes, in milliseconds. */
  readonly delay?: number;
}

const RETRIES = [1_000, 2_000, 5_000, 10_000, 30_000];

/** Keeps the server's board what the store's is: collects changes, sends them one lot after the other, undoes refused ones. */
export class BoardSync {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private failures = 0;
  private signedOut = false;
  private unsubscribe: (() => void) | undefined;
  private state: SyncStatus = 'saved';
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: BoardStore,
    /** The board as the server has it. */
    private savedBoard: Board,
    private readonly options: Options,
  ) {}

  readonly status = (): SyncStatus => this.state;

  readonly saved = (): Board => this.savedBoard;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Follows the store until the returned function is called, which sends what is left. */
  start(): () => void {
    this.unsubscribe = this.store.subscribe(() => this.schedule());
    this.schedule();
    return () => {
      this.unsubscribe?.();
      this.unsubscribe = undefined;
      void this.flush();
    };
  }

  /** Takes over what the server has now, below the changes that it does not know yet. */
  receive(board: Board): void {
    const own = diff(this.savedBoard, this.store.current());
    this.savedBoard = board;
    this.store.update(() => apply(board, own), 'never');
    this.schedule();
    this.announce();
  }

  /** Sends what there is without waiting for more. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.sending) {
      await this.sending;
    }
    if (!isEmpty(this.unsaved())) {
      this.sending = this.send().finally(() => {
        this.sending = undefined;
      });
      await this.sending;
    }
    this.schedule();
  }

  private async send(): Promise<void> {
    const board = this.store.current();
    const change = diff(this.savedBoard, board);
    this.enter('saving');
    try {
      const { ids, contents } = await this.options.send(change);
      this.savedBoard = apply(this.savedBoard, change);
      this.failures = 0;
      this.signedOut = false;
      this.adopt(ids, contents);
    } catch (error) {
      this.signedOut = this.options.isSignedOut(error);
      if (this.options.isRefusal(error)) {
        this.failures = 0;
        this.store.update((now) => apply(now, invert(change)), 'never');
        this.store.forget();
        this.options.onRefused(error);
      } else {
        this.failures += 1;
      }
    }
  }

  private adopt(ids: Sent['ids'], contents: Sent['contents']): void {
    const tiles = new Map(
      [...this.savedBoard.tiles.values()].map((tile) => {
        const id = ids.get(tile.id) ?? tile.id;
        return [id, id === tile.id ? tile : { ...tile, id, content: contents.get(tile.id) ?? tile.content }];
      }),
    );
    this.savedBoard = { ...this.savedBoard, tiles };
    this.store.rename(ids, contents);
  }

  private schedule(): void {
    if (!this.unsubscribe || this.sending) {
      return;
    }
    clearTimeout(this.timer);
    if (isEmpty(this.unsaved())) {
      this.failures = 0;
      this.signedOut = false;
      this.enter('saved');
      return;
    }
    if (this.signedOut) {
      this.enter('signedOut');
      return;
    }
    this.enter(this.failures > 0 ? 'failing' : 'waiting');
    const delay =
      this.failures > 0 ? RETRIES[Math.min(this.failures, RETRIES.length) - 1] : (this.options.delay ?? 600);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private unsaved(): Delta {
    return diff(this.savedBoard, this.store.current());
  }

  private enter(state: SyncStatus): void {
    if (this.state !== state) {
      this.state = state;
      this.announce();
    }
  }

  private announce(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}
