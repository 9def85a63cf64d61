import type { ComponentProps, ReactNode } from 'react';
import { ArrowDownIcon, ArrowUpIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import styles from './Table.module.css';
import { useScrollable } from './useScrollable.ts';

/** A table that scrolls sideways when there is no room. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  const scrollable = useScrollable();
  return (
    <div {...scrollable} className={styles.scroll}>
      <table {...props} className={cx(styles.table, className)} />
    </div>
  );
}

export type Direction = 'ascending' | 'descending';

interface SortHeaderProps extends Omit<ComponentProps<'th'>, 'onSelect'> {
  children: ReactNode;
  /** How the table is sorted by this column; null when it is sorted by another. */
  direction: Direction | null;
  onSort: () => void;
}

export function SortHeader({ children, direction, onSort, ...props }: SortHeaderProps) {
  return (
    <th {...props} scope="col" aria-sort={direction ?? 'none'}>
      <button type="button" className={cx(styles.sort, direction && styles.sorted)} onClick={onSort}>
        {children}
        {direction === 'ascending' && <ArrowUpIcon size={12} aria-hidden />}
        {direction === 'descending' && <ArrowDownIcon size={12} aria-hidden />}
      </button>
    </th>
  );
}
