import { isObject, type JsonObject, type JsonValue, textOf, without } from './json.ts';
import {
  type Condition,
  type EventCondition,
  type Filters,
  type Group,
  type Join,
  NO_FILTERS,
  OPERATORS,
  type Operator,
} from './state.ts';

/** Reads what `properties` may hold: nothing, a list of conditions, one condition, or a group of conditions and groups. */
export function readFilters(json: JsonValue | undefined): Filters {
  if (Array.isArray(json)) {
    return collect('AND', json, {});
  }
  if (!isObject(json)) {
    return NO_FILTERS;
  }
  const join = joinOf(json);
  return join === null ? collect('AND', [json], {}) : collect(join, membersOf(json), restOf(json));
}

/**
 * Conditions beside groups become the first group: it has the join that they had. Groups within groups have no editor.
 */
function collect(join: Join, members: readonly JsonValue[], rest: JsonObject): Filters {
  const loose: Condition[] = [];
  const groups: Group[] = [];
  const objects = members.filter(isObject);
  const meansAll = (it: JsonObject) => joinOf(it) !== null && membersOf(it).length === 0;
  const kept = join === 'AND' || objects.every(meansAll) ? objects.filter((it) => !meansAll(it)) : objects;
  for (const member of kept) {
    const inner = joinOf(member);
    if (inner === null || meansAll(member)) {
      loose.push(readCondition(member));
    } else {
      groups.push({
        join: inner,
        conditions: membersOf(member).filter(isObject).map(readCondition),
        rest: restOf(member),
      });
    }
  }
  if (groups.length === 0) {
    return loose.length === 0 ? { ...NO_FILTERS, rest } : flat({ join, conditions: loose, rest });
  }
  const all = loose.length === 0 ? groups : [{ join, conditions: loose, rest: {} }, ...groups];
  return { join: all.length === 1 ? 'AND' : join, groups: all, rest };
}

function flat(group: Group): Filters {
  return { join: 'AND', groups: [group], rest: {} };
}

function readCondition(filter: JsonObject): Condition {
  const { type = 'event', key, operator = 'exact', value = [] } = filter;
  const values = (Array.isArray(value) ? value : [value]).filter((it) => it !== null);
  if (type !== 'event' || typeof key !== 'string' || !isOperator(operator) || !values.every(isComparable)) {
    return { kind: 'other', filter };
  }
  return { kind: 'event', key, operator, values, rest: without(filter, 'type', 'key', 'operator', 'value') };
}

function isOperator(name: JsonValue): name is Operator {
  return OPERATORS.some((it) => it === name);
}

function isComparable(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A condition that says something; the others mean "anything", which within "any of" would let all through. */
export function isComplete(condition: Condition): boolean {
  return condition.kind === 'other' || (condition.key !== '' && condition.values.length > 0);
}

/** Only what is complete. */
export function completed(filters: Filters): Filters {
  const groups = filters.groups
    .map((group) => ({ ...group, conditions: group.conditions.filter(isComplete) }))
    .filter((group) => group.conditions.length > 0);
  return { ...filters, join: groups.length > 1 ? filters.join : 'AND', groups };
}

export function writeFilters(filters: Filters): JsonValue | undefined {
  const { groups, join, rest } = filters;
  const [only] = groups;
  if (!only) {
    return Object.keys(rest).length === 0 ? undefined : { ...rest, type: join, values: [] };
  }
  if (isNested(filters)) {
    return { ...rest, type: join, values: groups.map(writeGroup) };
  }
  return isList(only) ? only.conditions.map(writeCondition) : writeGroup(only);
}

/** Where a condition is on the wire, below the field that holds the filters, as the API names it in errors. */
export function conditionPath(filters: Filters, group: number, condition: number): string | null {
  const wire = completed(filters);
  const edited = filters.groups[group];
  if (!edited?.conditions[condition] || !isComplete(edited.conditions[condition])) {
    return null;
  }
  const at = edited.conditions.slice(0, condition).filter(isComplete).length;
  const before = filters.groups.slice(0, group).filter((it) => it.conditions.some(isComplete)).length;
  const [only] = wire.groups;
  if (isNested(wire) || !only) {
    return `values__${before}__values__${at}`;
  }
  return isList(only) ? `${at}` : `values__${at}`;
}

function isNested({ groups, rest }: Filters): boolean {
  return groups.length > 1 || Object.keys(rest).length > 0;
}

function isList({ join, rest }: Group): boolean {
  return join === 'AND' && Object.keys(rest).length === 0;
}

function writeGroup({ join, conditions, rest }: Group): JsonObject {
  return { ...rest, type: join, values: conditions.map(writeCondition) };
}

function writeCondition(condition: Condition): JsonObject {
  return condition.kind === 'other' ? condition.filter : writeEventCondition(condition);
}

function writeEventCondition({ key, operator, values, rest }: EventCondition): JsonObject {
  return { ...rest, type: 'event', key, operator, value: [...values] };
}

function joinOf(json: JsonObject): Join | null {
  const type = textOf(json.type);
  return type === 'AND' || type === 'OR' ? type : null;
}

function membersOf(json: JsonObject): readonly JsonValue[] {
  return Array.isArray(json.values) ? json.values : [];
}

function restOf(json: JsonObject): JsonObject {
  return without(json, 'type', 'values');
}
