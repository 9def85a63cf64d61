import { dateMessages as messages } from './messages.ts';

/** A range of dates in the wire's grammar; null for what is left to the server: seven days ago, now. */
export interface DateRange {
  from: string | null;
  to: string | null;
}

/** No range: what is looked at decides. */
export const NO_RANGE: DateRange = { from: null, to: null };

export const PRESETS: readonly (DateRange & { label: string })[] = [
  { label: 'Today', from: 'dStart', to: null },
  { label: 'Yesterday', from: '-1dStart', to: '-1dEnd' },
  { label: 'Last 24 hours', from: '-24h', to: null },
  { label: 'Last 7 days', from: '-7d', to: null },
  { label: 'Last 14 days', from: '-14d', to: null },
  { label: 'Last 30 days', from: '-30d', to: null },
  { label: 'Last 90 days', from: '-90d', to: null },
  { label: 'Last 180 days', from: '-180d', to: null },
  { label: 'This month', from: 'mStart', to: null },
  { label: 'Last month', from: '-1mStart', to: '-1mEnd' },
  { label: 'Year to date', from: 'yStart', to: null },
  { label: 'All time', from: 'all', to: null },
];

const UNITS: Record<string, string> = { h: 'hour', d: 'day', w: 'week', m: 'month', q: 'quarter', y: 'year' };

export function isSameRange(a: DateRange, b: DateRange): boolean {
  return a.from === b.from && a.to === b.to;
}

export function isPreset(range: DateRange): boolean {
  return PRESETS.some((it) => isSameRange(it, range));
}

/** A range in words; `unset` are those for none at all. */
export function rangeLabel(range: DateRange, unset: string = messages.defaultRange): string {
  const { from, to } = range;
  const preset = PRESETS.find((it) => isSameRange(it, range));
  if (preset) {
    return preset.label;
  }
  if (from === null) {
    return to === null ? unset : messages.until(dateLabel(to));
  }
  if (to !== null) {
    return messages.between(dateLabel(from), dateLabel(to));
  }
  const [, amount, unit] = /^-(\d+)([hdwmqy])$/.exec(from) ?? [];
  const name = UNITS[unit ?? ''];
  return name ? `Last ${amount} ${name}${amount === '1' ? '' : 's'}` : messages.since(dateLabel(from));
}

const format = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function dateLabel(text: string): string {
  const day = dayOf(text);
  return day ? format.format(Date.parse(`${day}T00:00:00Z`)) : text;
}

/** The day of an absolute date; empty for a relative one. */
export function dayOf(text: string | null): string {
  const day = text?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? '';
  return Number.isNaN(Date.parse(day)) ? '' : day;
}
