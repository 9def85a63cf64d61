import { Button, Dialog } from '@tessera/ui';
import { useState } from 'react';
import { boardMessages } from './messages.ts';

const messages = boardMessages.discarding;

/** Asks before a text that has been written is thrown away; `question` is to be rendered beside where it is written. */
export function useDiscarding(onDiscard: () => void) {
  const [isChanged, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  const stay = () => setAsking(false);
  return {
    isChanged,
    setChanged,
    leave: () => (isChanged ? setAsking(true) : onDiscard()),
    question: asking && (
      <Dialog
        title={messages.title}
        closeLabel={messages.stay}
        onClose={stay}
        footer={
          <>
            <Button onClick={onDiscard}>{messages.discard}</Button>
            <Button variant="primary" onClick={stay} data-autofocus>
              {messages.stay}
            </Button>
          </>
        }
      >
        <p>{messages.text}</p>
      </Dialog>
    ),
  };
}
