import { useBlocker } from '@tanstack/react-router';
import { LeaveDialog } from '../../leaving/LeaveDialog.tsx';
import { editorMessages as messages } from './messages.ts';

/** Asks before what is not saved is left behind. */
export function LeaveGuard({ isChanged, onSave }: { isChanged: boolean; onSave: () => Promise<boolean> }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });
  return (
    status === 'blocked' && (
      <LeaveDialog
        onStay={reset}
        onLeave={proceed}
        onSave={() => void onSave().then((saved) => (saved ? proceed() : reset()))}
      >
        {messages.unsaved}
      </LeaveDialog>
    )
  );
}
