import { useQueryClient } from '@tanstack/react-query';
import { BoardStore, BoardSync, type Delta, type Tile } from '@tessera/board-model';
import { showToast } from '@tessera/ui';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../api/ApiError.ts';
import { dashboardKeys } from '../queries.ts';
import { boardOf } from './boardOf.ts';
import { boardMessages as messages } from './messages.ts';
import { madeOf, sendChange } from './requests.ts';
import type { FullDashboard } from './wire.ts';

/** The store of a board that is shown, and what keeps the server up to date with it. */
export function useBoardStore(projectId: number, dashboard: FullDashboard) {
  const client = useQueryClient();
  const [{ store, sync }] = useState(() => {
    const board = boardOf(dashboard);
    const made = new BoardStore(board);
    const boardId = dashboard.id;
    return {
      store: made,
      sync: new BoardSync(made, board, {
        send: async (change) => {
          const key = dashboardKeys.one(projectId, boardId);
          // An answer that was on its way before the change must not come after it.
          await client.cancelQueries({ queryKey: key, exact: true });
          const saved = await sendChange({ projectId, boardId }, change, (id) => tileIn(made, change, id));
          await client.cancelQueries({ queryKey: key, exact: true });
          if (saved) {
            client.setQueryData(key, saved);
            void client.invalidateQueries({ queryKey: dashboardKeys.list(projectId) });
          } else {
            void client.invalidateQueries({ queryKey: key, exact: true });
          }
          return saved ? madeOf(change, saved) : { ids: new Map(), contents: new Map() };
        },
        isRefusal,
        isSignedOut,
        onRefused: (error) => {
          showToast(messages.refused(error instanceof Error ? error.message : ''), { tone: 'danger' });
          void client.invalidateQueries({ queryKey: dashboardKeys.one(projectId, boardId), exact: true });
        },
      }),
    };
  });

  useEffect(() => sync.start(), [sync]);
  useEffect(() => sync.receive(boardOf(dashboard)), [sync, dashboard]);
  useEffect(() => saveBeforeLeaving(sync), [sync]);
  return { store, sync };
}

/** No, and it stays no. Being signed out or having asked too often are no answers to what was asked. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    error.status >= 400 &&
    error.status < 500 &&
    ![401, 408, 429].includes(error.status)
  );
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** A tile that a change is about, as it is now, or was before it was removed. */
function tileIn(store: BoardStore, change: Delta, id: number): Tile | undefined {
  const found = change.tiles.get(id);
  return store.current().tiles.get(id) ?? (found && found.kind !== 'changed' ? found.tile : undefined);
}

/**
 * Sends what is left when the page is put aside, and when somebody comes back who may have signed in elsewhere; asks before
 * the page is closed with something unsaved.
 */
function saveBeforeLeaving(sync: BoardSync): () => void {
  const onReturn = () => {
    if (sync.status() === 'signedOut') {
      void sync.flush();
    }
  };
  const onVisibility = () => (document.visibilityState === 'hidden' ? void sync.flush() : onReturn());
  const onOnline = () => void sync.flush();
  const onClose = (event: BeforeUnloadEvent) => {
    if (sync.status() !== 'saved') {
      event.preventDefault();
    }
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('focus', onReturn);
  window.addEventListener('online', onOnline);
  window.addEventListener('beforeunload', onClose);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('focus', onReturn);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('beforeunload', onClose);
  };
}
