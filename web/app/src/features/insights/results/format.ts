import type { TrendsFilter } from './wire.ts';

export interface Format {
  /** In full: tooltips, tables. */
  full: (value: number) => string;
  /** Short: axes, big numbers. */
  compact: (value: number) => string;
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'm'],
  [1, 's'],
];

/** How the numbers of an insight are written. */
export function formatOf(filter: TrendsFilter = {}): Format {
  const { aggregationAxisPrefix: prefix = '', aggregationAxisPostfix: postfix = '' } = filter;
  const around = (write: (value: number) => string) => (value: number) =>
    `${value < 0 && prefix ? '−' : ''}${prefix}${write(prefix ? Math.abs(value) : value)}${postfix}`;
  const { full, compact } = kindOf(filter.aggregationAxisFormat, filter.decimalPlaces);
  return { full: around(full), compact: around(compact) };
}

export const plainFormat = formatOf();

const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** A part of a whole; 0 of nothing. */
export function share(part: number, whole: number): string {
  return percents.format(whole === 0 ? 0 : part / whole);
}

function kindOf(kind: string | undefined, places = 2): Format {
  switch (kind) {
    case 'duration':
      return both(duration);
    case 'duration_ms':
      return both((value) => (Math.abs(value) < 1_000 ? `${trim(value)} ms` : duration(value / 1_000)));
    case 'percentage':
      return suffixed(numbers(places), '%');
    case 'percentage_scaled':
      return scaled(suffixed(numbers(places), '%'), 100);
    case 'currency':
      return numbers(places, { style: 'currency', currency: 'USD' });
    case 'short': {
      const { compact } = numbers(places);
      return both(compact);
    }
    default:
      return numbers(places);
  }
}

function numbers(places: number, options: Intl.NumberFormatOptions = {}): Format {
  const full = new Intl.NumberFormat('en', {
    ...options,
    maximumFractionDigits: places,
    minimumFractionDigits: 0,
  });
  const compact = new Intl.NumberFormat('en', {
    ...options,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  const small = new Intl.NumberFormat('en', {
    ...options,
    minimumFractionDigits: 0,
    maximumSignificantDigits: 3,
  });
  return {
    full: (value) => full.format(value),
    compact: (value) => (Math.abs(value) < 1 ? small : compact).format(value),
  };
}

function suffixed({ full, compact }: Format, suffix: string): Format {
  return { full: (value) => full(value) + suffix, compact: (value) => compact(value) + suffix };
}

function scaled({ full, compact }: Format, factor: number): Format {
  return { full: (value) => full(value * factor), compact: (value) => compact(value * factor) };
}

function both(write: (value: number) => string): Format {
  return { full: write, compact: write };
}

/** Seconds as "1h 30m": the two largest units. */
function duration(seconds: number): string {
  let rest = Math.abs(seconds);
  if (rest < 1) {
    return `${trim(seconds)}s`;
  }
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0 && parts.length < 2) {
      parts.push(`${count}${unit}`);
    }
    rest -= count * size;
  }
  return (seconds < 0 ? '−' : '') + parts.join(' ');
}

function trim(value: number): string {
  return String(Math.round(value * 100) / 100);
}
