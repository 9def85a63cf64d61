import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { issuesOf } from '@tessera/query-model';
import { useRef, useState } from 'react';
import { dashboardsQuery } from '../../dashboards/queries.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Preview } from '../preview/Preview.tsx';
import { useAnswer } from '../preview/useAnswer.ts';
import type { Insight } from '../wire.ts';
import { BoardsDialog } from './BoardsDialog.tsx';
import { ControlsPlace } from './ControlsPlace.tsx';
import { derivedName } from './derivedName.ts';
import type { Draft } from './draft.ts';
import styles from './Editor.module.css';
import { EditorHeader } from './EditorHeader.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { editorMessages as messages } from './messages.ts';
import { PreviewToolbar } from './PreviewToolbar.tsx';
import { fieldErrors, QueryErrors } from './QueryError.tsx';
import { TrendControls } from './TrendControls.tsx';
import { useDraft } from './useDraft.ts';
import { type Board, useSaving } from './useSaving.ts';
import { useUndoKeys } from './useUndoKeys.ts';

interface EditorProps {
  projectId: number;
  /** Null for one that is not stored yet. */
  insight: Insight | null;
  /** What is stored. */
  saved: Draft;
}

/** Makes or changes an insight, and shows its answer at once. */
export function Editor({ projectId, insight, saved }: EditorProps) {
  const editing = useDraft(saved);
  const { draft, edit, editTrend, isChanged } = editing;
  const saving = useSaving(projectId, insight, draft, saved);
  const issues = issuesOf(draft.trend);
  const asking = useAnswer(projectId, draft.trend, issues.length === 0);
  const errors = fieldErrors(issues, asking.error);
  const board = useBoard(projectId);
  const [isChoosing, setChoosing] = useState(false);
  const preview = useRef<HTMLElement>(null);
  useUndoKeys(editing);
  useTitle(draft.name || derivedName(draft.trend));
  return (
    <div className={styles.page}>
      <QueryErrors value={errors}>
        <EditorHeader
          editing={editing}
          saving={saving}
          isNew={insight === null}
          isValid={issues.length === 0}
          board={board}
          onAddToDashboard={() => setChoosing(true)}
          onDiscard={() => edit(saved)}
        />
        <div className={styles.columns}>
          <ControlsPlace onOpen={() => preview.current?.scrollIntoView()}>
            <TrendControls trend={draft.trend} onChange={editTrend} />
          </ControlsPlace>
          <section ref={preview} className={styles.preview} aria-label={messages.preview}>
            <Preview
              asking={asking}
              display={draft.trend.display}
              issues={errors}
              toolbar={<PreviewToolbar trend={draft.trend} onChange={editTrend} />}
            />
          </section>
        </div>
      </QueryErrors>
      {isChoosing && (
        <BoardsDialog
          projectId={projectId}
          shownOn={insight?.dashboards ?? []}
          onChoose={saving.saveTo}
          onClose={() => setChoosing(false)}
        />
      )}
      <LeaveGuard isChanged={isChanged} onSave={saving.save} />
    </div>
  );
}

/** The dashboard that the address names, for which an insight is made. */
function useBoard(projectId: number): Board | null {
  const { dashboard } = useSearch({ strict: false });
  const { data } = useQuery({ ...dashboardsQuery(projectId), enabled: dashboard !== undefined });
  const found = data?.find((it) => it.id === dashboard);
  return found ? { id: found.id, name: found.name || messages.boards.untitled } : null;
}
