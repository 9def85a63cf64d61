import { describe, expect, it } from 'vitest';
import { formatOf, share } from './format.ts';
import type { TrendsFilter } from './wire.ts';

describe('numbers', () => {
  it.each<[TrendsFilter, number, string, string]>([
    [{}, 1_234_567.891, '1,234,567.89', '1.2M'],
    [{}, 12, '12', '12'],
    [{}, 0.00123, '0', '0.00123'],
    [{ decimalPlaces: 0 }, 2.6, '3', '2.6'],
    [{ aggregationAxisFormat: 'percentage' }, 12.5, '12.5%', '12.5%'],
    [{ aggregationAxisFormat: 'percentage_scaled' }, 0.125, '12.5%', '12.5%'],
    [{ aggregationAxisFormat: 'short' }, 12_345, '12.3K', '12.3K'],
    [{ aggregationAxisFormat: 'duration' }, 3_725, '1h 2m', '1h 2m'],
    [{ aggregationAxisFormat: 'duration' }, -90, '−1m 30s', '−1m 30s'],
    [{ aggregationAxisFormat: 'duration' }, 0, '0s', '0s'],
    [{ aggregationAxisFormat: 'duration_ms' }, 250, '250 ms', '250 ms'],
    [{ aggregationAxisFormat: 'duration_ms' }, 61_000, '1m 1s', '1m 1s'],
    [{ aggregationAxisPrefix: '€', aggregationAxisPostfix: ' net' }, -5, '−€5 net', '−€5 net'],
  ])('are written as %j says: %d', (filter, value, full, compact) => {
    const format = formatOf(filter);
    expect(format.full(value)).toBe(full);
    expect(format.compact(value)).toBe(compact);
  });

  it('have a share of nothing as well', () => {
    expect(share(1, 3)).toBe('33.3%');
    expect(share(0, 0)).toBe('0%');
  });
});
