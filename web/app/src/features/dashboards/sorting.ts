import { byText, fits, type Order, type Sorting } from '../lists/order.ts';
import { orderMessages as messages } from './orderMessages.ts';
import type { DashboardBasic } from './wire.ts';

export type SortColumn = 'pinned' | 'name' | 'createdBy' | 'created' | 'lastViewed';

/** The columns of which the newest is wanted first. */
export const NEWEST_FIRST: readonly SortColumn[] = ['created', 'lastViewed'];

/** How the list is sorted before anybody sorts it. */
export const USUAL: Sorting<SortColumn> = { column: 'pinned', direction: 'ascending' };

/** All orders but that with pinned ones last, which nobody wants. */
export const ORDERS: readonly Order<SortColumn>[] = [
  { column: 'pinned', direction: 'ascending', label: messages.pinned },
  { column: 'name', direction: 'ascending', label: messages.name },
  { column: 'name', direction: 'descending', label: messages.nameTurned },
  { column: 'createdBy', direction: 'ascending', label: messages.createdBy },
  { column: 'createdBy', direction: 'descending', label: messages.createdByTurned },
  { column: 'created', direction: 'descending', label: messages.created },
  { column: 'created', direction: 'ascending', label: messages.createdTurned },
  { column: 'lastViewed', direction: 'descending', label: messages.lastViewed },
  { column: 'lastViewed', direction: 'ascending', label: messages.lastViewedTurned },
];

/** The dashboards that have what was typed in a name, a description or a tag, in order. */
export function arrange(
  dashboards: readonly DashboardBasic[],
  typed: string,
  { column, direction }: Sorting<SortColumn>,
): DashboardBasic[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return dashboards
    .filter((it) => fits([it.name ?? '', it.description, ...it.tags], typed))
    .sort((a, b) => sign * compare(a, b, column) || byText(a.name, b.name) || a.id - b.id);
}

function compare(a: DashboardBasic, b: DashboardBasic, column: SortColumn): number {
  switch (column) {
    case 'pinned':
      return Number(b.pinned) - Number(a.pinned);
    case 'name':
      return byText(a.name, b.name);
    case 'createdBy':
      return byText(a.created_by?.first_name, b.created_by?.first_name);
    case 'created':
      return a.created_at.localeCompare(b.created_at);
    case 'lastViewed':
      return (a.last_viewed_at ?? '').localeCompare(b.last_viewed_at ?? '');
  }
}
