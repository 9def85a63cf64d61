import type { ReactNode } from 'react';
import styles from './Results.module.css';

interface NoteProps {
  title: string;
  children?: string;
  icon?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
}

/** A sentence in the place of a result, as small as a tile may be: there its text is cut, and its title has the whole. */
export function Note({ title, children, icon, action }: NoteProps) {
  return (
    <div className={styles.noteFrame} title={children}>
      <div className={styles.note}>
        {icon}
        <div className={styles.noteWords}>
          <p className={styles.noteTitle}>{title}</p>
          {children && <p className={styles.noteText}>{children}</p>}
        </div>
        {action}
      </div>
    </div>
  );
}
