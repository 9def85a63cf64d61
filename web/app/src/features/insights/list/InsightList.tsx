import { EmptyState, Panel, Segments, SortHeader, Table } from '@tessera/ui';
import { useMemo, useState } from 'react';
import styles from '../../lists/List.module.css';
import { ListBar } from '../../lists/ListBar.tsx';
import { type Sorting, sortedBy } from '../../lists/order.ts';
import { SortMenu } from '../../lists/SortMenu.tsx';
import { insightMessages as messages } from '../messages.ts';
import type { Insight } from '../wire.ts';
import { arrange, LARGEST_FIRST, ORDERS, type SortColumn, USUAL } from './arrange.ts';
import { InsightRow } from './InsightRow.tsx';

const WHICH = [
  { value: 'all', label: messages.all },
  { value: 'favorites', label: messages.favorites },
] as const;

interface InsightListProps {
  projectId: number;
  insights: readonly Insight[];
}

export function InsightList({ projectId, insights }: InsightListProps) {
  const [typed, setTyped] = useState('');
  const [which, setWhich] = useState<'all' | 'favorites'>('all');
  const [sorting, setSorting] = useState<Sorting<SortColumn>>(USUAL);
  const shown = useMemo(
    () => arrange(which === 'all' ? insights : insights.filter((it) => it.favorited), typed, sorting),
    [insights, which, typed, sorting],
  );
  const header = (column: SortColumn, className?: string) => (
    <SortHeader
      className={className}
      direction={sorting.column === column ? sorting.direction : null}
      onSort={() => setSorting(sortedBy(column, sorting, LARGEST_FIRST, USUAL))}
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
        count={messages.count(shown.length, insights.length)}
      >
        <Segments label={messages.shown} value={which} options={WHICH} onChange={setWhich} />
        <SortMenu sorting={sorting} orders={ORDERS} onSort={setSorting} />
      </ListBar>
      {shown.length === 0 ? (
        <NothingFound typed={typed.trim()} />
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col" className={styles.mark}>
                <span className="visually-hidden">{messages.columns.favorite}</span>
              </th>
              {header('name')}
              <th scope="col" className={styles.secondary}>
                {messages.columns.tags}
              </th>
              {header('dashboards', styles.secondary)}
              {header('createdBy', styles.secondary)}
              {header('modified', styles.secondary)}
              <th scope="col" className={styles.actions}>
                <span className="visually-hidden">{messages.columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((insight) => (
              <InsightRow key={insight.id} projectId={projectId} insight={insight} onSearch={setTyped} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

function NothingFound({ typed }: { typed: string }) {
  return typed === '' ? (
    <EmptyState title={messages.noFavorites}>{messages.noFavoritesText}</EmptyState>
  ) : (
    <EmptyState title={messages.nothingFound(typed)}>{messages.nothingFoundText}</EmptyState>
  );
}
