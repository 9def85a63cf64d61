import { EmptyState, Panel, SortHeader, Table } from '@tessera/ui';
import { useMemo, useState } from 'react';
import styles from '../lists/List.module.css';
import { ListBar } from '../lists/ListBar.tsx';
import { type Sorting, sortedBy } from '../lists/order.ts';
import { SortMenu } from '../lists/SortMenu.tsx';
import { DashboardRow } from './DashboardRow.tsx';
import { dashboardMessages as messages } from './messages.ts';
import { arrange, NEWEST_FIRST, ORDERS, type SortColumn, USUAL } from './sorting.ts';
import type { DashboardBasic } from './wire.ts';

interface DashboardListProps {
  projectId: number;
  dashboards: readonly DashboardBasic[];
}

export function DashboardList({ projectId, dashboards }: DashboardListProps) {
  const [typed, setTyped] = useState('');
  const [sorting, setSorting] = useState<Sorting<SortColumn>>(USUAL);
  const shown = useMemo(() => arrange(dashboards, typed, sorting), [dashboards, typed, sorting]);
  const header = (column: SortColumn, className?: string) => (
    <SortHeader
      className={className}
      direction={sorting.column === column ? sorting.direction : null}
      onSort={() => setSorting(sortedBy(column, sorting, NEWEST_FIRST, USUAL))}
    >
      {messages.columns[column]}
    </SortHeader>
  );
  return (
    <Panel>
      <ListBar
        label={messages.search}
        clearLabel={messages.clearSearch}
        typed={typed}
        onType={setTyped}
        count={messages.count(shown.length, dashboards.length)}
      >
        <SortMenu sorting={sorting} orders={ORDERS} onSort={setSorting} />
      </ListBar>
      {shown.length === 0 ? (
        <EmptyState title={messages.nothingFound(typed.trim())}>{messages.nothingFoundText}</EmptyState>
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col" className={styles.mark}>
                <span className="visually-hidden">{messages.columns.pinned}</span>
              </th>
              {header('name')}
              <th scope="col" className={styles.secondary}>
                {messages.columns.tags}
              </th>
              {header('createdBy', styles.tertiary)}
              {header('created', styles.tertiary)}
              {header('lastViewed', styles.secondary)}
              <th scope="col" className={styles.actions}>
                <span className="visually-hidden">{messages.columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((dashboard) => (
              <DashboardRow
                key={dashboard.id}
                projectId={projectId}
                dashboard={dashboard}
                onSearch={setTyped}
              />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
