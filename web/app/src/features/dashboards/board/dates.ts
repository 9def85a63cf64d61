import { boardMessages, type RangePreset } from './messages.ts';
import type { Filters } from './wire.ts';

const messages = boardMessages.filters;
const format = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const relative = /^-(\d+)([hdwmqy])(Start|End)?$/;
const UNITS: Readonly<Record<string, string>> = {
  h: 'hours',
  d: 'days',
  w: 'weeks',
  m: 'months',
  q: 'quarters',
  y: 'years',
};

export const PRESETS = Object.keys(messages.presets) as RangePreset[];

/** A date range in words. */
export function rangeName({ date_from, date_to }: Filters): string {
  if (!date_from && !date_to) {
    return messages.asSaved;
  }
  if (!date_to) {
    return isPreset(date_from) ? messages.presets[date_from] : sinceName(date_from ?? '');
  }
  return date_from
    ? messages.between(dateName(date_from), dateName(date_to))
    : messages.until(dateName(date_to));
}

/** The dates of a range of days; empty texts where it has none. */
export function daysOf({ date_from, date_to }: Filters): { from: string; to: string } {
  return { from: dayIn(date_from), to: dayIn(date_to) };
}

export function isPreset(from: string | null | undefined): from is RangePreset {
  return typeof from === 'string' && Object.hasOwn(messages.presets, from);
}

function sinceName(from: string): string {
  const [, count, unit] = relative.exec(from) ?? [];
  return count && unit ? `Last ${count} ${UNITS[unit]}` : messages.since(dateName(from));
}

function dateName(text: string): string {
  const day = dayIn(text);
  return day ? format.format(Date.parse(day)) : text;
}

function dayIn(text: string | null | undefined): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? '';
}
