import { describe, expect, it } from 'vitest';
import { rangeName } from './dates.ts';
import { filtersKey, overlaid, overrideOf } from './filters.ts';
import { filterFrom, filterName, textOf } from './propertyFilter.ts';
import { boardSearch } from './search.ts';

describe('filters that are tried out', () => {
  it('say only what is different, and what is to go', () => {
    expect(overrideOf({ date_from: '-7d' }, { date_from: '-7d' })).toBeUndefined();
    expect(overrideOf({ date_from: '-7d', interval: 'day' }, { date_from: '-30d', interval: 'day' })).toEqual(
      {
        date_from: '-30d',
      },
    );
    expect(overrideOf({ date_from: '-7d' }, {})).toEqual({ date_from: null });
  });

  it('lie over those of the board', () => {
    expect(overlaid({ date_from: '-7d', date_to: '-1d' }, { date_from: '-30d', date_to: null })).toEqual({
      date_from: '-30d',
    });
    expect(overlaid({ date_from: '-7d' }, undefined)).toEqual({ date_from: '-7d' });
  });

  it('have the same key when they say the same', () => {
    expect(filtersKey({ date_from: '-7d', date_to: null, properties: [] })).toBe(
      filtersKey({ date_from: '-7d' }),
    );
    expect(filtersKey({ date_from: 'a', date_to: 'b' })).toBe(filtersKey({ date_to: 'b', date_from: 'a' }));
    expect(filtersKey({ date_from: 'a' })).not.toBe(filtersKey({ date_from: 'b' }));
  });

  it('come from the address only when they are an object', () => {
    expect(boardSearch({ filters_override: { date_from: '-7d' }, tile: 3, other: 1 })).toEqual({
      filters_override: { date_from: '-7d' },
      tile: 3,
    });
    expect(boardSearch({ filters_override: 'x', tile: '3' })).toEqual({});
    expect(boardSearch({ filters_override: null })).toEqual({});
  });
});

describe('a date range', () => {
  it.each([
    [{}, 'As each insight says'],
    [{ date_from: '-7d' }, 'Last 7 days'],
    [{ date_from: '-6w' }, 'Last 6 weeks'],
    [{ date_from: 'mStart' }, 'This month'],
    [{ date_from: '2026-01-05' }, 'Since Jan 5, 2026'],
    [{ date_from: '2026-01-05', date_to: '2026-02-01T10:00:00' }, 'Jan 5, 2026 – Feb 1, 2026'],
    [{ date_to: '2026-02-01' }, 'Until Feb 1, 2026'],
    [{ date_from: 'strange' }, 'Since strange'],
  ])('%j is called %s', (filters, name) => {
    expect(rangeName(filters)).toBe(name);
  });
});

describe('a property filter', () => {
  it('has several values when there are commas between them, but not when it looks for a part', () => {
    expect(filterFrom(' plan ', 'exact', 'pro, business,')).toEqual({
      key: 'plan',
      type: 'event',
      operator: 'exact',
      value: ['pro', 'business'],
    });
    expect(filterFrom('path', 'icontains', ' a,b ')?.value).toBe('a,b');
  });

  it('is none without a property or a value', () => {
    expect(filterFrom('', 'exact', 'x')).toBeNull();
    expect(filterFrom('plan', 'is_not', ' , ')).toBeNull();
  });

  it('is named with operators that cannot be chosen here too', () => {
    expect(filterName({ key: 'plan', type: 'event', value: 'pro' })).toBe('plan is pro');
    expect(filterName({ key: 'age', type: 'person', operator: 'not_regex', value: '^1' })).toBe(
      'age not regex ^1',
    );
    expect(filterName({ key: 'age', type: 'person', operator: 'is_set' })).toBe('age is set');
    expect(textOf([1, true])).toBe('1, true');
  });
});
