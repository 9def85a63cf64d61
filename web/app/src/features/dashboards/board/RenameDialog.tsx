import type { Tile } from '@tessera/board-model';
import { FormDialog, TextArea, TextField } from '@tessera/ui';
import { boardMessages } from './messages.ts';

const messages = boardMessages.renameDialog;

interface RenameDialogProps {
  tile: Tile;
  onSave: (fields: Pick<Tile, 'name' | 'description'>) => void;
  onClose: () => void;
}

/** The name and the description of an insight. */
export default function RenameDialog({ tile, onSave, onClose }: RenameDialogProps) {
  return (
    <FormDialog
      title={messages.title}
      closeLabel={boardMessages.close}
      cancelLabel={boardMessages.cancel}
      submitLabel={boardMessages.save}
      onSubmit={(data) => {
        onSave({
          name: String(data.get('name')).trim(),
          description: String(data.get('description')).trim(),
        });
        onClose();
      }}
      onClose={onClose}
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
    </FormDialog>
  );
}
