import { useNavigate } from '@tanstack/react-router';
import { showToast } from '@tessera/ui';
import { dashboardMessages as messages } from './messages.ts';
import { useCreateDashboard } from './queries.ts';
import type { DashboardBasic } from './wire.ts';

/** Makes a copy of one of a project's dashboards with insights of its own, and says how it went. */
export function useDuplicateDashboard(projectId: number) {
  const navigate = useNavigate();
  const { mutateAsync: create } = useCreateDashboard(projectId);
  const open = (dashboardId: number) =>
    navigate({ to: '/project/$projectId/dashboard/$dashboardId', params: { projectId, dashboardId } });
  return (dashboard: DashboardBasic) => {
    const name = messages.copyOf(dashboard.name || messages.untitled);
    return create({ name, use_dashboard: dashboard.id, duplicate_tiles: true }).then(
      ({ id }) =>
        showToast(messages.duplicated(name), {
          action: { label: messages.open, run: () => void open(id) },
        }),
      (error: Error) => showToast(messages.changeFailed(error.message), { tone: 'danger' }),
    );
  };
}
