import { IconButton, RefreshIcon } from '@tessera/ui';
import { Ago } from '../../../format/Ago.tsx';
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
  return (
    <div className={styles.status}>
      <span>
        {messages.computed} <Ago instant={answer.last_refresh} />
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
        icon={<RefreshIcon size={14} aria-hidden />}
        busy={isStale}
        onClick={onRefresh}
      />
    </div>
  );
}
