import type { Direction } from '@tessera/ui';

export interface Sorting<Column extends string> {
  column: Column;
  direction: Direction;
}

/**
 * What a press on the head of a column makes of a sorting: another one turns the order round, a first one takes the order
 * that is usually wanted, which `largestFirst` names the exceptions of.
 */
export function sortedBy<Column extends string>(
  column: Column,
  now: Sorting<Column>,
  largestFirst: readonly Column[],
): Sorting<Column> {
  if (now.column === column) {
    return { column, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { column, direction: largestFirst.includes(column) ? 'descending' : 'ascending' };
}

/** Whether one of the texts has what was typed, in any case. */
export function fits(texts: readonly (string | null)[], typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The order of people: without case, numbers as numbers. Nothing comes last. */
export function byText(a: string | null | undefined, b: string | null | undefined): number {
  return Number(!a) - Number(!b) || collator.compare(a ?? '', b ?? '');
}
