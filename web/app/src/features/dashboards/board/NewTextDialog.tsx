import { Dialog } from '@tessera/ui';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages as messages } from './messages.ts';
import { newTextTile } from './newTextTile.ts';
import { TextEditor } from './TextEditor.tsx';
import { placed } from './useAdoptTile.ts';
import { useDiscarding } from './useDiscarding.tsx';

/** Writes a text for a new tile. */
export function NewTextDialog({ onClose }: { onClose: () => void }) {
  const { store } = useBoardContext();
  const { isChanged, setChanged, leave, question } = useDiscarding(onClose);
  const save = (body: string) => {
    if (body !== '') {
      store.update((board) => {
        const tile = placed(board.tiles, newTextTile(board.tiles, body));
        return { ...board, tiles: new Map(board.tiles).set(tile.id, tile) };
      });
    }
    onClose();
  };
  return (
    <>
      <Dialog
        wide
        title={messages.tile.text}
        closeLabel={messages.close}
        keepOpen={isChanged}
        onClose={leave}
      >
        <TextEditor body="" onChanged={setChanged} onSave={save} onCancel={onClose} onEscape={leave} />
      </Dialog>
      {question}
    </>
  );
}
