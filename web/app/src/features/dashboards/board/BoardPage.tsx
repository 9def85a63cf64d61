import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, ErrorState, Mark } from '@tessera/ui';
import { ApiError } from '../../../api/ApiError.ts';
import { Board } from './Board.tsx';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { boardMessages as messages } from './messages.ts';
import { boardQuery } from './queries.ts';

const ROUTE = '/signed-in/project/$projectId/dashboard/$dashboardId';

/** A dashboard: /project/:projectId/dashboard/:dashboardId. */
export function BoardPage() {
  const { projectId, dashboardId: boardId } = useParams({ from: ROUTE });
  const { filters_override } = useSearch({ from: ROUTE });
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(boardQuery({ projectId, boardId }, filters_override, client));
  if (error instanceof ApiError && error.status === 404) {
    return (
      <EmptyState
        page
        icon={<Mark size={40} />}
        title={messages.gone}
        actions={
          <Link to="/project/$projectId/dashboards" params={{ projectId }} className={buttonClass()}>
            {messages.all}
          </Link>
        }
      >
        {messages.goneText}
      </EmptyState>
    );
  }
  if (data) {
    return <Board key={data.id} projectId={projectId} dashboard={data} />;
  }
  return error ? (
    <ErrorState
      page
      title={messages.failed}
      actions={<Button onClick={() => void refetch()}>{messages.retry}</Button>}
    >
      {error.message}
    </ErrorState>
  ) : (
    <BoardSkeleton />
  );
}
