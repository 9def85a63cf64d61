import { isObject, type JsonObject, type JsonValue, optional, textOf, without } from './json.ts';
import { type Breakdown, NO_BREAKDOWN, type PropertyBreakdown } from './state.ts';

export function readBreakdown(json: JsonValue | undefined): Breakdown {
  if (!isObject(json)) {
    return NO_BREAKDOWN;
  }
  const list = Array.isArray(json.breakdowns) ? json.breakdowns : [];
  const single = json.breakdown ?? null;
  if (list.length > 1 || (list.length > 0 && single !== null)) {
    return { kind: 'other', filter: json };
  }
  return list.length === 1 ? ofList(json, list[0]) : ofSingle(json, single);
}

function ofList(json: JsonObject, entry: JsonValue | undefined): Breakdown {
  if (!isObject(entry) || typeof entry.property !== 'string' || (entry.type ?? 'event') !== 'event') {
    return { kind: 'other', filter: json };
  }
  return {
    ...common(json, 'breakdowns', 'breakdown'),
    property: entry.property,
    asList: true,
    entryRest: without(entry, 'property', 'type'),
  };
}

function ofSingle(json: JsonObject, single: JsonValue): Breakdown {
  if (single === null) {
    return { ...common(json, 'breakdowns', 'breakdown', 'breakdown_type'), asList: true };
  }
  if (typeof single !== 'string' || (json.breakdown_type ?? 'event') !== 'event') {
    return { kind: 'other', filter: json };
  }
  return {
    ...common(json, 'breakdowns', 'breakdown', 'breakdown_type'),
    property: single,
    asList: false,
  };
}

function common(json: JsonObject, ...known: readonly string[]): PropertyBreakdown {
  const limit = json.breakdown_limit;
  return {
    ...NO_BREAKDOWN,
    limit: typeof limit === 'number' ? limit : null,
    hideOther: json.breakdown_hide_other_aggregation === true,
    rest: without(json, ...known, 'breakdown_limit', 'breakdown_hide_other_aggregation'),
  };
}

export function writeBreakdown(breakdown: Breakdown): JsonValue | undefined {
  if (breakdown.kind === 'other') {
    return breakdown.filter;
  }
  const { limit, hideOther, rest } = breakdown;
  const json = {
    ...rest,
    ...property(breakdown),
    ...optional('breakdown_limit', limit),
    ...optional('breakdown_hide_other_aggregation', hideOther),
  };
  return Object.keys(json).length === 0 ? undefined : json;
}

function property({ property, asList, entryRest }: PropertyBreakdown): JsonObject {
  if (property === null) {
    return {};
  }
  return asList
    ? { breakdowns: [{ ...entryRest, property, type: 'event' }] }
    : { breakdown: property, breakdown_type: 'event' };
}

/** What the results are broken down by, in words of the data. */
export function breakdownName(breakdown: Breakdown): string | null {
  if (breakdown.kind === 'property') {
    return breakdown.property;
  }
  const { breakdown: single, breakdowns } = breakdown.filter;
  const names = Array.isArray(breakdowns)
    ? breakdowns.filter(isObject).map((it) => textOf(it.property) ?? '')
    : [single].flat().map((it) => String(it ?? ''));
  return names.filter(Boolean).join(', ') || null;
}
