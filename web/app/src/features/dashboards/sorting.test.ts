import { describe, expect, it } from 'vitest';
import { dashboard } from '../../testing/samples.ts';
import { type Sorting, sortedBy } from '../lists/order.ts';
import { arrange, NEWEST_FIRST, ORDERS, type SortColumn, USUAL } from './sorting.ts';

const dashboards = [
  dashboard(1, 'beta', { created_at: '2026-01-03T00:00:00Z', description: 'about growth' }),
  dashboard(2, 'Alpha', { created_at: '2026-01-01T00:00:00Z', last_viewed_at: '2026-02-01T00:00:00Z' }),
  dashboard(3, '', { created_at: '2026-01-02T00:00:00Z', pinned: true }),
  dashboard(4, 'board 10', { tags: ['Growth'] }),
  dashboard(5, 'board 9', { pinned: true }),
];

function order(column: SortColumn, direction: 'ascending' | 'descending', typed = ''): number[] {
  return arrange(dashboards, typed, { column, direction }).map((it) => it.id);
}

describe('arrange', () => {
  it('orders names as people do: without case, numbers as numbers, nameless ones last', () => {
    expect(order('name', 'ascending')).toEqual([2, 1, 5, 4, 3]);
  });

  it('puts pinned ones first, each group by name', () => {
    expect(order('pinned', 'ascending')).toEqual([5, 3, 2, 1, 4]);
  });

  it('orders by instants, those without one at the end of the past', () => {
    expect(order('created', 'descending')[0]).toBe(1);
    expect(order('lastViewed', 'descending')[0]).toBe(2);
    expect(order('lastViewed', 'ascending').at(-1)).toBe(2);
  });

  it('finds by name, description and tag, whatever the case', () => {
    expect(order('name', 'ascending', ' GROWTH ')).toEqual([1, 4]);
  });

  it('leaves what it is given as it is', () => {
    const before = dashboards.map((it) => it.id);
    order('name', 'descending');
    expect(dashboards.map((it) => it.id)).toEqual(before);
  });
});

describe('sortedBy', () => {
  const press = (column: SortColumn, now: Sorting<SortColumn>) => sortedBy(column, now, NEWEST_FIRST, USUAL);

  it('turns the order round at the second press, and goes back to the usual one at the third', () => {
    const first = press('created', press('name', USUAL));
    expect(first).toEqual({ column: 'created', direction: 'descending' });
    const second = press('created', first);
    expect(second).toEqual({ column: 'created', direction: 'ascending' });
    expect(press('created', second)).toEqual(USUAL);
  });

  it('begins with the newest, and with A', () => {
    expect(press('created', USUAL).direction).toBe('descending');
    expect(press('name', USUAL).direction).toBe('ascending');
  });
});

it('can be chosen from a menu: the usual order first, and each order of the table once', () => {
  expect(ORDERS[0]).toMatchObject(USUAL);
  const orders = ORDERS.map(({ column, direction }) => `${column} ${direction}`);
  const columns = ['name', 'createdBy', 'created', 'lastViewed'];
  expect(orders.sort()).toEqual(
    ['pinned ascending', ...columns.flatMap((it) => [`${it} ascending`, `${it} descending`])].sort(),
  );
  expect(new Set(ORDERS.map(({ label }) => label)).size).toBe(ORDERS.length);
});
