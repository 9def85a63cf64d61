import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filters, trend } from './arbitraries.ts';
import { completed, conditionPath, readFilters, writeFilters } from './filters.ts';
import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { pack, unpack } from './link.ts';
import { readInsight } from './read.ts';
import { writeDraft, writeInsight } from './write.ts';

describe('the model of a query', () => {
  it('reads back every state that it writes', () => {
    fc.assert(
      fc.property(trend, (state) => {
        expect(readInsight(writeDraft(state))).toEqual(state);
      }),
    );
  });

  it('survives the way through an address', () => {
    fc.assert(
      fc.property(trend, (state) => {
        expect(readInsight(unpack(pack(writeDraft(state))))).toEqual(state);
      }),
    );
  });

  it('stores nothing that is not complete, and changes nothing that is', () => {
    fc.assert(
      fc.property(trend, (state) => {
        const stored = writeInsight(state);
        const read = readInsight(stored);
        expect(read && writeDraft(read)).toEqual(stored);
      }),
    );
  });

  it('finds each condition where the wire has it', () => {
    fc.assert(
      fc.property(filters, (all) => {
        const wire = writeFilters(completed(all));
        all.groups.forEach((group, g) => {
          group.conditions.forEach((condition, c) => {
            const path = conditionPath(all, g, c);
            if (path !== null) {
              const found = at(wire, path);
              expect(readFilters(found).groups[0]?.conditions[0]).toEqual(condition);
            }
          });
        });
      }),
    );
  });
});

describe('filters of other programs', () => {
  const condition = (key: string): JsonObject => ({ type: 'event', key, operator: 'exact', value: ['x'] });

  it('keep their meaning when a list mixes conditions and groups', () => {
    const wire = [condition('a'), { type: 'OR', values: [condition('b'), condition('c')] }, condition('d')];
    expect(writeFilters(readFilters(wire))).toEqual({
      type: 'AND',
      values: [
        { type: 'AND', values: [condition('a'), condition('d')] },
        { type: 'OR', values: [condition('b'), condition('c')] },
      ],
    });
  });

  it('lose groups without conditions where those mean nothing', () => {
    expect(writeFilters(readFilters({ type: 'AND', values: [{ type: 'AND', values: [] }] }))).toBeUndefined();
  });

  it('keep a group without conditions beside others in "any of", which it makes match all', () => {
    const wire = { type: 'OR', values: [condition('a'), { type: 'AND', values: [] }] };
    expect(writeFilters(readFilters(wire))).toEqual(wire);
  });

  it('keep what is nested deeper than the editor shows', () => {
    const deep = { type: 'OR', values: [{ type: 'AND', values: [condition('a')] }, condition('b')] };
    const wire = { type: 'AND', values: [{ type: 'OR', values: [deep, condition('c')] }] };
    expect(writeFilters(readFilters(wire))).toEqual({ type: 'OR', values: [deep, condition('c')] });
  });

  it('may be a single condition with a single value', () => {
    expect(writeFilters(readFilters({ key: 'a', value: 5 }))).toEqual([
      { type: 'event', key: 'a', operator: 'exact', value: [5] },
    ]);
  });
});

function at(json: JsonValue | undefined, path: string): JsonValue | undefined {
  return path
    .split('__')
    .reduce<JsonValue | undefined>(
      (value, step) =>
        Array.isArray(value) ? value[Number(step)] : isObject(value) ? value[step] : undefined,
      json,
    );
}
