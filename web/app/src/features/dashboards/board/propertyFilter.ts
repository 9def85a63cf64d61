import { boardMessages } from './messages.ts';
import type { PropertyFilter } from './wire.ts';

const names = boardMessages.filters.operators;
export type Operator = keyof typeof names;
export const OPERATORS = Object.keys(names) as Operator[];

/** A filter in words. */
export function filterName({ key, operator, value }: PropertyFilter): string {
  return `${key} ${operatorName(operator)} ${textOf(value)}`.trim();
}

/** The values of a filter as they are written in a field: with commas between them. */
export function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : value === null ? '' : String(value ?? '');
}

/** The filter that fields describe; null when one is empty. */
export function filterFrom(
  key: string,
  operator: Operator,
  text: string,
  type = 'event',
): PropertyFilter | null {
  const values = text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  if (key.trim() === '' || values.length === 0) {
    return null;
  }
  const value = operator === 'icontains' ? text.trim() : values;
  return { key: key.trim(), type, operator, value };
}

export function isOperator(operator: string | undefined): operator is Operator {
  return operator !== undefined && Object.hasOwn(names, operator);
}

function operatorName(operator = 'exact'): string {
  return isOperator(operator) ? names[operator] : operator.replaceAll('_', ' ');
}
