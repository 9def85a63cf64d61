import { useQueryClient } from '@tanstack/react-query';
import type { Tile } from '@tessera/board-model';
import { arrange, type Breakpoint, COLUMNS, place } from '@tessera/board-model';
import { api } from '../../../api/client.ts';
import { dashboardKeys } from '../queries.ts';
import { useBoardContext } from './BoardContext.ts';
import { boardOf, SIZES } from './boardOf.ts';
import type { FullDashboard } from './wire.ts';

const BREAKPOINTS: readonly Breakpoint[] = ['sm', 'xs'];

/** Puts a tile on the board that the server has made outside of it, as a step that can be undone. */
export function useAdoptTile() {
  const { projectId, boardId, store } = useBoardContext();
  const client = useQueryClient();
  return async (isIt: (tile: Tile) => boolean): Promise<Tile | undefined> => {
    const dashboard = await api.get<FullDashboard>(`/api/projects/${projectId}/dashboards/${boardId}/`);
    const tile = [...boardOf(dashboard).tiles.values()].find(isIt);
    if (tile) {
      store.update((board) => ({
        ...board,
        tiles: new Map(board.tiles).set(tile.id, placed(board.tiles, tile)),
      }));
    }
    client.setQueryData(dashboardKeys.one(projectId, boardId), dashboard);
    return tile;
  };
}

/** A tile with places on both grids that overlap no other. */
export function placed(tiles: ReadonlyMap<number, Tile>, tile: Tile): Tile {
  const others = [...tiles.values()].filter(({ id }) => id !== tile.id);
  const size = SIZES.sizeOf(tile);
  const sizes = { sm: size, xs: { w: 1, h: SIZES.heightInColumn(tile, size.h) } };
  const layouts = Object.fromEntries(
    BREAKPOINTS.map((breakpoint) => [
      breakpoint,
      place(arrange(others, breakpoint, SIZES), sizes[breakpoint], COLUMNS[breakpoint]),
    ]),
  );
  return { ...tile, layouts };
}
