import { describe, expect, it } from 'vitest';
import { filtersKey, overlaid, overrideOf } from './filters.ts';
import { conditionOf, filterFrom, filterName } from './propertyFilter.ts';
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

describe('a property filter', () => {
  it('is made of a condition that is complete', () => {
    const condition = { key: 'plan', operator: 'is_not', values: ['pro', 3] };
    expect(filterFrom(condition)).toEqual({
      key: 'plan',
      type: 'event',
      operator: 'is_not',
      value: ['pro', 3],
    });
    expect(filterFrom({ ...condition, values: [] })).toBeNull();
    expect(filterFrom({ ...condition, key: '' })).toBeNull();
  });

  it('stays what it was when it is applied as it is', () => {
    const filter = { key: 'age', type: 'person', operator: 'gt', value: [18] };
    expect(filterFrom(conditionOf(filter), filter.type)).toEqual(filter);
    expect(conditionOf({ key: 'plan', type: 'event', value: 'pro' })).toMatchObject({
      operator: 'exact',
      values: ['pro'],
    });
  });

  it('is named with operators that cannot be chosen here too', () => {
    expect(filterName({ key: 'plan', type: 'event', value: 'pro' })).toBe('plan is pro');
    expect(filterName({ key: 'plan', type: 'event', operator: 'exact', value: [1, true] })).toBe(
      'plan is 1, true',
    );
    expect(filterName({ key: 'age', type: 'person', operator: 'not_regex', value: '^1' })).toBe(
      'age not regex ^1',
    );
    expect(filterName({ key: 'age', type: 'person', operator: 'is_set' })).toBe('age is set');
  });
});
