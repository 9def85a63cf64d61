import { Button, cx, IconButton, RedoIcon, RefreshIcon, Tag, UndoIcon } from '@tessera/ui';
import { useState, useSyncExternalStore } from 'react';
import { AddMenu } from './AddMenu.tsx';
import styles from './Board.module.css';
import { useBoard, useBoardContext } from './BoardContext.ts';
import { BoardMenu } from './BoardMenu.tsx';
import { InlineText } from './InlineText.tsx';
import { boardMessages as messages } from './messages.ts';
import { SignedOut } from './SignedOut.tsx';
import type { FullScreen } from './useFullScreen.ts';
import { useRefreshAll } from './useTile.ts';
import type { FullDashboard } from './wire.ts';

interface BoardHeaderProps {
  dashboard: FullDashboard;
  editing: boolean;
  onEdit: (editing: boolean) => void;
  fullScreen: FullScreen;
}

/** What the dashboard is called, and what can be done with all of it. */
export function BoardHeader({ dashboard, editing, onEdit, fullScreen }: BoardHeaderProps) {
  const { store, canEdit } = useBoardContext();
  const board = useBoard();
  const [describing, setDescribing] = useState(0);
  const isDescribed = board.description !== '' || describing > 0;
  return (
    <header className={styles.header}>
      <div className={styles.titles}>
        <h1>
          <InlineText
            label={messages.name}
            value={board.name}
            placeholder={messages.untitled}
            maxLength={400}
            canEdit={canEdit && !fullScreen.active}
            onChange={(name) => store.update((now) => ({ ...now, name }))}
          />
        </h1>
        {isDescribed && (
          <p className={styles.description}>
            <InlineText
              label={messages.description}
              value={board.description}
              placeholder={messages.addDescription}
              maxLength={2_000}
              open={describing}
              canEdit={canEdit && !fullScreen.active}
              onChange={(description) => store.update((now) => ({ ...now, description }))}
            />
          </p>
        )}
        {board.tags.length > 0 && (
          <div className={styles.tags}>
            {board.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </div>
        )}
      </div>
      <div className={styles.actions}>
        <SaveStatus />
        {!fullScreen.active && <UndoButtons shown={editing} />}
        <RefreshAll />
        {canEdit && !fullScreen.active && (
          <>
            <Button
              variant={editing ? 'primary' : 'secondary'}
              className={styles.edit}
              aria-pressed={editing}
              aria-keyshortcuts="e"
              onClick={() => onEdit(!editing)}
            >
              {editing ? messages.doneEditing : messages.editLayout}
            </Button>
            <AddMenu />
          </>
        )}
        <BoardMenu
          dashboard={dashboard}
          fullScreen={fullScreen}
          onDescribe={() => setDescribing((times) => times + 1)}
        />
      </div>
    </header>
  );
}

/** Says when something is not saved yet, and that it is when that was the case. */
function SaveStatus() {
  const { sync } = useBoardContext();
  const status = useSyncExternalStore(sync.subscribe, sync.status);
  const [hasSaved, setHasSaved] = useState(false);
  if (status === 'saving' && !hasSaved) {
    setHasSaved(true);
  }
  return (
    <span
      role="status"
      className={cx(styles.status, (status === 'failing' || status === 'signedOut') && styles.failing)}
    >
      {status === 'signedOut' ? <SignedOut /> : (status !== 'saved' || hasSaved) && messages.status[status]}
    </span>
  );
}

function UndoButtons({ shown }: { shown: boolean }) {
  const { store } = useBoardContext();
  const canUndo = useSyncExternalStore(store.subscribe, () => store.canUndo());
  const canRedo = useSyncExternalStore(store.subscribe, () => store.canRedo());
  if (!shown && !canUndo && !canRedo) {
    return null;
  }
  return (
    <span className={styles.undo}>
      <IconButton
        label={messages.undo}
        icon={<UndoIcon size={16} />}
        disabled={!canUndo}
        aria-keyshortcuts="Control+Z Meta+Z"
        onClick={() => store.undo()}
      />
      <IconButton
        label={messages.redo}
        icon={<RedoIcon size={16} />}
        disabled={!canRedo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        onClick={() => store.redo()}
      />
    </span>
  );
}

function RefreshAll() {
  const board = useBoard();
  const insights = [...board.tiles.values()].flatMap(({ content }) =>
    content.kind === 'insight' ? [content.insightId] : [],
  );
  const { progress, refresh } = useRefreshAll(insights);
  return (
    <Button
      icon={<RefreshIcon size={15} aria-hidden />}
      busy={progress !== null}
      disabled={insights.length === 0}
      onClick={refresh}
      className={styles.refresh}
    >
      {progress ? (
        messages.refreshing(progress.done, progress.all)
      ) : (
        <span className={styles.refreshLabel}>{messages.refreshAll}</span>
      )}
    </Button>
  );
}
