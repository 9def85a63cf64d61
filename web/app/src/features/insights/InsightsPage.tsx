import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, ErrorState, Mark, Page, Panel, PlusIcon } from '@tessera/ui';
import { ListSkeleton } from '../lists/ListSkeleton.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { InsightList } from './list/InsightList.tsx';
import { insightMessages as messages } from './messages.ts';
import { insightsQuery } from './queries.ts';

/** All saved insights of a project. */
export function InsightsPage() {
  const { projectId } = useParams({ from: '/signed-in/project/$projectId/insights' });
  const { data, error, refetch } = useQuery(insightsQuery(projectId));
  useTitle(messages.title);
  return (
    <Page title={messages.title} actions={<NewInsight projectId={projectId} />}>
      {data ? (
        data.length > 0 ? (
          <InsightList projectId={projectId} insights={data} />
        ) : (
          <Panel>
            <EmptyState
              icon={<Mark size={44} />}
              title={messages.empty.title}
              actions={<NewInsight projectId={projectId} />}
            >
              {messages.empty.text}
            </EmptyState>
          </Panel>
        )
      ) : error ? (
        <ErrorState
          title={messages.failed}
          actions={<Button onClick={() => void refetch()}>{messages.retry}</Button>}
        >
          {error.message}
        </ErrorState>
      ) : (
        <ListSkeleton label={messages.loading} />
      )}
    </Page>
  );
}

function NewInsight({ projectId }: { projectId: number }) {
  return (
    <Link
      to="/project/$projectId/insights/new"
      params={{ projectId }}
      className={buttonClass({ variant: 'primary' })}
    >
      <PlusIcon size={16} aria-hidden />
      {messages.newInsight}
    </Link>
  );
}
