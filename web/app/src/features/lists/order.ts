import type { Direction } from '@tessera/ui';

export interface Sorting<Column extends string> {
  column: Column;
  direction: Direction;
}

/** A sorting to choose, and what it is called. */
export interface Order<Column extends string> extends Sorting<Column> {
  label: string;
}

/**
 * What a press on the head of a column makes of a sorting. The first takes the order that is usually wanted, which
 * `largestFirst` names the exceptions of; the second turns it round; the third goes back to `usual`.
 */
export function sortedBy<Column extends string>(
  column: Column,
  now: Sorting<Column>,
  largestFirst: readonly Column[],
  usual: Sorting<Column>,
): Sorting<Column> {
  const first = largestFirst.includes(column) ? 'descending' : 'ascending';
  if (now.column !== column) {
    return { column, direction: first };
  }
  return now.direction === first ? { column, direction: turned(first) } : usual;
}

function turned(direction: Direction): Direction {
  return direction === 'ascending' ? 'descending' : 'ascending';
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
