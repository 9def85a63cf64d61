import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { buttonClass } from '@tessera/ui';
import { ApiError } from '../../../api/ApiError.ts';
import { MissingPage, UnloadedPage } from '../../shell/pageStates.tsx';
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
      <MissingPage
        title={messages.gone}
        actions={
          <Link to="/project/$projectId/dashboards" params={{ projectId }} className={buttonClass()}>
            {messages.all}
          </Link>
        }
      >
        {messages.goneText}
      </MissingPage>
    );
  }
  if (data) {
    return <Board key={data.id} projectId={projectId} dashboard={data} />;
  }
  return error ? (
    <UnloadedPage title={messages.failed} error={error} onRetry={() => void refetch()} />
  ) : (
    <BoardSkeleton />
  );
}
