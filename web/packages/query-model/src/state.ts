import type { JsonObject } from './json.ts';

/**
 * A trend as an editor sees it. Fields of the wire that no editor knows are in the `rest` of where they were found, and
 * go back there; names that a newer server may extend are plain texts.
 */
export interface TrendState {
  series: readonly Series[];
  filters: Filters;
  breakdown: Breakdown;
  interval: string;
  dates: Dates;
  display: string;
  /** Whether the project's filters against internal and test users apply. */
  filterTestAccounts: boolean;
  /** Unknown fields of the query, of its `trendsFilter` and of the node around it. */
  rest: JsonObject;
  displayRest: JsonObject;
  wrapperRest: JsonObject;
}

export type Series = EventSeries | OtherSeries;

export interface EventSeries {
  kind: 'event';
  /** Null for all events. */
  event: string | null;
  customName: string;
  math: string;
  filters: Filters;
  rest: JsonObject;
}

/** A series of a kind that has no editor; it stays as it is. */
export interface OtherSeries {
  kind: 'other';
  node: JsonObject;
}

export type Join = 'AND' | 'OR';

/** Groups of conditions, joined; within each group its conditions are joined. */
export interface Filters {
  join: Join;
  groups: readonly Group[];
  rest: JsonObject;
}

export interface Group {
  join: Join;
  conditions: readonly Condition[];
  rest: JsonObject;
}

export type Condition = EventCondition | OtherCondition;

export interface EventCondition {
  kind: 'event';
  /** The property; empty while it is not chosen. */
  key: string;
  operator: Operator;
  /** One of these has to fit. */
  values: readonly (string | number | boolean)[];
  rest: JsonObject;
}

/** A condition of a kind that has no editor; it stays as it is. */
export interface OtherCondition {
  kind: 'other';
  filter: JsonObject;
}

export const OPERATORS = ['exact', 'is_not', 'icontains'] as const;
export type Operator = (typeof OPERATORS)[number];

export type Breakdown = PropertyBreakdown | OtherBreakdown;

export interface PropertyBreakdown {
  kind: 'property';
  /** The property of the event; null for no breakdown. */
  property: string | null;
  limit: number | null;
  hideOther: boolean;
  /** Whether it is written as a list of one; what reads the results sees the difference. */
  asList: boolean;
  rest: JsonObject;
  /** Unknown fields of the entry in the list. */
  entryRest: JsonObject;
}

/** A breakdown of a kind that has no editor; it stays as it is. */
export interface OtherBreakdown {
  kind: 'other';
  filter: JsonObject;
}

/** Both in the wire's own grammar of dates; null for the default. */
export interface Dates {
  from: string | null;
  to: string | null;
  rest: JsonObject;
}

export const INTERVALS = ['minute', 'hour', 'day', 'week', 'month'] as const;
export const DISPLAYS = [
  'ActionsLineGraph',
  'ActionsAreaGraph',
  'ActionsBar',
  'ActionsStackedBar',
  'ActionsUnstackedBar',
  'BoldNumber',
  'ActionsBarValue',
  'ActionsPie',
  'ActionsTable',
] as const;
export type Display = (typeof DISPLAYS)[number];
export const MATHS = ['total', 'dau'] as const;

export const DEFAULT_RANGE = '-7d';
export const DEFAULT_LIMIT = 25;
export const MAX_LIMIT = 1_000;
/** As many as there are letters to name them. */
export const MAX_SERIES = 26;

export const NO_FILTERS: Filters = { join: 'AND', groups: [], rest: {} };
export const NO_BREAKDOWN: PropertyBreakdown = {
  kind: 'property',
  property: null,
  limit: null,
  hideOther: false,
  asList: true,
  rest: {},
  entryRest: {},
};

const TOTAL_VALUE: readonly string[] = [
  'BoldNumber',
  'ActionsPie',
  'ActionsBarValue',
  'ActionsTable',
  'WorldMap',
  'CalendarHeatmap',
];

/** Whether a display shows one number for the whole range, so that the interval does not matter. */
export function isTotalValue(display: string): boolean {
  return TOTAL_VALUE.includes(display);
}

export function newSeries(event: string | null): EventSeries {
  return { kind: 'event', event, customName: '', math: 'total', filters: NO_FILTERS, rest: {} };
}

export function newTrend(): TrendState {
  return {
    series: [newSeries(null)],
    filters: NO_FILTERS,
    breakdown: NO_BREAKDOWN,
    interval: 'day',
    dates: { from: '-30d', to: null, rest: {} },
    display: 'ActionsLineGraph',
    filterTestAccounts: false,
    rest: {},
    displayRest: {},
    wrapperRest: {},
  };
}
