import { useBlocker } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { LeaveDialog } from '../../leaving/LeaveDialog.tsx';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages as messages } from './messages.ts';
import { SignedOut } from './SignedOut.tsx';

/** Saves what is left before the dashboard is left, and asks when that cannot be done. */
export function LeavingGuard() {
  const { sync } = useBoardContext();
  const sending = useSyncExternalStore(sync.subscribe, sync.status);
  const saved = async () => {
    await sync.flush();
    return sync.status() === 'saved';
  };
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await saved()),
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    status === 'blocked' && (
      <LeaveDialog
        isSaving={sending === 'saving'}
        onStay={reset}
        onLeave={proceed}
        onSave={() => void saved().then((all) => all && proceed())}
      >
        {sending === 'signedOut' ? <SignedOut /> : messages.unsaved}
      </LeaveDialog>
    )
  );
}
