import type { EChartsCoreOption } from 'echarts/core';
import { resultMessages as messages } from '../messages.ts';
import type { Reading, Series } from '../reading.ts';
import { colorOf } from './colors.ts';
import { tooltipElement } from './tooltip.ts';

type SeriesReading = Extract<Reading, { kind: 'series' }>;

interface Look {
  colors: readonly string[];
  hidden: ReadonlySet<string>;
  animated: boolean;
}

/** What ECharts is told about a time series. The last bucket is dashed, or pale, when it is not over. */
export function seriesOption(reading: SeriesReading, look: Look): EChartsCoreOption {
  const shown = reading.series.filter(({ key }) => !look.hidden.has(key));
  const isBars = reading.look === 'bar' || reading.look === 'stacked';
  const sums = reading.percent ? sumsOf(shown, reading.ticks.length) : null;
  return {
    animation: look.animated,
    xAxis: {
      type: 'category',
      data: [...reading.ticks],
      boundaryGap: isBars,
      axisLabel: {
        showMinLabel: true,
        alignMaxLabel: isBars ? undefined : 'right',
      },
    },
    yAxis: {
      type: reading.logarithmic && !sums ? 'log' : 'value',
      max: sums ? 1 : undefined,
      minInterval: sums ? undefined : minInterval(shown),
      splitNumber: 4,
      axisLabel: {
        formatter: (value: number) => (sums ? `${Math.round(value * 100)}%` : reading.format.compact(value)),
      },
    },
    tooltip: {
      trigger: 'axis',
      transitionDuration: 0,
      axisPointer: { type: isBars ? 'shadow' : 'line' },
      formatter: (params: unknown) => tooltip(reading, shown, look.colors, params),
    },
    series: drawings(shown, reading, look, sums),
  };
}

interface Drawing {
  series: Series;
  reading: SeriesReading;
  values: readonly number[];
  /** The values with those of the series below it added. */
  stacked: readonly number[];
  partial: boolean;
  color: string;
}

function drawings(
  shown: readonly Series[],
  reading: SeriesReading,
  look: Look,
  sums: readonly number[] | null,
) {
  const heights = { current: [] as number[], previous: [] as number[] };
  return shown.flatMap((series) => {
    const values = series.data.map((value, at) => (sums ? value / (sums[at] || 1) : value));
    const side = series.previous ? 'previous' : 'current';
    const stacked = values.map((value, at) => value + (heights[side][at] ?? 0));
    heights[side] = stacked;
    const partial = reading.partial && !series.previous && values.length > 1;
    return drawn({ series, reading, values, stacked, partial, color: colorOf(look.colors, series.color) });
  });
}

function drawn(drawing: Drawing): object[] {
  switch (drawing.reading.look) {
    case 'bar':
    case 'stacked':
      return [bars(drawing)];
    case 'area':
      return [area(drawing), ...lines(drawing, drawing.stacked)];
    case 'line':
      return lines(drawing, drawing.reading.percent ? drawing.stacked : drawing.values);
  }
}

function bars({ series, reading, values, partial, color }: Drawing) {
  const last = values.length - 1;
  return {
    type: 'bar',
    id: series.key,
    name: series.name,
    stack: reading.look === 'stacked' || reading.percent ? `stack-${series.previous}` : undefined,
    data: values.map((value, at) =>
      partial && at === last
        ? { value, itemStyle: { opacity: 0.45, borderColor: color, borderType: 'dashed', borderWidth: 1 } }
        : value,
    ),
    itemStyle: { color, opacity: series.previous ? 0.4 : 1 },
    emphasis: { disabled: true },
  };
}

/** The ground under a line, without its edge: the edge may be dashed in parts, and parts cannot be stacked. */
function area({ series, values, color }: Drawing) {
  return {
    type: 'line',
    id: `${series.key}-area`,
    name: series.name,
    stack: `stack-${series.previous}`,
    data: [...values],
    lineStyle: { opacity: 0 },
    areaStyle: { color, opacity: series.previous ? 0.1 : 0.28 },
    itemStyle: { color },
    emphasis: { disabled: true },
    showSymbol: false,
  };
}

/** A line; when its last bucket is not over, the way there is a line of its own, dashed. */
function lines({ series, reading, partial, color }: Drawing, heights: readonly number[]) {
  const last = heights.length - 1;
  const line = {
    type: 'line',
    id: series.key,
    name: series.name,
    data: partial ? heights.slice(0, last) : [...heights],
    itemStyle: { color },
    lineStyle: { color, opacity: series.previous ? 0.45 : 1, width: reading.look === 'area' ? 1.5 : 2 },
    emphasis: { disabled: true },
    showSymbol: heights.length === 1,
  };
  return partial
    ? [
        line,
        {
          ...line,
          id: `${series.key}-partial`,
          data: heights.map((value, at) => (at >= last - 1 ? value : null)),
          lineStyle: { ...line.lineStyle, type: [4, 4] },
        },
      ]
    : [line];
}

function tooltip(
  reading: SeriesReading,
  shown: readonly Series[],
  colors: readonly string[],
  params: unknown,
) {
  const at = dataIndex(params);
  const isLast = at === reading.ticks.length - 1;
  return tooltipElement({
    title: reading.buckets[at] ?? '',
    note: reading.partial && isLast ? messages.soFar : undefined,
    rows: shown
      .filter(({ data }) => at < data.length)
      .map((series) => ({
        name: series.name,
        color: colorOf(colors, series.color),
        faded: series.previous,
        value: series.data[at] ?? 0,
      }))
      .sort((one, other) => other.value - one.value)
      .map((row) => ({ ...row, value: reading.format.full(row.value) })),
  });
}

function dataIndex(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : 0;
}

function sumsOf(series: readonly Series[], buckets: number): number[] {
  return Array.from({ length: buckets }, (_, at) =>
    series.reduce((sum, { data }) => sum + (data[at] ?? 0), 0),
  );
}

/** Counts have no half ticks. */
function minInterval(series: readonly Series[]): number | undefined {
  return series.every(({ data }) => data.every(Number.isInteger)) ? 1 : undefined;
}
