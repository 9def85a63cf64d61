import type { ReactNode } from 'react';
import styles from './Results.module.css';

interface NoteProps {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
}

/** A sentence in the place of a result, as small as a tile may be. */
export function Note({ title, children, icon, action }: NoteProps) {
  return (
    <div className={styles.note}>
      {icon}
      <p className={styles.noteTitle}>{title}</p>
      {children && <div className={styles.noteText}>{children}</div>}
      {action}
    </div>
  );
}
