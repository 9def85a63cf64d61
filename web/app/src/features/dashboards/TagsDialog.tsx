import { useQuery } from '@tanstack/react-query';
import { Button, FormDialog, PlusIcon, TextField } from '@tessera/ui';
import { useState } from 'react';
import { useProjectId } from '../shell/useProjectId.ts';
import { dashboardMessages as messages } from './messages.ts';
import { dashboardsQuery } from './queries.ts';
import styles from './TagsDialog.module.css';

/** More are not looked through. */
const AT_MOST = 16;

interface TagsDialogProps {
  tags: readonly string[];
  onSave: (tags: string[]) => void;
  onClose: () => void;
}

export default function TagsDialog({ tags, onSave, onClose }: TagsDialogProps) {
  const [typed, setTyped] = useState(tags.join(', '));
  return (
    <FormDialog
      title={messages.editTags}
      closeLabel={messages.close}
      cancelLabel={messages.cancel}
      submitLabel={messages.save}
      onSubmit={() => {
        onSave(tagsIn(typed));
        onClose();
      }}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <TextField
          label={messages.tags}
          hint={messages.tagsHint}
          value={typed}
          data-autofocus
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Suggestions known={tagsIn(typed)} onAdd={(tag) => setTyped([...tagsIn(typed), tag].join(', '))} />
      </div>
    </FormDialog>
  );
}

/** Tags that other dashboards have. */
function Suggestions({ known, onAdd }: { known: readonly string[]; onAdd: (tag: string) => void }) {
  const projectId = useProjectId() ?? 0;
  const { data = [] } = useQuery(dashboardsQuery(projectId));
  const others = [...new Set(data.flatMap(({ tags }) => tags))].filter((tag) => !known.includes(tag)).sort();
  return (
    others.length > 0 && (
      <fieldset className={styles.suggestions} aria-label={messages.usedTags}>
        {others.slice(0, AT_MOST).map((tag) => (
          <Button key={tag} size="sm" icon={<PlusIcon size={12} aria-hidden />} onClick={() => onAdd(tag)}>
            {tag}
          </Button>
        ))}
      </fieldset>
    )
  );
}

/** As the server keeps them: in lower case, each once. */
export function tagsIn(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim().toLowerCase()))].filter((tag) => tag !== '');
}
