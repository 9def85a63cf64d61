import type { Direction } from '@tessera/ui';
import type { DashboardBasic } from './wire.ts';

export type SortColumn = 'pinned' | 'name' | 'createdBy' | 'created' | 'lastViewed';

export interface Sorting {
  column: SortColumn;
  direction: Direction;
}

/** Another press on a column turns its order round; a first one takes the order that is usually wanted. */
export function sortedBy(column: SortColumn, now: Sorting): Sorting {
  if (now.column === column) {
    return { column, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  const isNewestFirst = column === 'created' || column === 'lastViewed';
  return { column, direction: isNewestFirst ? 'descending' : 'ascending' };
}

/** The dashboards that have what was typed in a name, a description or a tag, in order. */
export function arrange(
  dashboards: readonly DashboardBasic[],
  typed: string,
  sorting: Sorting,
): DashboardBasic[] {
  const wanted = typed.trim().toLowerCase();
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return dashboards
    .filter((it) =>
      [it.name ?? '', it.description, ...it.tags].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => sign * compare(a, b, sorting.column) || byName(a, b) || a.id - b.id);
}

function compare(a: DashboardBasic, b: DashboardBasic, column: SortColumn): number {
  switch (column) {
    case 'pinned':
      return Number(b.pinned) - Number(a.pinned);
    case 'name':
      return byName(a, b);
    case 'createdBy':
      return byText(a.created_by?.first_name, b.created_by?.first_name);
    case 'created':
      return a.created_at.localeCompare(b.created_at);
    case 'lastViewed':
      return (a.last_viewed_at ?? '').localeCompare(b.last_viewed_at ?? '');
  }
}

function byName(a: DashboardBasic, b: DashboardBasic): number {
  return byText(a.name, b.name);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Nothing comes last. */
function byText(a: string | null | undefined, b: string | null | undefined): number {
  return Number(!a) - Number(!b) || collator.compare(a ?? '', b ?? '');
}
