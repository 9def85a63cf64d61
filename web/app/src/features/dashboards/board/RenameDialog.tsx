import type { Tile } from '@tessera/board-model';
import { Button, Dialog, TextArea, TextField } from '@tessera/ui';
import { useId } from 'react';
import { boardMessages } from './messages.ts';

const messages = boardMessages.renameDialog;

interface RenameDialogProps {
  tile: Tile;
  onSave: (fields: Pick<Tile, 'name' | 'description'>) => void;
  onClose: () => void;
}

/** The name and the description of an insight. */
export function RenameDialog({ tile, onSave, onClose }: RenameDialogProps) {
  const form = useId();
  return (
    <Dialog
      title={messages.title}
      closeLabel={boardMessages.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{boardMessages.cancel}</Button>
          <Button type="submit" form={form} variant="primary">
            {boardMessages.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          onSave({
            name: String(data.get('name')).trim(),
            description: String(data.get('description')).trim(),
          });
          onClose();
        }}
      >
        <TextField
          label={messages.name}
          name="name"
          defaultValue={tile.name}
          maxLength={400}
          data-autofocus
          autoComplete="off"
          hint={messages.everywhere}
        />
        <TextArea
          label={messages.description}
          note={messages.optional}
          name="description"
          rows={2}
          defaultValue={tile.description}
        />
      </form>
    </Dialog>
  );
}
