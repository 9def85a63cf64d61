import { Button, Dialog } from '@tessera/ui';
import type { ReactNode } from 'react';
import { leavingMessages as messages } from './messages.ts';

interface LeaveDialogProps {
  /** What would be lost. */
  children: ReactNode;
  isSaving?: boolean;
  onStay: () => void;
  onLeave: () => void;
  onSave: () => void;
}

/** Asks before a page is left with something unsaved. */
export function LeaveDialog({ children, isSaving, onStay, onLeave, onSave }: LeaveDialogProps) {
  return (
    <Dialog
      title={messages.title}
      closeLabel={messages.stay}
      onClose={onStay}
      footer={
        <>
          <Button data-autofocus onClick={onStay}>
            {messages.stay}
          </Button>
          <Button onClick={onLeave}>{messages.leave}</Button>
          <Button variant="primary" busy={isSaving} onClick={onSave}>
            {messages.save}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  );
}
