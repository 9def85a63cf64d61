import { ArrowDownIcon, ArrowUpIcon, Button, ChevronDownIcon, Menu, MenuItem } from '@tessera/ui';
import styles from './List.module.css';
import { listMessages as messages } from './messages.ts';
import type { Order, Sorting } from './order.ts';

interface SortMenuProps<Column extends string> {
  sorting: Sorting<Column>;
  orders: readonly Order<Column>[];
  onSort: (sorting: Sorting<Column>) => void;
}

/** Sorts a list where there is no room for the heads of all its columns. */
export function SortMenu<Column extends string>({ sorting, orders, onSort }: SortMenuProps<Column>) {
  const isChosen = (it: Order<Column>) => it.column === sorting.column && it.direction === sorting.direction;
  const chosen = orders.find(isChosen)?.label ?? '';
  const Arrow = sorting.direction === 'ascending' ? ArrowUpIcon : ArrowDownIcon;
  return (
    <div className={styles.sorting}>
      <Menu
        label={messages.sort}
        placement="bottom-start"
        trigger={(trigger) => (
          <Button {...trigger} aria-label={messages.sortedBy(chosen)} icon={<Arrow size={15} aria-hidden />}>
            {chosen}
            <ChevronDownIcon size={14} aria-hidden />
          </Button>
        )}
      >
        {orders.map((it) => (
          <MenuItem
            key={it.label}
            checked={isChosen(it)}
            onSelect={() => onSort({ column: it.column, direction: it.direction })}
          >
            {it.label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
