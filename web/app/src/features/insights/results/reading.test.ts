import { describe, expect, it } from 'vitest';
import { isBlank, read } from './reading.ts';
import { summaryOf } from './summary.ts';
import type { Answered, TrendResult, TrendsQuery } from './wire.ts';

const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
const labels = ['23-Nov-2026', '24-Nov-2026', '25-Nov-2026'];

function trend(change: Partial<TrendResult> = {}): TrendResult {
  return {
    label: 'signed up',
    data: [1, 2, 3],
    days,
    labels,
    count: 6,
    action: { name: 'signed up', custom_name: null },
    ...change,
  };
}

function answered(
  result: unknown,
  source: Partial<TrendsQuery> = {},
  change: Partial<Answered> = {},
): Answered {
  return {
    query: { kind: 'InsightVizNode', source: { kind: 'TrendsQuery', ...source } },
    result,
    last_refresh: '2026-11-25T12:00:00Z',
    resolved_date_range: { date_from: '2026-11-23T00:00:00Z', date_to: '2026-11-25T23:59:59.999999Z' },
    timezone: 'UTC',
    ...change,
  };
}

function seriesOf(answer: Answered) {
  const reading = read(answer);
  if (reading.kind !== 'series') {
    throw new Error(reading.kind);
  }
  return reading;
}

describe('the reading of a time series', () => {
  it('is a line unless the insight says otherwise', () => {
    const look = (display?: string) => seriesOf(answered([trend()], { trendsFilter: { display } })).look;
    expect(
      [undefined, 'ActionsAreaGraph', 'ActionsUnstackedBar', 'ActionsStackedBar', 'ActionsBar'].map(look),
    ).toEqual(['line', 'area', 'bar', 'stacked', 'stacked']);
  });

  it('names buckets shortly for axes and fully elsewhere', () => {
    const { ticks, buckets } = seriesOf(answered([trend()]));
    expect(ticks.at(-1)).toBe('Nov 25');
    expect(buckets.at(-1)).toBe('Wed, Nov 25, 2026');
  });

  it('knows that the last bucket is not over when the range ends after the computation', () => {
    expect(seriesOf(answered([trend()])).partial).toBe(true);
    const later = { last_refresh: '2026-12-01T00:00:00Z' };
    expect(seriesOf(answered([trend()], {}, later)).partial).toBe(false);
  });

  it('takes a range that ends now, as those of hours do, for one that is not over', () => {
    const range = { date_from: '2026-11-25T00:00:00Z', date_to: '2026-11-25T11:59:59.9Z' };
    expect(seriesOf(answered([trend()], {}, { resolved_date_range: range })).partial).toBe(true);
  });

  it('names series by their breakdown values, and the marks among them in words', () => {
    const results = [
      'Chrome',
      '$$_posthog_breakdown_null_$$',
      '$$_posthog_breakdown_other_$$',
      ['Berlin', 'de'],
    ].map((breakdown_value) => trend({ label: 'x', breakdown_value }));
    expect(seriesOf(answered(results)).series.map(({ name }) => name)).toEqual([
      'Chrome',
      'None',
      'Other',
      'Berlin · de',
    ]);
  });

  it('adds the event to breakdown values when there are several series', () => {
    const two = { series: [{ event: 'signed up' }, { event: 'paid' }] };
    expect(seriesOf(answered([trend({ breakdown_value: 'pro' })], two)).series[0]?.name).toBe(
      'signed up · pro',
    );
  });

  it('gives the period before the colours and names of the current one', () => {
    const results = [
      trend({ compare_label: 'current' }),
      trend({ label: 'paid', compare_label: 'current' }),
      trend({ compare_label: 'previous' }),
      trend({ label: 'paid', compare_label: 'previous' }),
    ];
    const { series } = seriesOf(answered(results));
    expect(series.map(({ color }) => color)).toEqual([0, 1, 0, 1]);
    expect(series[3]).toMatchObject({ name: 'paid (previous period)', previous: true });
  });

  it('uses the colours that a dashboard gives to breakdown values', () => {
    const colors = [{ breakdownValue: 'pro', colorToken: 'preset-3' }];
    const reading = read(
      answered([trend({ breakdown_value: 'free' }), trend({ breakdown_value: 'pro' })]),
      colors,
    );
    expect(reading.kind === 'series' && reading.series.map(({ color }) => color)).toEqual([0, 2]);
  });
});

describe('the reading of totals', () => {
  it('has the value over the whole range, which no sum of buckets is', () => {
    const reading = read(
      answered([trend({ data: [], count: 0, aggregated_value: 42 })], {
        trendsFilter: { display: 'BoldNumber' },
      }),
    );
    expect(reading).toMatchObject({ kind: 'totals', look: 'number', totals: [{ value: 42 }] });
  });
});

describe('an answer without data', () => {
  it('is blank when everything is zero, but for a number, of which zero is one', () => {
    const zero = trend({ data: [0, 0, 0], count: 0, aggregated_value: 0 });
    expect(isBlank(read(answered([zero])))).toBe(true);
    expect(isBlank(read(answered([])))).toBe(true);
    expect(isBlank(read(answered([zero], { trendsFilter: { display: 'ActionsPie' } })))).toBe(true);
    expect(isBlank(read(answered([zero], { trendsFilter: { display: 'BoldNumber' } })))).toBe(false);
  });
});

describe('an answer that cannot be shown', () => {
  it('says of which kind it is', () => {
    expect(read(answered([], { kind: 'FunnelsQuery' }))).toEqual({ kind: 'unknown', what: 'FunnelsQuery' });
    expect(read(answered({ strange: true }))).toEqual({ kind: 'unknown', what: 'TrendsQuery' });
    expect(read({ ...answered([]), query: null })).toEqual({ kind: 'nothing' });
  });
});

describe('the summary of a chart', () => {
  it('tells the range, totals and extremes', () => {
    expect(summaryOf(read(answered([trend()])))).toBe(
      'Line chart, from Mon, Nov 23, 2026 to Wed, Nov 25, 2026. signed up: 6 in all, between 1 and 3, last 3.',
    );
  });

  it('adds up nothing that cannot be added up', () => {
    const people = { series: [{ event: 'signed up', math: 'dau' }] };
    expect(summaryOf(read(answered([trend()], people)))).toContain('signed up: between 1 and 3, last 3.');
    const sums = { trendsFilter: { display: 'ActionsLineGraphCumulative' } };
    expect(seriesOf(answered([trend()], sums)).summable).toBe(false);
  });

  it('leaves out what nobody can listen to', () => {
    const many = Array.from({ length: 9 }, () => trend());
    expect(summaryOf(read(answered(many)))).toMatch(/and 3 more series\.$/);
  });
});
