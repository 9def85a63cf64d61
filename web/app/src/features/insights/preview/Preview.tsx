import { Button, cx, EmptyState, ErrorState, Panel } from '@tessera/ui';
import { type ReactNode, useMemo } from 'react';
import { ApiError } from '../../../api/ApiError.ts';
import type { FieldError } from '../editor/QueryError.tsx';
import { ResultSkeleton } from '../results/ResultSkeleton.tsx';
import { ResultView } from '../results/ResultView.tsx';
import { AnswerStatus } from './AnswerStatus.tsx';
import { previewMessages as messages } from './messages.ts';
import styles from './Preview.module.css';
import { ResultTable } from './ResultTable.tsx';
import { readingOf } from './reading.ts';
import type { Asking, Reply } from './useAnswer.ts';

interface PreviewProps {
  asking: Asking;
  /** The display that is wanted; the answer may still be one for another. */
  display: string;
  issues: readonly FieldError[];
  toolbar: ReactNode;
}

/** The answer to the query in the editor. While a new one is on its way the last one stays, dimmed. */
export function Preview({ asking, display, issues, toolbar }: PreviewProps) {
  const { reply, error, isStale, refresh } = asking;
  const shown = error || issues.length > 0 ? undefined : reply;
  return (
    <>
      <Panel aria-busy={isStale}>
        {toolbar}
        <div className={styles.chart}>
          <Content asking={asking} display={display} issues={issues} />
        </div>
        {shown && <AnswerStatus reply={shown} isStale={isStale} onRefresh={refresh} />}
      </Panel>
      {shown && shown.answer.results.length > 0 && display !== 'ActionsTable' && (
        <Panel className={cx(styles.results, isStale && styles.stale)}>
          <ResultTable reply={shown} />
        </Panel>
      )}
    </>
  );
}

function Content({ asking, display, issues }: Omit<PreviewProps, 'toolbar'>) {
  const { reply, error, isStale, refresh } = asking;
  const [issue] = issues;
  if (error) {
    return <Failure error={error} onRetry={refresh} />;
  }
  if (issue) {
    return <EmptyState title={messages.incomplete}>{issue.text}</EmptyState>;
  }
  return reply ? (
    <div className={cx(styles.answer, isStale && styles.stale)}>
      <Answer reply={reply} display={display} />
    </div>
  ) : (
    <div role="status" aria-label={messages.loading} className={styles.skeleton}>
      <ResultSkeleton display={display} />
    </div>
  );
}

function Answer({ reply, display }: { reply: Reply; display: string }) {
  const reading = useMemo(() => readingOf(reply, display), [reply, display]);
  return <ResultView reading={reading} />;
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isUnreachable = error instanceof ApiError && error.isUnreachable;
  const isRefusal = error instanceof ApiError && error.status === 400;
  return (
    <ErrorState
      title={isUnreachable ? messages.unreachable : messages.failed}
      actions={isRefusal ? undefined : <Button onClick={onRetry}>{messages.retry}</Button>}
    >
      {isUnreachable ? null : error.message}
    </ErrorState>
  );
}
