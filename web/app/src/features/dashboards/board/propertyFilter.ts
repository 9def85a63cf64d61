import type { ConditionDraft } from '../../definitions/ConditionFields.tsx';
import { definitionMessages } from '../../definitions/messages.ts';
import type { PropertyFilter } from './wire.ts';

const names: Readonly<Record<string, string>> = definitionMessages.operators;

/** A filter in words. */
export function filterName({ key, operator = 'exact', value }: PropertyFilter): string {
  const values = valuesOf(value).map(String).join(', ');
  return `${key} ${names[operator] ?? operator.replaceAll('_', ' ')} ${values}`.trim();
}

/** What a filter says, to be changed. */
export function conditionOf(filter: PropertyFilter | undefined): ConditionDraft {
  return {
    key: filter?.key ?? '',
    operator: filter?.operator ?? 'exact',
    values: valuesOf(filter?.value),
  };
}

/** The filter that a condition makes; null while it is not complete. */
export function filterFrom({ key, operator, values }: ConditionDraft, type = 'event'): PropertyFilter | null {
  return key === '' || values.length === 0 ? null : { key, type, operator, value: [...values] };
}

function valuesOf(value: unknown): ConditionDraft['values'] {
  return (Array.isArray(value) ? value : [value]).filter(
    (it) => typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean',
  );
}
