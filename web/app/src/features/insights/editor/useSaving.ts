import { useNavigate } from '@tanstack/react-router';
import { writeInsight } from '@tessera/query-model';
import { showToast } from '@tessera/ui';
import { nameOf } from '../names.ts';
import { dashboardsOf, useChangeInsight, useCreateInsight } from '../queries.ts';
import type { Insight, InsightChange } from '../wire.ts';
import { derivedName } from './derivedName.ts';
import type { Draft } from './draft.ts';
import { editorMessages as messages } from './messages.ts';

export interface Board {
  id: number;
  name: string;
}

export interface Saving {
  isSaving: boolean;
  /** Stores the draft, and stays. Resolves to whether that went well. */
  save: () => Promise<boolean>;
  saveAs: () => void;
  /** Stores the draft, shows it on a dashboard as well, and goes there. */
  saveTo: (board: Board) => void;
}

/** How a draft becomes an insight: a new one where there is none yet. `saved` is what is stored of it. */
export function useSaving(projectId: number, insight: Insight | null, draft: Draft, saved: Draft): Saving {
  const navigate = useNavigate();
  const create = useCreateInsight(projectId);
  const change = useChangeInsight(projectId);
  const fields = fieldsOf(draft);
  const store = (more: InsightChange = {}) =>
    insight
      ? change.mutateAsync({ insight, change: { ...edited(fields, fieldsOf(saved)), saved: true, ...more } })
      : create.mutateAsync({ ...fields, ...more });

  const show = (stored: Insight, replace: boolean) =>
    navigate({
      to: '/project/$projectId/insights/$shortId',
      params: { projectId, shortId: stored.short_id },
      replace,
      ignoreBlocker: true,
    });

  return {
    isSaving: create.isPending || change.isPending,
    save: () =>
      told(async () => {
        const stored = await store();
        showToast(messages.saved(nameOf(stored)));
        await show(stored, true);
      }),
    saveAs: () =>
      void told(async () => {
        const name = messages.copyOf(draft.name || derivedName(draft.trend));
        const stored = await create.mutateAsync({ ...fields, name });
        showToast(messages.saved(name));
        await show(stored, false);
      }),
    saveTo: (board) =>
      void told(async () => {
        const before = insight ? await dashboardsOf(projectId, insight.id) : [];
        const dashboards = [...new Set([...before, board.id])];
        const stored = await store({ dashboards });
        showToast(messages.savedTo(nameOf(stored), board.name));
        await navigate({
          to: '/project/$projectId/dashboard/$dashboardId',
          params: { projectId, dashboardId: board.id },
          ignoreBlocker: true,
        });
      }),
  };
}

function fieldsOf({ name, description, trend }: Draft): InsightChange {
  return {
    name: name.trim() || null,
    derived_name: derivedName(trend),
    description: description.trim(),
    query: writeInsight(trend),
    saved: true,
  };
}

/** Only what was edited: the rest may have been changed elsewhere, a name on a dashboard for instance. */
function edited(fields: InsightChange, before: InsightChange): InsightChange {
  const stored = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(stored.get(name)),
    ),
  );
}

async function told(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    showToast(messages.saveFailed(error instanceof Error ? error.message : ''), { tone: 'danger' });
    return false;
  }
}
