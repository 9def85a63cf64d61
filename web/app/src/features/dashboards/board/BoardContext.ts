import type { Board, BoardStore, BoardSync } from '@tessera/board-model';
import { createContext, use, useSyncExternalStore } from 'react';
import type { BreakdownColor } from '../../insights/results/wire.ts';
import type { Filters } from './wire.ts';

/** What everything on a board's page needs to know. */
export interface BoardContextValue {
  projectId: number;
  boardId: number;
  store: BoardStore;
  sync: BoardSync;
  /** Whether the reader may change the board. */
  canEdit: boolean;
  /** The filters in force: the board's, with those that the reader tries out over them. */
  filters: Filters;
  /** Whether it hangs on a wall, where nobody asks for newer answers. */
  watched: boolean;
  colors: readonly BreakdownColor[];
  /** Says something to those who listen to the page. */
  announce: (sentence: string) => void;
}

export const BoardContext = createContext<BoardContextValue | null>(null);

export function useBoardContext(): BoardContextValue {
  const context = use(BoardContext);
  if (!context) {
    throw new Error('A part of a board is used outside of one.');
  }
  return context;
}

/** The board as it is now, with changes that are not saved yet. */
export function useBoard(): Board {
  const { store } = useBoardContext();
  return useSyncExternalStore(store.subscribe, store.current);
}
