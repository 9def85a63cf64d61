import { Panel, Skeleton } from '@tessera/ui';
import styles from './Editor.module.css';
import { editorMessages as messages } from './messages.ts';

/** The editor of an insight that is on its way. */
export function EditorSkeleton() {
  return (
    <div className={styles.page} role="status" aria-busy="true" aria-label={messages.loading}>
      <div className={styles.header}>
        <Skeleton width={280} height={32} />
      </div>
      <div className={styles.columns}>
        <Panel className={styles.blank}>
          <Skeleton width={120} />
          <Skeleton height={32} />
          <Skeleton width={160} />
        </Panel>
        <Panel className={styles.blank}>
          <Skeleton height={320} />
        </Panel>
      </div>
    </div>
  );
}
