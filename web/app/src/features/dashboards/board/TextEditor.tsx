import { Button, Segments, Skeleton } from '@tessera/ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { boardMessages } from './messages.ts';
import styles from './Text.module.css';

const Markdown = lazy(() => import('./Markdown.tsx'));
const messages = boardMessages.textEditor;
const LONGEST = 4_000;

interface TextEditorProps {
  body: string;
  onSave: (body: string) => void;
  onCancel: () => void;
  onEscape: () => void;
  /** Says whether there is something to be saved. */
  onChanged: (isChanged: boolean) => void;
}

/**
 * Markdown as it is written, and as it will look. Ctrl+Enter keeps it. What is kept has no blanks around
 * it, as on the server.
 */
export function TextEditor({ body, onSave, onCancel, onEscape, onChanged }: TextEditorProps) {
  const [draft, setDraft] = useState(body);
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => onSave(draft.trim());
  const write = (text: string) => {
    setDraft(text);
    onChanged(text.trim() !== body.trim());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the buttons in it
    <div
      className={styles.editor}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onEscape();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <Segments
        label={messages.mode}
        value={mode}
        options={[
          { value: 'write', label: messages.write },
          { value: 'preview', label: messages.preview },
        ]}
        onChange={setMode}
      />
      {mode === 'write' ? (
        <textarea
          ref={field}
          data-autofocus
          className={styles.field}
          aria-label={messages.label}
          placeholder={messages.placeholder}
          maxLength={LONGEST}
          value={draft}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <div className={styles.preview}>
          <Suspense fallback={<Skeleton width="60%" />}>
            <Markdown text={draft} />
          </Suspense>
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.help}>{messages.help}</span>
        <Button size="sm" onClick={onCancel}>
          {boardMessages.cancel}
        </Button>
        <Button size="sm" variant="primary" onClick={save}>
          {boardMessages.save}
        </Button>
      </div>
    </div>
  );
}
