import type { Direction } from '@tessera/ui';
import { nameOf } from '../editor/useSaving.ts';
import type { Insight } from '../wire.ts';

export type SortColumn = 'name' | 'createdBy' | 'modified' | 'dashboards';

export interface Sorting {
  column: SortColumn;
  direction: Direction;
}

/** Another press on a column turns its order round; a first one takes the order that is usually wanted. */
export function sortedBy(column: SortColumn, now: Sorting): Sorting {
  if (now.column === column) {
    return { column, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  const isLargestFirst = column === 'modified' || column === 'dashboards';
  return { column, direction: isLargestFirst ? 'descending' : 'ascending' };
}

/** The insights that have what was typed in a name, a description or a tag, in order. */
export function arrange(insights: readonly Insight[], typed: string, sorting: Sorting): Insight[] {
  const wanted = typed.trim().toLowerCase();
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return insights
    .filter((it) =>
      [nameOf(it), it.description ?? '', ...it.tags].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => sign * compare(a, b, sorting.column) || byText(nameOf(a), nameOf(b)) || a.id - b.id);
}

function compare(a: Insight, b: Insight, column: SortColumn): number {
  switch (column) {
    case 'name':
      return byText(nameOf(a), nameOf(b));
    case 'createdBy':
      return byText(a.created_by?.first_name ?? '', b.created_by?.first_name ?? '');
    case 'modified':
      return a.last_modified_at.localeCompare(b.last_modified_at);
    case 'dashboards':
      return a.dashboards.length - b.dashboards.length;
  }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function byText(a: string, b: string): number {
  return collator.compare(a, b);
}
