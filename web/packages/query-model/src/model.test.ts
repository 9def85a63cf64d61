import { describe, expect, it } from 'vitest';
import { addGroup, moveSeries, newCondition, removeCondition, replaceGroup } from './edit.ts';
import { pack, unpack } from './link.ts';
import { readInsight } from './read.ts';
import { NO_FILTERS, newSeries, newTrend } from './state.ts';
import { issuesOf, isWithin, pathInQuery } from './validate.ts';
import { writeInsight, writeQuery } from './write.ts';

describe('reading an insight', () => {
  it('says that it knows no other queries', () => {
    expect(readInsight({ kind: 'InsightVizNode', source: { kind: 'FunnelsQuery', series: [] } })).toBeNull();
    expect(readInsight({ kind: 'HogQuery', code: 'return 1' })).toBeNull();
    expect(readInsight(null)).toBeNull();
  });

  it('takes a query without a wrapper', () => {
    expect(readInsight({ kind: 'TrendsQuery', series: [] })?.series).toEqual([]);
  });

  it('keeps the form of a breakdown, which readers of results depend on', () => {
    const source = {
      kind: 'TrendsQuery',
      series: [],
      breakdownFilter: { breakdown: 'plan', breakdown_type: 'event', breakdown_limit: 5 },
    };
    const state = readInsight(source);
    expect(state && writeQuery(state).breakdownFilter).toEqual(source.breakdownFilter);
  });
});

describe('writing an insight', () => {
  it('leaves out conditions that say nothing, because "any of" would let all through', () => {
    const complete = { ...newCondition('plan'), values: ['pro'] };
    const state = {
      ...newTrend(),
      filters: {
        ...NO_FILTERS,
        groups: [{ join: 'OR' as const, conditions: [newCondition(), complete], rest: {} }],
      },
    };
    expect(writeQuery(state).properties).toEqual({
      type: 'OR',
      values: [{ type: 'event', key: 'plan', operator: 'exact', value: ['pro'] }],
    });
  });

  it('names a series by its present event', () => {
    const state = readInsight({
      kind: 'TrendsQuery',
      series: [{ kind: 'EventsNode', event: 'b', name: 'a' }],
    });
    expect(state && writeInsight(state)).toMatchObject({ source: { series: [{ event: 'b', name: 'b' }] } });
  });
});

describe('editing', () => {
  it('moves a series, but not beyond the ends', () => {
    const state = { ...newTrend(), series: ['a', 'b', 'c'].map(newSeries) };
    const events = (at: number, to: number) =>
      moveSeries(state, at, to).series.map((it) => it.kind === 'event' && it.event);
    expect(events(0, 2)).toEqual(['b', 'c', 'a']);
    expect(events(2, 1)).toEqual(['a', 'c', 'b']);
    expect(events(0, -1)).toEqual(['a', 'b', 'c']);
    expect(events(2, 3)).toEqual(['a', 'b', 'c']);
  });

  it('drops a group with its last condition', () => {
    const two = { ...addGroup(addGroup(NO_FILTERS)), join: 'OR' as const };
    const [first] = two.groups;
    expect(first && replaceGroup(two, 0, removeCondition(first, 0))).toEqual(addGroup(NO_FILTERS));
  });
});

describe('checking', () => {
  it('finds nothing wrong with a new trend', () => {
    expect(issuesOf(newTrend())).toEqual([]);
  });

  it('names the field that is wrong', () => {
    const state = newTrend();
    expect(issuesOf({ ...state, series: [] })).toEqual([{ code: 'noSeries', path: 'series' }]);
    expect(
      issuesOf({ ...state, dates: { ...state.dates, from: '2026-02-01', to: '2026-01-01' } }),
    ).toMatchObject([{ path: 'dateRange__date_to' }]);
  });

  it('finds the path of an error in the query, wrapped or not', () => {
    expect(pathInQuery('query__series__0__math')).toBe('series__0__math');
    expect(pathInQuery('query__source__interval')).toBe('interval');
    expect(pathInQuery('name')).toBeNull();
    expect(pathInQuery(null)).toBeNull();
  });

  it('tells series 1 from series 10', () => {
    expect(isWithin('series__10__math', 'series__1')).toBe(false);
    expect(isWithin('series__1__math', 'series__1')).toBe(true);
  });
});

describe('a packed state', () => {
  it('fits into an address as it is', () => {
    expect(pack({ text: 'ä€😀?&#/+' })).toMatch(/^[\w-]+$/);
  });

  it('is nothing when somebody changed it', () => {
    expect(unpack('')).toBeUndefined();
    expect(unpack('nothing of ours')).toBeUndefined();
    expect(unpack(pack({ a: 1 }).slice(1))).toBeUndefined();
  });

  it('does not unpack to more than a state can be', () => {
    expect(unpack(pack('x'.repeat(1_000_000)))).toBeUndefined();
  });
});
