import { type Format, formatOf } from './format.ts';
import { resultMessages as messages } from './messages.ts';
import { axisLabel, bucketName } from './times.ts';
import type { Answered, BreakdownColor, TrendResult, TrendsFilter, TrendsQuery } from './wire.ts';

export type SeriesLook = 'line' | 'area' | 'bar' | 'stacked';
export type TotalsLook = 'number' | 'pie' | 'bars' | 'table';

interface Named {
  /** Unique within the answer. */
  readonly key: string;
  readonly name: string;
  /** Which of the series colours it has, from 0. */
  readonly color: number;
  /** Whether the dashboard says so: the colour means something then. */
  readonly isColorGiven: boolean;
  /** Of the period before the one that is asked about. */
  readonly previous: boolean;
}

export interface Series extends Named {
  readonly data: readonly number[];
  readonly total: number;
}

export interface Total extends Named {
  readonly value: number;
}

/** An answer in the form in which it is shown. */
export type Reading =
  | {
      readonly kind: 'series';
      readonly look: SeriesLook;
      readonly series: readonly Series[];
      /** Short names of the buckets, for axes, and full ones. */
      readonly ticks: readonly string[];
      readonly buckets: readonly string[];
      /** Whether the last bucket was not over when this was computed. */
      readonly partial: boolean;
      /** Whether the buckets of a series can be added up: people who came on two days are not two people. */
      readonly summable: boolean;
      readonly percent: boolean;
      readonly logarithmic: boolean;
      readonly format: Format;
    }
  | {
      readonly kind: 'totals';
      readonly look: TotalsLook;
      readonly totals: readonly Total[];
      /** Whether the totals can be added up. */
      readonly summable: boolean;
      readonly format: Format;
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly what: string };

const SERIES_LOOKS: Readonly<Record<string, SeriesLook>> = {
  ActionsAreaGraph: 'area',
  ActionsBar: 'stacked',
  ActionsStackedBar: 'stacked',
  ActionsUnstackedBar: 'bar',
};

const TOTALS_LOOKS: Readonly<Record<string, TotalsLook>> = {
  BoldNumber: 'number',
  ActionsPie: 'pie',
  ActionsBarValue: 'bars',
  ActionsTable: 'table',
  WorldMap: 'bars',
  CalendarHeatmap: 'bars',
};

export function read(answer: Answered, colors: readonly BreakdownColor[] = []): Reading {
  const { query, result } = answer;
  if (!query) {
    return { kind: 'nothing' };
  }
  const source = query.source ?? (query as TrendsQuery);
  if (!['TrendsQuery', 'StickinessQuery', 'LifecycleQuery'].includes(source.kind) || !isTrends(result)) {
    return { kind: 'unknown', what: source.kind };
  }
  const filter = source.trendsFilter ?? {};
  const look = TOTALS_LOOKS[filter.display ?? ''];
  const names = new Names(source, result, colors);
  return look
    ? {
        kind: 'totals',
        look,
        totals: result.map((it, at) => names.total(it, at)),
        summable: isAdditive(source),
        format: formatOf(filter),
      }
    : series(answer, source, filter, result, names);
}

/** What the totals of the current period make together; null where they cannot be added up, and none is a share. */
export function wholeOf({
  totals,
  summable,
}: {
  totals: readonly Total[];
  summable: boolean;
}): number | null {
  return summable ? totals.reduce((sum, { value, previous }) => sum + (previous ? 0 : value), 0) : null;
}

/** Whether an answer says nothing at all. A number of 0 is an answer. */
export function isBlank(reading: Reading): boolean {
  switch (reading.kind) {
    case 'series':
      return reading.series.every(({ data }) => data.every((value) => value === 0));
    case 'totals':
      return reading.look !== 'number' && reading.totals.every(({ value }) => value === 0);
    case 'nothing':
    case 'unknown':
      return false;
  }
}

