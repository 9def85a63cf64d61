import { Mark, Mosaic } from '@tessera/ui';
import type { ReactNode } from 'react';
import { useTitle } from '../shell/useTitle.ts';
import styles from './EntryFrame.module.css';

interface EntryFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** What surrounds the pages for those who are not signed in. */
export function EntryFrame({ title, lead, children }: EntryFrameProps) {
  useTitle(title);
  return (
    <div className={styles.entry}>
      <main className={styles.panel}>
        <div className={styles.brand}>
          <Mark size={26} />
          Tessera
        </div>
        <div className={styles.content}>
          <header>
            <h1>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </header>
          {children}
        </div>
      </main>
      <div className={styles.mosaic} aria-hidden="true">
        <Mosaic />
      </div>
    </div>
  );
}
