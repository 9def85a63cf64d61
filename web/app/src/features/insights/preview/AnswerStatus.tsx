import { IconButton, LoaderIcon, RefreshIcon } from '@tessera/ui';
import { useEffect, useState } from 'react';
import { ago, exactTime } from '../../../format/time.ts';
import { previewMessages as messages } from './messages.ts';
import styles from './Preview.module.css';
import type { Reply } from './useAnswer.ts';

interface AnswerStatusProps {
  reply: Reply;
  isStale: boolean;
  onRefresh: () => void;
}

/** How old an answer is and how long it took. */
export function AnswerStatus({ reply, isStale, onRefresh }: AnswerStatusProps) {
  const { answer, milliseconds } = reply;
  const now = useMinutes();
  return (
    <div className={styles.status}>
      <span>
        <time dateTime={answer.last_refresh} title={exactTime(answer.last_refresh)}>
          {messages.computed(ago(answer.last_refresh, Math.max(now, Date.parse(answer.last_refresh))))}
        </time>
        {' · '}
        {messages.took(milliseconds)}
        {answer.is_cached && ` · ${messages.cached}`}
        {' · '}
        {answer.timezone}
      </span>
      <span role="status" className="visually-hidden">
        {isStale ? messages.updating : ''}
      </span>
      <IconButton
        size="sm"
        label={messages.refresh}
        icon={
          isStale ? (
            <LoaderIcon className={styles.turning} size={14} aria-hidden />
          ) : (
            <RefreshIcon size={14} aria-hidden />
          )
        }
        aria-disabled={isStale}
        onClick={onRefresh}
      />
    </div>
  );
}

/** The time, each minute anew. */
function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
