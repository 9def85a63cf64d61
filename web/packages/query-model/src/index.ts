export { breakdownName } from './breakdown.ts';
export * from './edit.ts';
export { conditionPath, isComplete } from './filters.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { pack, unpack } from './link.ts';
export { readInsight } from './read.ts';
export * from './state.ts';
export { type Issue, issuesOf, isWithin, pathInQuery } from './validate.ts';
export { writeDraft, writeInsight, writeQuery } from './write.ts';
