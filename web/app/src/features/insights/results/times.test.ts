import { describe, expect, it } from 'vitest';
import { axisLabel, bucketName } from './times.ts';

describe('the names of buckets', () => {
  it.each([
    ['2026-11-25', 'day', 'Nov 25', 'Wed, Nov 25, 2026'],
    ['2026-11-22', 'week', 'Nov 22', 'Nov 22\u2009–\u200928, 2026'],
    ['2026-11-01', 'month', 'Nov 2026', 'Nov 2026'],
    ['2026-11-25 00:00:00', 'hour', 'Nov 25', 'Nov 25, 2026, 00:00'],
    ['2026-11-25 14:00:00', 'hour', '14:00', 'Nov 25, 2026, 14:00'],
    ['day 3', 'day', 'day 3', 'as it is labelled'],
  ])('say %s by the %s', (start, interval, tick, name) => {
    expect(axisLabel(start, interval)).toBe(tick);
    expect(bucketName(start, interval, 'as it is labelled')).toBe(name);
  });
});
