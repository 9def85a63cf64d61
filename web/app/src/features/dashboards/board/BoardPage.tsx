import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, ErrorState, Mark } from '@tessera/ui';
import { ApiError } from '../../../api/ApiError.ts';
import { useTitle } from '../../shell/useTitle.ts';
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
    return <Gone projectId={projectId} />;
  }
  if (data) {
    return <Board key={data.id} projectId={projectId} dashboard={data} />;
  }
  return error ? <Failed text={error.message} onRetry={() => void refetch()} /> : <BoardSkeleton />;
}

function Gone({ projectId }: { projectId: number }) {
  useTitle(messages.gone);
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

function Failed({ text, onRetry }: { text: string; onRetry: () => void }) {
  useTitle(messages.failed);
  return (
    <ErrorState page title={messages.failed} actions={<Button onClick={onRetry}>{messages.retry}</Button>}>
      {text}
    </ErrorState>
  );
}
