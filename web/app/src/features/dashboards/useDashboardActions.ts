import { showToast } from '@tessera/ui';
import { returnToRow } from '../lists/rowFocus.ts';
import { dashboardMessages as messages } from './messages.ts';
import { type DashboardChange, useChangeDashboard } from './queries.ts';
import type { DashboardBasic } from './wire.ts';

/** What can be changed of one of a project's dashboards in their list, each saying how it went. */
export function useDashboardActions(projectId: number) {
  const { mutateAsync: change } = useChangeDashboard(projectId);
  // Promises, not callbacks of the mutation: those are dropped with the row of a dashboard that is deleted.
  const save = (what: DashboardChange, onSuccess?: () => void) => change(what).then(onSuccess, failed);

  const restore = async ({ id }: DashboardBasic, name: string) => {
    await save({ id, deleted: false }, () => showToast(messages.restored(name)));
    returnToRow(id);
  };

  return {
    togglePin: ({ id, pinned }: DashboardBasic) => save({ id, pinned: !pinned }),

    tag: ({ id }: DashboardBasic, tags: string[]) => save({ id, tags }),

    remove: (dashboard: DashboardBasic) => {
      const name = dashboard.name || messages.untitled;
      return save({ id: dashboard.id, deleted: true }, () =>
        showToast(messages.deleted(name), {
          action: { label: messages.undo, run: () => void restore(dashboard, name) },
        }),
      );
    },
  };
}

function failed(error: Error): void {
  showToast(messages.changeFailed(error.message), { tone: 'danger' });
}
