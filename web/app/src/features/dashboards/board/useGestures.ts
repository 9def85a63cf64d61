import {
  arranged,
  type Breakpoint,
  COLUMNS,
  clamp,
  type Direction,
  move,
  nudge,
  type Placed,
  resize,
  type TileId,
} from '@tessera/board-model';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { glide } from '../../insights/results/motion.ts';
import { useBoardContext } from './BoardContext.ts';
import { followPointer } from './followPointer.ts';
import { cellOf } from './gridMetrics.ts';
import { boardMessages } from './messages.ts';

const messages = boardMessages.move;

/** A tile that is being moved or resized: nothing of it is on the board before it is set down. */
interface Gesture {
  id: TileId;
  /** Whether the tile is under the pointer; else it is moved by keys. */
  pointer: 'move' | 'resize' | null;
  base: readonly Placed[];
  places: readonly Placed[];
}

export interface GestureHandlers {
  drag: (event: PointerEvent, id: TileId) => void;
  stretch: (event: PointerEvent, id: TileId) => void;
  /** Keys on the handle of a tile. */
  press: (event: KeyboardEvent, id: TileId, name: string) => void;
  /** A click on the handle of a tile, which screen readers make of a press of a key. */
  click: (event: MouseEvent, id: TileId, name: string) => void;
  /** The handle has lost the focus. */
  leave: (id: TileId) => void;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const MIN = { w: 2, h: 2 };
const MAX_H = 40;

/** Moving and resizing of tiles on one of the grids, by pointer and by keys. */
export function useGestures(
  breakpoint: Breakpoint,
  rest: readonly Placed[],
  grid: RefObject<HTMLElement | null>,
) {
  const { store, announce } = useBoardContext();
  const columns = COLUMNS[breakpoint];
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const refocus = useRef<TileId | null>(null);
  const latest = useRef({ gesture, rest, columns, breakpoint });
  latest.current = { gesture, rest, columns, breakpoint };

  useLayoutEffect(() => {
    if (gesture?.pointer === 'move' && grid.current) {
      follow(grid.current, gesture, pointer.current, columns);
    }
  }, [gesture, grid, columns]);

  // Setting a tile down may move its element in the document, which takes the focus from the handle.
  useLayoutEffect(() => {
    if (!gesture && refocus.current !== null) {
      tileIn(grid.current, refocus.current)?.querySelector<HTMLElement>('[data-grip]')?.focus();
      refocus.current = null;
    }
  }, [gesture, grid]);

  const actions = useMemo(() => {
    const finish = (keep: boolean) => {
      const { gesture: held, breakpoint: on } = latest.current;
      if (held) {
        settle(tileIn(grid.current, held.id));
        setGesture(null);
        if (keep) {
          store.update((board) => arranged(board, on, held.places));
        }
      }
    };
    const hold = (event: PointerEvent, id: TileId, kind: 'move' | 'resize') => {
      const element = grid.current;
      const base = latest.current.rest;
      const start = boxIn(base, id);
      if (event.button !== 0 || !element || !start) {
        return;
      }
      event.preventDefault();
      const over = latest.current.columns;
      const cell = cellOf(element, over);
      pointer.current = { x: 0, y: 0 };
      let places = base;
      setGesture({ id, pointer: kind, base, places });
      followPointer(event, {
        onMove: (x, y) => {
          pointer.current = { x, y };
          const [across, down] = [Math.round(x / cell.width), Math.round(y / cell.height)];
          places =
            kind === 'move'
              ? move(base, id, { x: start.x + across, y: start.y + down }, over)
              : resize(base, id, sizeFrom(start, across, down, over), over);
          setGesture({ id, pointer: kind, base, places });
        },
        onDrop: () => finish(true),
        onCancel: () => finish(false),
      });
    };
    const step = (held: Gesture, event: KeyboardEvent, direction: Direction) => {
      const { columns: over } = latest.current;
      const from = boxIn(held.places, held.id);
      const places = event.shiftKey
        ? stretched(held.places, held.id, direction, over)
        : nudge(held.places, held.id, direction, over);
      const to = boxIn(places, held.id);
      if (!from || !to || same(from, to)) {
        announce(messages.stuck);
        return;
      }
      setGesture({ ...held, places });
      announce(event.shiftKey ? messages.sized(to.w, to.h) : messages.at(to.x + 1, to.y + 1));
    };
    const begin = (id: TileId, name: string) => {
      const base = latest.current.rest;
      setGesture({ id, pointer: null, base, places: base });
      announce(messages.started(name, messages.help));
    };
    const end = (id: TileId, keep: boolean, sentence: string) => {
      refocus.current = id;
      finish(keep);
      announce(sentence);
    };
    const heldByKeys = (id: TileId) => {
      const { gesture: now } = latest.current;
      return now?.id === id && now.pointer === null ? now : null;
    };
    const drop = (id: TileId, name: string) => end(id, true, messages.dropped(name));
    const press = (event: KeyboardEvent, id: TileId, name: string) => {
      const held = heldByKeys(id);
      const act = held
        ? actionOf(event.key, {
            drop: () => drop(id, name),
            cancel: () => end(id, false, messages.cancelled(name)),
            step: (direction) => step(held, event, direction),
          })
        : isPress(event.key) && (() => begin(id, name));
      if (act) {
        event.preventDefault();
        act();
      }
    };
    const handlers: GestureHandlers = {
      drag: (event, id) => hold(event, id, 'move'),
      stretch: (event, id) => hold(event, id, 'resize'),
      press,
      click: (event, id, name) => {
        // Those of a pointer have a count; what it does is a drag.
        if (event.detail === 0) {
          const act = heldByKeys(id) ? drop : begin;
          act(id, name);
        }
      },
      leave: (id) => {
        if (heldByKeys(id)) {
          finish(true);
        }
      },
    };
    return {
      handlers,
      toTop: (id: TileId) => {
        const { rest: now, columns: over, breakpoint: on } = latest.current;
        store.update((board) => arranged(board, on, move(now, id, { x: 0, y: 0 }, over)));
      },
    };
  }, [store, announce, grid]);

  return { gesture, places: gesture?.places ?? rest, ...actions };
}

interface KeyActions {
  drop: () => void;
  cancel: () => void;
  step: (direction: Direction) => void;
}

/** What a key does to a tile that is being moved by keys. */
function actionOf(key: string, { drop, cancel, step }: KeyActions): (() => void) | null {
  const direction = DIRECTIONS[key];
  if (direction) {
    return () => step(direction);
  }
  return isPress(key) ? drop : key === 'Escape' ? cancel : null;
}

function isPress(key: string): boolean {
  return key === 'Enter' || key === ' ';
}

/** Keeps a tile under the pointer, wherever its place on the grid is. */
function follow(
  grid: HTMLElement,
  { id, base, places }: Gesture,
  by: { x: number; y: number },
  columns: number,
) {
  const from = boxIn(base, id);
  const to = boxIn(places, id);
  const element = tileIn(grid, id);
  if (from && to && element) {
    const cell = cellOf(grid, columns);
    element.style.translate = `${by.x - (to.x - from.x) * cell.width}px ${by.y - (to.y - from.y) * cell.height}px`;
  }
}

/** Lets a tile that was under the pointer glide to its place. */
function settle(element: HTMLElement | null): void {
  const from = element?.style.translate;
  element?.style.removeProperty('translate');
  if (element && from) {
    glide(element, from);
  }
}

function sizeFrom({ w, h }: Placed, across: number, down: number, columns: number) {
  return { w: Math.max(Math.min(MIN.w, columns), w + across), h: clamp(h + down, MIN.h, MAX_H) };
}

function stretched(places: readonly Placed[], id: TileId, direction: Direction, columns: number) {
  const box = boxIn(places, id);
  const across = direction === 'right' ? 1 : direction === 'left' ? -1 : 0;
  const down = direction === 'down' ? 1 : direction === 'up' ? -1 : 0;
  return box ? resize(places, id, sizeFrom(box, across, down, columns), columns) : places;
}

function same(one: Placed, other: Placed): boolean {
  return one.x === other.x && one.y === other.y && one.w === other.w && one.h === other.h;
}

function boxIn(places: readonly Placed[], id: TileId): Placed | undefined {
  return places.find((box) => box.id === id);
}

function tileIn(grid: HTMLElement | null, id: TileId): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-tile="${id}"]`) ?? null;
}
