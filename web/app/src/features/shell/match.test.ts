import { expect, it } from 'vitest';
import { match } from './match.ts';

it('fits everything when nothing is typed', () => {
  expect(match('Weekly growth', '  ')).toBe(0);
});

it('needs every word, in any order and case', () => {
  expect(match('Weekly growth', 'GROW week')).not.toBeNull();
  expect(match('Weekly growth', 'grow month')).toBeNull();
});

it('prefers the beginning of the text, then beginnings of words', () => {
  const scores = ['Growth', 'Weekly growth', 'Outgrowth'].map((text) => match(text, 'grow') ?? 0);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(scores).size).toBe(3);
});
