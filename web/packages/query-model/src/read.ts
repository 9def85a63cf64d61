import { readBreakdown } from './breakdown.ts';
import { readFilters } from './filters.ts';
import { isObject, type JsonObject, type JsonValue, objectOf, textOf, without } from './json.ts';
import type { Dates, Series, TrendState } from './state.ts';

/** The state of an editor for the query of an insight; null when that is no trend. */
export function readInsight(json: JsonValue | undefined): TrendState | null {
  if (!isObject(json)) {
    return null;
  }
  if (json.kind === 'TrendsQuery') {
    return readTrend(json, {});
  }
  const { kind, source } = json;
  return kind === 'InsightVizNode' && isObject(source) && source.kind === 'TrendsQuery'
    ? readTrend(source, without(json, 'kind', 'source'))
    : null;
}

function readTrend(query: JsonObject, wrapperRest: JsonObject): TrendState {
  const trends = objectOf(query.trendsFilter);
  return {
    series: (Array.isArray(query.series) ? query.series : []).filter(isObject).map(readSeries),
    filters: readFilters(query.properties),
    breakdown: readBreakdown(query.breakdownFilter),
    interval: textOf(query.interval) ?? 'day',
    dates: readDates(objectOf(query.dateRange)),
    display: textOf(trends.display) ?? 'ActionsLineGraph',
    filterTestAccounts: query.filterTestAccounts === true,
    rest: without(query, ...KNOWN),
    displayRest: without(trends, 'display'),
    wrapperRest,
  };
}

const KNOWN = [
  'kind',
  'series',
  'properties',
  'breakdownFilter',
  'interval',
  'dateRange',
  'trendsFilter',
  'filterTestAccounts',
] as const;

function readSeries(node: JsonObject): Series {
  if (node.kind !== 'EventsNode') {
    return { kind: 'other', node };
  }
  return {
    kind: 'event',
    event: textOf(node.event),
    customName: textOf(node.custom_name) ?? '',
    math: textOf(node.math) ?? 'total',
    filters: readFilters(node.properties),
    rest: without(node, 'kind', 'event', 'name', 'custom_name', 'math', 'properties'),
  };
}

function readDates(json: JsonObject): Dates {
  return {
    from: textOf(json.date_from),
    to: textOf(json.date_to),
    rest: without(json, 'date_from', 'date_to'),
  };
}
