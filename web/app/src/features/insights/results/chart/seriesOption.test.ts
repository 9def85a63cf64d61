import { describe, expect, it } from 'vitest';
import { plainFormat } from '../format.ts';
import type { Reading, Series } from '../reading.ts';
import { seriesOption } from './seriesOption.ts';

type SeriesReading = Extract<Reading, { kind: 'series' }>;
interface Drawn {
  type: string;
  id: string;
  data: (number | null | { value: number })[];
  stack?: string;
  lineStyle?: { type?: unknown; opacity?: number };
}

function reading(change: Partial<SeriesReading> = {}): SeriesReading {
  return {
    kind: 'series',
    look: 'line',
    series: [series('a', [1, 2, 3]), series('b', [10, 0, 30])],
    ticks: ['1', '2', '3'],
    buckets: ['one', 'two', 'three'],
    partial: false,
    summable: true,
    percent: false,
    logarithmic: false,
    format: plainFormat,
    ...change,
  };
}

function series(key: string, data: number[], previous = false): Series {
  return { key, name: key, color: 0, isColorGiven: false, previous, data, total: 0 };
}

function option(of: SeriesReading, hidden: string[] = []) {
  return seriesOption(of, { colors: ['#000000'], hidden: new Set(hidden), animated: false });
}

function drawn(of: SeriesReading, hidden: string[] = []): Drawn[] {
  return option(of, hidden).series as Drawn[];
}

function tip(of: SeriesReading, dataIndex: number): string {
  const { formatter } = option(of).tooltip as { formatter: (params: unknown) => HTMLElement };
  return formatter([{ dataIndex }]).textContent ?? '';
}

describe('a line', () => {
  it('is drawn once for each series that is not hidden', () => {
    expect(drawn(reading()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(drawn(reading(), ['a']).map(({ id }) => id)).toEqual(['b']);
  });

  it('has a dashed end when its last bucket is not over', () => {
    const [solid, dashed] = drawn(reading({ partial: true }));
    expect(solid?.data).toEqual([1, 2]);
    expect(dashed?.data).toEqual([null, 2, 3]);
    expect(dashed?.lineStyle?.type).toEqual([4, 4]);
    expect(solid?.lineStyle?.type).toBeUndefined();
  });

  it('of the period before is never dashed: that period is over', () => {
    const previous = reading({ partial: true, series: [series('a', [1, 2, 3], true)] });
    expect(drawn(previous).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('areas', () => {
  it('are stacked, and their edges lie on the stack', () => {
    const all = drawn(reading({ look: 'area' }));
    expect(all.filter(({ stack }) => stack).map(({ id }) => id)).toEqual(['a-area', 'b-area']);
    expect(all.find(({ id }) => id === 'b')?.data).toEqual([11, 2, 33]);
  });
});

describe('bars', () => {
  it('stand beside each other, or on each other', () => {
    expect(drawn(reading({ look: 'bar' })).every(({ stack }) => stack === undefined)).toBe(true);
    expect(new Set(drawn(reading({ look: 'stacked' })).map(({ stack }) => stack)).size).toBe(1);
  });

  it('are pale where the bucket is not over', () => {
    const [first] = drawn(reading({ look: 'bar', partial: true }));
    expect(first?.data.slice(0, 2)).toEqual([1, 2]);
    expect(first?.data[2]).toMatchObject({ value: 3, itemStyle: { borderType: 'dashed' } });
  });

  it('can show parts of a hundred, of nothing too', () => {
    const [a, b] = drawn(
      reading({ look: 'stacked', percent: true, series: [series('a', [1, 0, 3]), series('b', [3, 0, 1])] }),
    );
    expect(a?.data).toEqual([0.25, 0, 0.75]);
    expect(b?.data).toEqual([0.75, 0, 0.25]);
  });
});

describe('the tooltip', () => {
  it('has all series, the largest first', () => {
    expect(tip(reading(), 0)).toBe('oneb10a1');
    expect(tip(reading(), 1)).toBe('twoa2b0');
  });

  it('says when the bucket is not over', () => {
    expect(tip(reading({ partial: true }), 2)).toContain('threeso far');
    expect(tip(reading({ partial: true }), 1)).not.toContain('so far');
  });

  it('takes names for texts, not for markup', () => {
    const named = reading({ series: [{ ...series('a', [1]), name: '<img src=x onerror=alert(1)>' }] });
    const { formatter } = option(named).tooltip as { formatter: (params: unknown) => HTMLElement };
    expect(formatter([{ dataIndex: 0 }]).querySelector('img')).toBeNull();
  });
});
