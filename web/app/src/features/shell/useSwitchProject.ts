import { useNavigate } from '@tanstack/react-router';
import { showToast } from '@tessera/ui';
import { useSetCurrentProject } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';

/** Makes a project the current one, and goes to its dashboards. */
export function useSwitchProject(): (projectId: number) => void {
  const navigate = useNavigate();
  const { mutate: setCurrent } = useSetCurrentProject();
  return (projectId) => {
    setCurrent(projectId, { onError: () => showToast(messages.switchFailed, { tone: 'danger' }) });
    void navigate({ to: '/project/$projectId/dashboards', params: { projectId } });
  };
}