function series(
  answer: Answered,
  queried: TrendsQuery,
  filter: TrendsFilter,
  results: readonly TrendResult[],
  names: Names,
): Reading {
  const { interval = 'day' } = queried;
  const longest = results.reduce<TrendResult | undefined>(
    (found, it) =>
      it.compare_label !== 'previous' && (it.days ?? []).length > (found?.days ?? []).length ? it : found,
    undefined,
  );
  const days = longest?.days ?? [];
  return {
    kind: 'series',
    look: SERIES_LOOKS[filter.display ?? ''] ?? 'line',
    series: results.map((it, at) => names.series(it, at)),
    ticks: days.map((start) => axisLabel(start, interval)),
    buckets: days.map((start, at) => bucketName(start, interval, longest?.labels?.[at])),
    partial: isPartial(answer),
    summable: filter.display !== 'ActionsLineGraphCumulative' && isAdditive(queried),
    percent: filter.showPercentStackView ?? false,
    logarithmic: filter.yAxisScaleType === 'log10',
    format: formatOf(filter),
  };
}

function isAdditive({ series = [] }: TrendsQuery): boolean {
  return series.every(({ math }) => !math || math === 'total' || math === 'sum');
}

/** A range that ends after, or but a moment before, the instant of the computation ends in a bucket that is not over. */
function isPartial({ last_refresh, resolved_date_range }: Answered): boolean {
  const end = Date.parse(resolved_date_range?.date_to ?? '');
  return last_refresh !== null && end > Date.parse(last_refresh) - 60_000;
}

function isTrends(result: unknown): result is TrendResult[] {
  return (
    Array.isArray(result) &&
    result.every((it) => typeof it === 'object' && it !== null && ('data' in it || 'aggregated_value' in it))
  );
}

/** Names and colours of results. A previous period has the colours of the current one. */
class Names {
  private readonly colors: ReadonlyMap<string, number>;
  private readonly several: boolean;
  private readonly isOfCountries: boolean;
  private readonly previousFrom: number;

  constructor(query: TrendsQuery, results: readonly TrendResult[], colors: readonly BreakdownColor[]) {
    this.several = (query.series?.length ?? 0) > 1;
    this.isOfCountries = propertyOf(query) === COUNTRY_CODE;
    const first = results.findIndex((it) => it.compare_label === 'previous');
    this.previousFrom = first < 0 ? results.length : first;
    this.colors = new Map(
      colors.flatMap(({ breakdownValue, colorToken }) => {
        const number = Number(/^preset-(\d+)$/.exec(colorToken ?? '')?.[1]);
        return number > 0 ? [[breakdownValue, number - 1] as const] : [];
      }),
    );
  }

  series(it: TrendResult, at: number): Series {
    return { ...this.named(it, at), data: it.data ?? [], total: it.count };
  }

  total(it: TrendResult, at: number): Total {
    return { ...this.named(it, at), value: it.aggregated_value ?? it.count };
  }

  private named(it: TrendResult, at: number): Named {
    const previous = at >= this.previousFrom;
    const name = this.name(it);
    const value = breakdownText(it.breakdown_value);
    const given = value === null ? undefined : this.colors.get(value);
    return {
      key: `${at}`,
      name: previous ? messages.previous(name) : name,
      color: given ?? (previous ? at - this.previousFrom : at),
      isColorGiven: given !== undefined,
      previous,
    };
  }

  private name(it: TrendResult): string {
    const event = it.action?.custom_name || it.action?.name || it.label || messages.allEvents;
    const value = breakdownText(it.breakdown_value);
    if (value === null) {
      return it.action?.custom_name || it.label || messages.allEvents;
    }
    const text = readable(value, this.isOfCountries);
    return this.several && it.action ? messages.both(event, text) : text;
  }
}

function breakdownText(value: TrendResult['breakdown_value']): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  return Array.isArray(value) ? value.map(String).join('::') : String(value);
}

const COUNTRY_CODE = '$geoip_country_code';
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The property that the results are broken down by, if it is one. */
function propertyOf({ breakdownFilter }: TrendsQuery): unknown {
  const [first] = breakdownFilter?.breakdowns ?? [];
  return first?.property ?? breakdownFilter?.breakdown;
}

/** The marks that stand for no value and for all other values in words, and codes of countries as names. */
function readable(value: string, isCountry: boolean): string {
  return value
    .split('::')
    .map((part) =>
      part === '$$_posthog_breakdown_null_$$'
        ? messages.none
        : part === '$$_posthog_breakdown_other_$$'
          ? messages.other
          : isCountry && /^[A-Z]{2}$/.test(part)
            ? (countries.of(part) ?? part)
            : part,
    )
    .join(' · ');
}
