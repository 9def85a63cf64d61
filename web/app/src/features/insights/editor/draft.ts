import { newTrend, pack, readInsight, type TrendState, unpack, writeDraft } from '@tessera/query-model';
import type { Insight } from '../wire.ts';

/** All that an editor changes. */
export interface Draft {
  name: string;
  description: string;
  trend: TrendState;
}

export function newDraft(): Draft {
  return { name: '', description: '', trend: newTrend() };
}

/** What is stored of an insight; null when its query is of a kind that has no editor. */
export function draftOf(insight: Insight): Draft | null {
  const trend = readInsight(insight.query ?? undefined);
  return trend && { name: insight.name ?? '', description: insight.description ?? '', trend };
}

/** A draft that was begun on `before`, on what is stored since: what was not edited follows. */
export function rebase(draft: Draft, before: Draft, saved: Draft): Draft {
  return {
    name: draft.name === before.name ? saved.name : draft.name,
    description: draft.description === before.description ? saved.description : draft.description,
    trend: isSameTrend(draft.trend, before.trend) ? saved.trend : draft.trend,
  };
}

function isSameTrend(one: TrendState, other: TrendState): boolean {
  return JSON.stringify(writeDraft(one)) === JSON.stringify(writeDraft(other));
}

/** A draft as a text for an address. */
export function packDraft({ name, description, trend }: Draft): string {
  return pack([writeDraft(trend), name, description]);
}

/** The draft in such a text; null when there is none. */
export function unpackDraft(text: string | undefined): Draft | null {
  const json = text === undefined ? undefined : unpack(text);
  if (!Array.isArray(json)) {
    return null;
  }
  const [query, name, description] = json;
  const trend = readInsight(query);
  return trend && typeof name === 'string' && typeof description === 'string'
    ? { name, description, trend }
    : null;
}
