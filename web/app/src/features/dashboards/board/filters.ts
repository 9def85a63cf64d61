import { same } from '@tessera/board-model';
import type { DateRange } from '../../dates/ranges.ts';
import { withoutNulls } from './boardOf.ts';
import type { Filters } from './wire.ts';

/** The filters of a board with those that a reader tries out over them. */
export function overlaid(board: Filters, override: Filters | undefined): Filters {
  return withoutNulls({ ...board, ...override });
}

/** What has to be laid over the filters `saved` to get those `wanted`; undefined when they are the same. */
export function overrideOf(saved: Filters, wanted: Filters): Filters | undefined {
  const keys = [...new Set([...Object.keys(saved), ...Object.keys(wanted)])];
  const different = keys.filter((key) => !same(saved[key], wanted[key]));
  return different.length === 0
    ? undefined
    : Object.fromEntries(different.map((key) => [key, wanted[key] ?? null]));
}

export function rangeOf({ date_from, date_to }: Pick<Filters, 'date_from' | 'date_to'>): DateRange {
  return { from: date_from ?? null, to: date_to ?? null };
}

/** One text for filters that say the same, whatever the order of their keys. */
export function filtersKey(filters: Filters): string {
  return JSON.stringify(withoutNulls(filters), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
