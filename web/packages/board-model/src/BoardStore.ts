import type { Board, Tile, TileId } from './board.ts';
import { apply, type Delta, diff, invert, isEmpty, type TileChange } from './delta.ts';

/**
 * When a change can be undone: `immediately`, as a step of its own; `eventually`, as part of the step that the next
 * immediate change or `commit` closes, for a gesture of many small changes; `never`, because somebody else made it.
 */
export type Capture = 'immediately' | 'eventually' | 'never';

/**
 * A step that is undone with those of the board but is no part of it, so that it is never saved. It can be undone while that
 * which it changed is as it left it, and done again while it is as it was before.
 */
export interface StepAside {
  readonly isAt: (end: End) => boolean;
  readonly goTo: (end: End) => void;
}

type End = 'before' | 'after';
type Step = Delta | StepAside;

/** A board that is being edited, and the steps that led to it. */
export class BoardStore {
  private board: Board;
  /** The board as it was before the step that is still open. */
  private base: Board;
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(board: Board) {
    this.board = board;
    this.base = board;
  }

  readonly current = (): Board => this.board;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  update(change: (board: Board) => Board, capture: Capture = 'immediately'): void {
    const before = this.board;
    const delta = diff(before, change(before));
    if (!isEmpty(delta)) {
      this.board = apply(before, delta);
    }
    if (capture === 'never') {
      this.base = this.base === before ? this.board : apply(this.base, delta);
    } else if (capture === 'immediately') {
      this.close();
    }
    this.notify(before);
  }

  updateTile(id: TileId, change: (tile: Tile) => Tile, capture: Capture = 'immediately'): void {
    this.update((board) => {
      const tile = board.tiles.get(id);
      return tile ? { ...board, tiles: new Map(board.tiles).set(id, change(tile)) } : board;
    }, capture);
  }

  /** Ends the open step: what was captured `eventually` can now be undone as one. */
  commit(): void {
    this.close();
    this.announce();
  }

  /** Takes in what has just been done beside the board. */
  record(step: StepAside): void {
    this.close();
    this.add(step);
    this.announce();
  }

  canUndo(): boolean {
    return !isEmpty(diff(this.base, this.board)) || this.done.some(isStillAt('after'));
  }

  canRedo(): boolean {
    return this.undone.some(isStillAt('before'));
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    this.close();
    return this.travel(this.done, this.undone, 'before');
  }

  redo(): boolean {
    this.close();
    return this.travel(this.undone, this.done, 'after');
  }

  /** A board with which no step of the past has to do. */
  forget(): void {
    this.done.length = 0;
    this.undone.length = 0;
    this.base = this.board;
    this.announce();
  }

  /** Gives tiles the numbers that the server has for them, in the past as well. */
  rename(ids: ReadonlyMap<TileId, TileId>, contents: ReadonlyMap<TileId, Tile['content']>): void {
    if (ids.size > 0) {
      const renaming = new Renaming(ids, contents);
      this.board = renaming.board(this.board);
      this.base = renaming.board(this.base);
      renaming.steps(this.done);
      renaming.steps(this.undone);
      this.announce();
    }
  }

  /**
   * Takes the last of `from` that still changes something to its other `end`. What goes to the other side is what really
   * happened, so that steps stay right when somebody else has changed the board in between.
   */
  private travel(from: Step[], to: Step[], end: End): boolean {
    for (let step = from.pop(); step; step = from.pop()) {
      const happened = isAside(step) ? goAside(step, end) : this.go(step, end);
      if (happened) {
        to.push(happened);
        this.announce();
        return true;
      }
    }
    return false;
  }

  private go(step: Delta, end: End): Delta | null {
    const way = end === 'before' ? invert : (delta: Delta) => delta;
    const before = this.board;
    const after = apply(before, way(step));
    const happened = diff(before, after);
    if (isEmpty(happened)) {
      return null;
    }
    this.board = after;
    this.base = after;
    return way(happened);
  }

  private close(): void {
    const step = diff(this.base, this.board);
    this.base = this.board;
    if (!isEmpty(step)) {
      this.add(step);
    }
  }

  private add(step: Step): void {
    this.done.push(step);
    this.undone.length = 0;
  }

  private notify(before: Board): void {
    if (before !== this.board) {
      this.announce();
    }
  }

  private announce(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}

function isAside(step: Step): step is StepAside {
  return 'goTo' in step;
}

function isStillAt(end: End): (step: Step) => boolean {
  return (step) => !isAside(step) || step.isAt(end);
}

function goAside(step: StepAside, end: End): StepAside | null {
  if (!step.isAt(end === 'before' ? 'after' : 'before')) {
    return null;
  }
  step.goTo(end);
  return step;
}

/** New numbers for tiles, wherever the old ones stand. */
class Renaming {
  constructor(
    private readonly ids: ReadonlyMap<TileId, TileId>,
    private readonly contents: ReadonlyMap<TileId, Tile['content']>,
  ) {}

  board(board: Board): Board {
    const tiles = new Map([...board.tiles.values()].map((tile) => [this.id(tile.id), this.tile(tile)]));
    return { ...board, tiles };
  }

  steps(steps: Step[]): void {
    for (const [index, step] of steps.entries()) {
      if (isAside(step)) {
        continue;
      }
      const tiles = new Map(
        [...step.tiles].map(([id, change]) => [this.id(id), this.change(change)] as const),
      );
      steps[index] = { ...step, tiles };
    }
  }

  private change(change: TileChange): TileChange {
    return change.kind === 'changed' ? change : { ...change, tile: this.tile(change.tile) };
  }

  private tile(tile: Tile): Tile {
    const id = this.id(tile.id);
    return id === tile.id ? tile : { ...tile, id, content: this.contents.get(tile.id) ?? tile.content };
  }

  private id(id: TileId): TileId {
    return this.ids.get(id) ?? id;
  }
}
