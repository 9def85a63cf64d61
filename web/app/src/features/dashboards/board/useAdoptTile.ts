import { useQueryClient } from '@tanstack/react-query';
import type { Size, Tile, TileId } from '@tessera/board-model';
import { arrange, type Breakpoint, COLUMNS, place } from '@tessera/board-model';
import { dashboardKeys } from '../queries.ts';
import { useBoardContext } from './BoardContext.ts';
import { boardOf, SIZES } from './boardOf.ts';
import type { FullDashboard } from './wire.ts';

const BREAKPOINTS: readonly Breakpoint[] = ['sm', 'xs'];

/**
 * Puts a tile on the board that the server has made outside of it, as a step that can be undone: the one that `find` finds
 * in `dashboard`, as the server has that now. A copy gets the size of its `original`.
 */
export function useAdoptTile() {
  const { projectId, boardId, store } = useBoardContext();
  const client = useQueryClient();
  return (dashboard: FullDashboard, find: (tiles: Tile[]) => Tile | undefined, original?: TileId): void => {
    const tile = find([...boardOf(dashboard).tiles.values()]);
    if (tile) {
      store.update((board) => ({
        ...board,
        tiles: new Map(board.tiles).set(tile.id, placed(board.tiles, tile, original)),
      }));
    }
    client.setQueryData(dashboardKeys.one(projectId, boardId), dashboard);
  };
}

/** A tile with places on both grids that overlap no other, as large as `original` when that is there. */
export function placed(tiles: ReadonlyMap<TileId, Tile>, tile: Tile, original?: TileId): Tile {
  const others = [...tiles.values()].filter(({ id }) => id !== tile.id);
  const layouts = Object.fromEntries(
    BREAKPOINTS.map((breakpoint) => {
      const boxes = arrange(others, breakpoint, SIZES);
      const size = boxes.find(({ id }) => id === original) ?? usualSize(tile, breakpoint);
      return [breakpoint, place(boxes, size, COLUMNS[breakpoint])];
    }),
  );
  return { ...tile, layouts };
}

function usualSize(tile: Tile, breakpoint: Breakpoint): Size {
  const size = SIZES.sizeOf(tile);
  return breakpoint === 'sm' ? size : { w: 1, h: SIZES.heightInColumn(tile, size.h) };
}
