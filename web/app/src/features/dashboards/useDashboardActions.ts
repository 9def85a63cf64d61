import { useNavigate } from '@tanstack/react-router';
import { showToast } from '@tessera/ui';
import { dashboardMessages as messages } from './messages.ts';
import { type DashboardChange, useChangeDashboard, useCreateDashboard } from './queries.ts';
import type { DashboardBasic } from './wire.ts';

/** What can be done with one of a project's dashboards, each saying how it went. */
export function useDashboardActions(projectId: number) {
  const navigate = useNavigate();
  const { mutateAsync: change } = useChangeDashboard(projectId);
  const { mutateAsync: create } = useCreateDashboard(projectId);
  // Promises, not callbacks of the mutations: those are dropped with the row of a dashboard that is deleted.
  const save = (what: DashboardChange, onSuccess?: () => void) => change(what).then(onSuccess, failed);

  const restore = ({ id }: DashboardBasic, name: string) =>
    save({ id, deleted: false }, () => showToast(messages.restored(name)));

  const open = (dashboardId: number) =>
    navigate({ to: '/project/$projectId/dashboard/$dashboardId', params: { projectId, dashboardId } });

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

    duplicate: (dashboard: DashboardBasic) => {
      const name = messages.copyOf(dashboard.name || messages.untitled);
      return create({ name, use_dashboard: dashboard.id }).then(
        ({ id }) =>
          showToast(messages.duplicated(name), {
            action: { label: messages.open, run: () => void open(id) },
          }),
        failed,
      );
    },
  };
}

function failed(error: Error): void {
  showToast(messages.changeFailed(error.message), { tone: 'danger' });
}
