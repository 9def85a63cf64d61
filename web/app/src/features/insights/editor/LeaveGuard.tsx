import { useBlocker } from '@tanstack/react-router';
import { Button, Dialog } from '@tessera/ui';
import { editorMessages } from './messages.ts';

const messages = editorMessages.leave;

/** Asks before what is not saved is left behind. */
export function LeaveGuard({ isChanged, onSave }: { isChanged: boolean; onSave: () => Promise<boolean> }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });
  if (status !== 'blocked') {
    return null;
  }
  return (
    <Dialog
      title={messages.title}
      closeLabel={messages.stay}
      onClose={reset}
      footer={
        <>
          <Button onClick={reset}>{messages.stay}</Button>
          <Button onClick={proceed}>{messages.leave}</Button>
          <Button
            variant="primary"
            onClick={() => void onSave().then((saved) => (saved ? proceed() : reset()))}
          >
            {messages.save}
          </Button>
        </>
      }
    >
      <p>{messages.text}</p>
    </Dialog>
  );
}
