import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { showToast } from '@tessera/ui';
import { dashboardMessages as messages } from '../messages.ts';
import { dashboardKeys, useChangeDashboard } from '../queries.ts';
import { useBoardContext } from './BoardContext.ts';

/** Deletes the dashboard and goes to the list of those that are left, where it can be brought back. */
export function useRemoveBoard() {
  const { projectId, boardId: id, store, sync } = useBoardContext();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutateAsync: change } = useChangeDashboard(projectId);
  const attempt = (deleted: boolean) =>
    change({ id, deleted }).then(
      () => true,
      (error: Error) => {
        showToast(messages.changeFailed(error.message), { tone: 'danger' });
        return false;
      },
    );
  return async () => {
    const name = store.current().name || messages.untitled;
    await sync.flush();
    if (await attempt(true)) {
      await navigate({ to: '/project/$projectId/dashboards', params: { projectId }, ignoreBlocker: true });
      client.removeQueries({ queryKey: dashboardKeys.one(projectId, id) });
      const restore = async () => {
        if (await attempt(false)) {
          showToast(messages.restored(name));
        }
        // The list has it by now; a dashboard would load it in vain.
        const { returnToRow } = await import('../../lists/rowFocus.ts');
        returnToRow(id);
      };
      showToast(messages.deleted(name), { action: { label: messages.undo, run: () => void restore() } });
    }
  };
}
