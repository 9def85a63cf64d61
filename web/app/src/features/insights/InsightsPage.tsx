import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import {
  Button,
  buttonClass,
  EmptyState,
  ErrorState,
  Mark,
  Page,
  Panel,
  PlusIcon,
  Skeleton,
} from '@tessera/ui';
import styles from './list/InsightList.module.css';
import { InsightList } from './list/InsightList.tsx';
import { insightMessages as messages } from './messages.ts';
import { insightsQuery } from './queries.ts';

/** All saved insights of a project. */
export function InsightsPage() {
  const { projectId } = useParams({ from: '/signed-in/project/$projectId/insights' });
  const { data, error, refetch } = useQuery(insightsQuery(projectId));
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
        <Panel aria-busy="true" aria-label={messages.loading}>
          {[180, 240, 140, 210].map((width) => (
            <div key={width} className={styles.skeletonRow}>
              <Skeleton width={16} height={16} />
              <Skeleton width={width} />
            </div>
          ))}
        </Panel>
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
