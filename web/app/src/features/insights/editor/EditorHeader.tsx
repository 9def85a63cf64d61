import { Button, DashboardIcon, IconButton, RedoIcon, UndoIcon } from '@tessera/ui';
import { derivedName } from './derivedName.ts';
import styles from './Editor.module.css';
import { InsightMenu } from './InsightMenu.tsx';
import { editorMessages as messages } from './messages.ts';
import type { Editing } from './useDraft.ts';
import type { Board, Saving } from './useSaving.ts';

interface EditorHeaderProps {
  editing: Editing;
  saving: Saving;
  isNew: boolean;
  isValid: boolean;
  /** The dashboard that the insight is made for. */
  board: Board | null;
  onAddToDashboard: () => void;
  onDiscard: () => void;
}

/** What the insight is called, and what can be done with it as a whole. */
export function EditorHeader({ editing, saving, isNew, isValid, board, ...actions }: EditorHeaderProps) {
  const { draft, edit, isChanged, canUndo, canRedo, undo, redo } = editing;
  const canSave = isValid && !saving.isSaving;
  return (
    <header className={styles.header}>
      <div className={styles.titles}>
        <h1 className="visually-hidden">{draft.name || derivedName(draft.trend)}</h1>
        <input
          className={styles.name}
          aria-label={messages.name}
          placeholder={derivedName(draft.trend)}
          maxLength={400}
          value={draft.name}
          onChange={({ target }) => edit({ name: target.value }, 'name')}
        />
        <textarea
          className={styles.description}
          aria-label={messages.description}
          placeholder={messages.addDescription}
          rows={1}
          value={draft.description}
          onChange={({ target }) => edit({ description: target.value }, 'description')}
        />
      </div>
      <div className={styles.actions}>
        {isChanged && !isNew && <span className={styles.changed}>{messages.changed}</span>}
        <IconButton
          label={messages.undo}
          icon={<UndoIcon size={16} />}
          aria-keyshortcuts="Control+Z"
          disabled={!canUndo}
          onClick={undo}
        />
        <IconButton
          label={messages.redo}
          icon={<RedoIcon size={16} />}
          aria-keyshortcuts="Control+Shift+Z"
          disabled={!canRedo}
          onClick={redo}
        />
        <InsightMenu
          isNew={isNew}
          canSave={canSave}
          isChanged={isChanged}
          onSaveAs={saving.saveAs}
          onDiscard={actions.onDiscard}
        />
        {board ? (
          <Button onClick={() => void saving.save()} disabled={!canSave}>
            {messages.save}
          </Button>
        ) : (
          <Button
            icon={<DashboardIcon size={15} aria-hidden />}
            disabled={!canSave}
            onClick={actions.onAddToDashboard}
          >
            {messages.addToDashboard}
          </Button>
        )}
        <Button
          variant="primary"
          busy={saving.isSaving}
          disabled={!canSave || (!isNew && !isChanged)}
          onClick={() => (board ? saving.saveTo(board) : void saving.save())}
        >
          {board ? messages.saveTo(board.name) : messages.save}
        </Button>
      </div>
    </header>
  );
}
