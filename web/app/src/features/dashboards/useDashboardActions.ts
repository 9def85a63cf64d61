import { useNavigate } from '@tanstack/react-router';
import { showToast } from '@tessera/ui';
import { dashboardMessages as messages } from './messages.ts';
import { type DashboardChange, useChangeDashboard, useCreateDashboard } from './queries.ts';
import type { DashboardBasic } from './wire.ts';

/** What can be done with one of a project's dashboards, each saying how it went. */
export function useDashboardActions(projectId: number) {
  const navigate = useNavigate();
  const { mutate: change } = useChangeDashboard(projectId);
  const { mutate: create } = useCreateDashboard(projectId);
  const failed = (error: Error) => showToast(messages.changeFailed(error.message), { tone: 'danger' });
  const save = (what: DashboardChange, onSuccess?: () => void) =>
    change(what, { onSuccess, onError: failed });
  return {
    togglePin: ({ id, pinned }: DashboardBasic) => save({ id, pinned: !pinned }),

    remove: (dashboard: DashboardBasic) => {
      const { id } = dashboard;
      const name = dashboard.name || messages.untitled;
      const restore = () => save({ id, deleted: false }, () => showToast(messages.restored(name)));
      save({ id, deleted: true }, () =>
        showToast(messages.deleted(name), { action: { label: messages.undo, run: restore } }),
      );
    },

    duplicate: (dashboard: DashboardBasic) => {
      const name = messages.copyOf(dashboard.name || messages.untitled);
      create(
        { name, use_dashboard: dashboard.id, duplicate_tiles: true },
        {
          onSuccess: ({ id }) =>
            showToast(messages.duplicated(name), {
              action: {
                label: messages.open,
                run: () =>
                  void navigate({
                    to: '/project/$projectId/dashboard/$dashboardId',
                    params: { projectId, dashboardId: id },
                  }),
              },
            }),
          onError: failed,
        },
      );
    },
  };
}
