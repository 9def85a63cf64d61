import { useBlocker } from '@tanstack/react-router';
import { Button, Dialog } from '@tessera/ui';
import { useSyncExternalStore } from 'react';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages } from './messages.ts';
import { SignedOut } from './SignedOut.tsx';

const messages = boardMessages.leaving;

/** Saves what is left before the dashboard is left, and asks when that cannot be done. */
export function LeavingGuard() {
  const { sync } = useBoardContext();
  const status = useSyncExternalStore(sync.subscribe, sync.status);
  const saved = async () => {
    await sync.flush();
    return sync.status() === 'saved';
  };
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await saved()),
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') {
    return null;
  }
  const { proceed, reset } = blocker;
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
            busy={status === 'saving'}
            onClick={() => void saved().then((all) => all && proceed())}
          >
            {messages.save}
          </Button>
        </>
      }
    >
      <p>{status === 'signedOut' ? <SignedOut /> : messages.text}</p>
    </Dialog>
  );
}
