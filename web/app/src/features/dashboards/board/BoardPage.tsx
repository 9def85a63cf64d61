import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '@tessera/ui';
import { dashboardMessages as messages } from '../messages.ts';
import { dashboardsQuery } from '../queries.ts';

/** The slot of /project/:projectId/dashboard/:dashboardId. */
export function BoardPage() {
  const { projectId, dashboardId } = useParams({
    from: '/signed-in/project/$projectId/dashboard/$dashboardId',
  });
  const { data = [] } = useQuery(dashboardsQuery(projectId));
  const dashboard = data.find((it) => it.id === dashboardId);
  return (
    <Page title={dashboard?.name || messages.untitled} lead={dashboard?.description}>
      {null}
    </Page>
  );
}
