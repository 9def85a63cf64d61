import * as fc from 'fast-check';
import type { JsonObject, JsonValue } from './json.ts';
import {
  type Breakdown,
  type Condition,
  DISPLAYS,
  type Filters,
  type Group,
  INTERVALS,
  type Join,
  MATHS,
  OPERATORS,
  type Series,
  type TrendState,
} from './state.ts';

/** Whatever a JSON text can hold; -0 becomes 0 on the way, so it is 0 from the start. */
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((it): JsonValue => JSON.parse(JSON.stringify(it)) as JsonValue);

/** Fields that no reader knows. */
const rest: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.string({ maxLength: 6 }).map((name) => `x_${name}`),
  json,
  { maxKeys: 2 },
);

const name = fc.string({ minLength: 1, maxLength: 12 });
const join = fc.constantFrom<Join>('AND', 'OR');

const eventCondition: fc.Arbitrary<Condition> = fc.record({
  kind: fc.constant('event'),
  key: fc.string({ maxLength: 12 }),
  operator: fc.constantFrom(...OPERATORS),
  values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { maxLength: 3 }),
  rest,
});

const otherCondition: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({ type: fc.constantFrom('person', 'cohort', 'hogql'), key: name }),
    fc.record({ type: fc.constant('event'), key: name, operator: fc.constantFrom('regex', 'is_set') }),
    fc.record({ key: fc.integer() }),
  )
  .map((filter) => ({ kind: 'other', filter }));

const condition = fc.oneof(
  { weight: 4, arbitrary: eventCondition },
  { weight: 1, arbitrary: otherCondition },
);

const group: fc.Arbitrary<Group> = fc.record({
  join,
  conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
  rest,
});

/** Filters as the reader makes them: one group or none is joined by AND, and carries what is unknown itself. */
export const filters: fc.Arbitrary<Filters> = fc
  .record({ join, groups: fc.array(group, { maxLength: 3 }), rest })
  .map((it) => (it.groups.length > 1 ? it : { ...it, join: 'AND' }));

const series: fc.Arbitrary<Series> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.option(name),
      customName: fc.string({ maxLength: 8 }),
      math: fc.constantFrom(...MATHS, 'p99'),
      filters,
      rest,
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ kind: fc.constantFrom('ActionsNode', 'GroupNode'), id: fc.nat() })
      .map((node) => ({ kind: 'other' as const, node })),
  },
);

const propertyBreakdown: fc.Arbitrary<Breakdown> = fc
  .record({
    kind: fc.constant('property' as const),
    property: fc.option(name),
    limit: fc.option(fc.integer({ min: 1, max: 1_000 })),
    hideOther: fc.boolean(),
    asList: fc.boolean(),
    rest,
    entryRest: rest,
  })
  // Without a property there is no form to choose, and a single one has no entry to keep fields in.
  .map((it) => ({
    ...it,
    asList: it.asList || it.property === null,
    entryRest: it.asList && it.property !== null ? it.entryRest : {},
  }));

const otherBreakdown: fc.Arbitrary<Breakdown> = fc
  .constantFrom<JsonObject>(
    { breakdown_type: 'person', breakdown: 'plan' },
    { breakdowns: [{ property: 'a' }, { property: 'b' }] },
    { breakdown: [1, 'all'], breakdown_type: 'cohort' },
  )
  .map((filter) => ({ kind: 'other', filter }));

export const trend: fc.Arbitrary<TrendState> = fc.record({
  series: fc.array(series, { maxLength: 3 }),
  filters,
  breakdown: fc.oneof(propertyBreakdown, otherBreakdown),
  interval: fc.constantFrom(...INTERVALS, 'second'),
  dates: fc.record({
    from: fc.option(fc.constantFrom('-7d', 'mStart', 'all', '2026-01-31')),
    to: fc.option(fc.constantFrom('-1dEnd', '2026-02-28')),
    rest,
  }),
  display: fc.constantFrom(...DISPLAYS, 'WorldMap'),
  filterTestAccounts: fc.boolean(),
  rest,
  displayRest: rest,
  wrapperRest: rest,
});
