import { expect, it } from 'vitest';
import { errorOf } from './ApiError.ts';
import { isWorthRepeating } from './queryClient.ts';

it('repeats what may go better the next time, twice', () => {
  for (const status of [0, 502, 503, 504]) {
    expect(isWorthRepeating(0, errorOf(status, {}))).toBe(true);
    expect(isWorthRepeating(1, errorOf(status, {}))).toBe(true);
    expect(isWorthRepeating(2, errorOf(status, {}))).toBe(false);
  }
});

it('does not repeat what will be refused again', () => {
  for (const status of [400, 401, 403, 404, 500]) {
    expect(isWorthRepeating(0, errorOf(status, {}))).toBe(false);
  }
  expect(isWorthRepeating(0, new TypeError('a bug'))).toBe(false);
});

it('does not wait for long a second time', () => {
  expect(isWorthRepeating(0, errorOf(0, { code: 'timeout' }))).toBe(false);
});
