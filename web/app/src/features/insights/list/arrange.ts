import { byText, fits, type Order, type Sorting } from '../../lists/order.ts';
import { nameOf } from '../names.ts';
import type { Insight } from '../wire.ts';
import { orderMessages as messages } from './orderMessages.ts';

export type SortColumn = 'name' | 'createdBy' | 'modified' | 'dashboards';

/** The columns of which the newest, or the most, is wanted first. */
export const LARGEST_FIRST: readonly SortColumn[] = ['modified', 'dashboards'];

/** How the list is sorted before anybody sorts it. */
export const USUAL: Sorting<SortColumn> = { column: 'modified', direction: 'descending' };

/** All orders, the usual one first. */
export const ORDERS: readonly Order<SortColumn>[] = [
  { column: 'modified', direction: 'descending', label: messages.modified },
  { column: 'modified', direction: 'ascending', label: messages.modifiedTurned },
  { column: 'name', direction: 'ascending', label: messages.name },
  { column: 'name', direction: 'descending', label: messages.nameTurned },
  { column: 'dashboards', direction: 'descending', label: messages.dashboards },
  { column: 'dashboards', direction: 'ascending', label: messages.dashboardsTurned },
  { column: 'createdBy', direction: 'ascending', label: messages.createdBy },
  { column: 'createdBy', direction: 'descending', label: messages.createdByTurned },
];

/** The insights that have what was typed in a name, a description or a tag, in order. */
export function arrange(
  insights: readonly Insight[],
  typed: string,
  { column, direction }: Sorting<SortColumn>,
): Insight[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return insights
    .filter((it) => fits([nameOf(it), it.description, ...it.tags], typed))
    .sort((a, b) => sign * compare(a, b, column) || byText(nameOf(a), nameOf(b)) || a.id - b.id);
}

function compare(a: Insight, b: Insight, column: SortColumn): number {
  switch (column) {
    case 'name':
      return byText(nameOf(a), nameOf(b));
    case 'createdBy':
      return byText(a.created_by?.first_name, b.created_by?.first_name);
    case 'modified':
      return a.last_modified_at.localeCompare(b.last_modified_at);
    case 'dashboards':
      return a.dashboards.length - b.dashboards.length;
  }
}
