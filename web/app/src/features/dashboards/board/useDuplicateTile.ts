import type { Tile } from '@tessera/board-model';
import { showToast } from '@tessera/ui';
import { api } from '../../../api/client.ts';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages } from './messages.ts';
import { newTextTile } from './newTextTile.ts';
import { placed, useAdoptTile } from './useAdoptTile.ts';

const messages = boardMessages.tile;

/** Makes a copy of a tile on the same board; the copy of an insight is an insight of its own. */
export function useDuplicateTile() {
  const { projectId, boardId, store } = useBoardContext();
  const adopt = useAdoptTile();
  const insights = `/api/projects/${projectId}/insights/`;
  return async (tile: Tile, title: string): Promise<void> => {
    if (tile.content.kind === 'text') {
      store.update((board) => {
        const copy = placed(board.tiles, { ...newTextTile(board.tiles, tile.body), color: tile.color });
        return { ...board, tiles: new Map(board.tiles).set(copy.id, copy) };
      });
      return;
    }
    if (tile.content.kind === 'insight') {
      try {
        const { query } = await api.get<{ query: unknown }>(`${insights}${tile.content.insightId}/`, {
          query: { basic: true },
        });
        const copy = await api.post<{ id: number }>(insights, {
          name: messages.copyOf(title),
          description: tile.description,
          query,
          saved: true,
          dashboards: [boardId],
        });
        await adopt(copy.id);
        showToast(messages.duplicated(messages.copyOf(title)));
      } catch (error) {
        showToast(messages.duplicateFailed(error instanceof Error ? error.message : ''), { tone: 'danger' });
      }
    }
  };
}
