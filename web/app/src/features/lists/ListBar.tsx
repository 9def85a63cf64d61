import { SearchField } from '@tessera/ui';
import type { ReactNode } from 'react';
import styles from './List.module.css';

interface ListBarProps {
  label: string;
  clearLabel: string;
  typed: string;
  onType: (typed: string) => void;
  /** How many are shown. */
  count: string;
  /** More ways to narrow the list down, and to sort it. */
  children?: ReactNode;
}

/** Above a list: what narrows it down and sorts it, and how much is left of it. */
export function ListBar({ label, clearLabel, typed, onType, count, children }: ListBarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <SearchField label={label} clearLabel={clearLabel} value={typed} onChange={onType} />
      </div>
      {children}
      <span className={styles.count} role="status">
        {count}
      </span>
    </div>
  );
}
