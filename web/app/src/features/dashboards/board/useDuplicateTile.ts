import type { Tile } from '@tessera/board-model';
import { showToast } from '@tessera/ui';
import { api } from '../../../api/client.ts';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages } from './messages.ts';
import { newTextTile } from './newTextTile.ts';
import { placed, useAdoptTile } from './useAdoptTile.ts';
import type { FullDashboard } from './wire.ts';

const messages = boardMessages.tile;

/** Makes a copy of a tile on the same board; the copy of an insight is an insight of its own. */
export function useDuplicateTile() {
  const { projectId, boardId, store, sync } = useBoardContext();
  const adopt = useAdoptTile();
  const path = `/api/projects/${projectId}/dashboards/${boardId}/`;
  return async (tile: Tile, title: string): Promise<void> => {
    if (tile.content.kind === 'text') {
      store.update((board) => {
        const { id, content } = newTextTile(board.tiles, tile.body);
        const copy = placed(board.tiles, { ...tile, id, content }, tile.id);
        return { ...board, tiles: new Map(board.tiles).set(copy.id, copy) };
      });
      return;
    }
    if (tile.content.kind === 'insight') {
      try {
        // The server makes the copy of what it has.
        await sync.flush();
        const changed = await api.patch<FullDashboard>(path, { duplicate_tiles: [{ id: tile.id }] });
        // The tile that was made last has the largest number.
        adopt(changed, (tiles) => tiles.toSorted((one, other) => one.id - other.id).at(-1), tile.id);
        showToast(messages.duplicated(title));
      } catch (error) {
        showToast(messages.duplicateFailed(error instanceof Error ? error.message : ''), { tone: 'danger' });
      }
    }
  };
}
