import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../theme/cx.ts';
import styles from './Misc.module.css';

/** A surface on the canvas. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return <section {...props} className={cx(styles.panel, className)} />;
}

interface PageProps {
  title: ReactNode;
  /** A sentence under the title. */
  lead?: ReactNode;
  /** Buttons beside the title, the primary one last. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page with a title: its width, its margins, its heading. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.pageActions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
