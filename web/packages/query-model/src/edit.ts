import type { Condition, EventCondition, Filters, Group, Series, TrendState } from './state.ts';

/** The letter that names a series, as formulas use it. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

export function addSeries(state: TrendState, series: Series, at = state.series.length): TrendState {
  return { ...state, series: [...state.series.slice(0, at), series, ...state.series.slice(at)] };
}

export function replaceSeries(state: TrendState, index: number, series: Series): TrendState {
  return { ...state, series: replaced(state.series, index, series) };
}

export function removeSeries(state: TrendState, index: number): TrendState {
  return { ...state, series: removed(state.series, index) };
}

/** Moves a series; beyond the ends nothing happens. */
export function moveSeries(state: TrendState, from: number, to: number): TrendState {
  const moved = state.series[from];
  if (!moved || to < 0 || to >= state.series.length) {
    return state;
  }
  return addSeries(removeSeries(state, from), moved, to);
}

export function newCondition(key = ''): EventCondition {
  return { kind: 'event', key, operator: 'exact', values: [], rest: {} };
}

export function addGroup(filters: Filters): Filters {
  const group: Group = { join: 'AND', conditions: [newCondition()], rest: {} };
  return { ...filters, groups: [...filters.groups, group] };
}

export function replaceGroup(filters: Filters, index: number, group: Group): Filters {
  if (group.conditions.length === 0) {
    const groups = removed(filters.groups, index);
    return { ...filters, join: groups.length > 1 ? filters.join : 'AND', groups };
  }
  return { ...filters, groups: replaced(filters.groups, index, group) };
}

export function addCondition(group: Group): Group {
  return { ...group, conditions: [...group.conditions, newCondition()] };
}

export function replaceCondition(group: Group, index: number, condition: Condition): Group {
  return { ...group, conditions: replaced(group.conditions, index, condition) };
}

export function removeCondition(group: Group, index: number): Group {
  return { ...group, conditions: removed(group.conditions, index) };
}

function replaced<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return items.map((it, at) => (at === index ? item : it));
}

function removed<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, at) => at !== index);
}
