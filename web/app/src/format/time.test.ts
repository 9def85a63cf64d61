import { expect, it } from 'vitest';
import { ago } from './time.ts';

const NOW = Date.parse('2026-03-31T12:00:00Z');

it.each([
  ['2026-03-31T11:59:30Z', 'just now'],
  ['2026-03-31T11:59:00Z', '1 minute ago'],
  ['2026-03-31T09:30:00Z', '2 hours ago'],
  ['2026-03-30T12:00:00Z', 'yesterday'],
  ['2026-03-26T12:00:00Z', '5 days ago'],
])('says of %s that it was %s', (instant, words) => {
  expect(ago(instant, NOW)).toBe(words);
});

it('gives the date of what is longer ago than a month', () => {
  expect(ago('2025-12-24T12:00:00Z', NOW)).toBe('Dec 24, 2025');
});

it('does not speak of the future when clocks differ', () => {
  expect(ago('2026-03-31T12:00:05Z', NOW)).toBe('just now');
});
