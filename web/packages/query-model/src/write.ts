import { writeBreakdown } from './breakdown.ts';
import { completed, writeFilters } from './filters.ts';
import { type JsonObject, optional } from './json.ts';
import type { Dates, Series, TrendState } from './state.ts';

/** The query of an insight, as it is stored. What is not complete yet is left out. */
export function writeInsight(state: TrendState): JsonObject {
  return { ...state.wrapperRest, kind: 'InsightVizNode', source: writeTrend(withCompleteFilters(state)) };
}

/** The query to run. */
export function writeQuery(state: TrendState): JsonObject {
  return writeTrend(withCompleteFilters(state));
}

/** The query of an insight with what is not complete yet: for keeping a state of the editor. */
export function writeDraft(state: TrendState): JsonObject {
  return { ...state.wrapperRest, kind: 'InsightVizNode', source: writeTrend(state) };
}

function withCompleteFilters(state: TrendState): TrendState {
  return {
    ...state,
    filters: completed(state.filters),
    series: state.series.map((it) => (it.kind === 'event' ? { ...it, filters: completed(it.filters) } : it)),
  };
}

function writeTrend(state: TrendState): JsonObject {
  return {
    ...state.rest,
    kind: 'TrendsQuery',
    series: state.series.map(writeSeries),
    interval: state.interval,
    ...dateRange(state.dates),
    ...optional('properties', writeFilters(state.filters)),
    ...optional('breakdownFilter', writeBreakdown(state.breakdown)),
    ...optional('filterTestAccounts', state.filterTestAccounts),
    trendsFilter: { ...state.displayRest, display: state.display },
  };
}

function writeSeries(series: Series): JsonObject {
  if (series.kind === 'other') {
    return series.node;
  }
  const { event, customName, math, filters, rest } = series;
  return {
    ...rest,
    kind: 'EventsNode',
    event,
    name: event ?? 'All events',
    ...optional('custom_name', customName),
    math,
    ...optional('properties', writeFilters(filters)),
  };
}

function dateRange({ from, to, rest }: Dates): JsonObject {
  const range = { ...rest, ...optional('date_from', from), ...optional('date_to', to) };
  return Object.keys(range).length === 0 ? {} : { dateRange: range };
}
