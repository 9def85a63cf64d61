import { Link } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, Mark } from '@tessera/ui';
import { useState } from 'react';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages as messages } from './messages.ts';
import { NewTextDialog } from './NewTextDialog.tsx';

/** A dashboard before its first tile. */
export function EmptyBoard() {
  const { projectId, boardId, canEdit } = useBoardContext();
  const [isWriting, setWriting] = useState(false);
  if (!canEdit) {
    return <EmptyState icon={<Mark size={40} />} title={messages.empty} />;
  }
  return (
    <>
      <EmptyState
        icon={<Mark size={40} />}
        title={messages.empty}
        actions={
          <>
            <Button onClick={() => setWriting(true)}>{messages.writeText}</Button>
            <Link
              to="/project/$projectId/insights/new"
              params={{ projectId }}
              search={{ dashboard: boardId }}
              className={buttonClass({ variant: 'primary' })}
            >
              {messages.addInsight}
            </Link>
          </>
        }
      >
        {messages.emptyText}
      </EmptyState>
      {isWriting && <NewTextDialog onClose={() => setWriting(false)} />}
    </>
  );
}
