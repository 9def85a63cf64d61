import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, ErrorState, Page, Panel, PlusIcon } from '@tessera/ui';
import { useState } from 'react';
import { ListSkeleton } from '../lists/ListSkeleton.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { DashboardList } from './DashboardList.tsx';
import { dashboardMessages as messages } from './messages.ts';
import NewDashboardDialog from './NewDashboardDialog.tsx';
import { NoDashboards } from './NoDashboards.tsx';
import { dashboardsQuery } from './queries.ts';

/** All dashboards of a project. */
export function DashboardsPage() {
  const { projectId } = useParams({ from: '/signed-in/project/$projectId/dashboards' });
  const { data, error, refetch } = useQuery(dashboardsQuery(projectId));
  const [creating, setCreating] = useState(false);
  const create = () => setCreating(true);
  useTitle(messages.title);
  return (
    <Page
      title={messages.title}
      actions={
        <Button variant="primary" icon={<PlusIcon size={16} aria-hidden />} onClick={create}>
          {messages.newDashboard}
        </Button>
      }
    >
      {data ? (
        data.length > 0 ? (
          <DashboardList projectId={projectId} dashboards={data} />
        ) : (
          <NoDashboards projectId={projectId} onCreate={create} />
        )
      ) : error ? (
        <Panel>
          <ErrorState
            title={messages.failed}
            actions={<Button onClick={() => void refetch()}>{messages.retry}</Button>}
          >
            {error.message}
          </ErrorState>
        </Panel>
      ) : (
        <ListSkeleton label={messages.loading} />
      )}
      {creating && <NewDashboardDialog projectId={projectId} onClose={() => setCreating(false)} />}
    </Page>
  );
}
