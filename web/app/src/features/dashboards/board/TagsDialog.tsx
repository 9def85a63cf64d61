import { Button, Dialog, TextField } from '@tessera/ui';
import { useId, useState } from 'react';
import { boardMessages as messages } from './messages.ts';

interface TagsDialogProps {
  tags: readonly string[];
  onSave: (tags: string[]) => void;
  onClose: () => void;
}

export function TagsDialog({ tags, onSave, onClose }: TagsDialogProps) {
  const form = useId();
  const [typed, setTyped] = useState(tags.join(', '));
  return (
    <Dialog
      title={messages.editTags}
      closeLabel={messages.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.cancel}</Button>
          <Button type="submit" form={form} variant="primary">
            {messages.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(tagsIn(typed));
          onClose();
        }}
      >
        <TextField
          label={messages.tags}
          hint={messages.tagsHint}
          value={typed}
          data-autofocus
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

/** As the server keeps them: in lower case, each once. */
export function tagsIn(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim().toLowerCase()))].filter((tag) => tag !== '');
}
