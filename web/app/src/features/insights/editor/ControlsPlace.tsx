import { Button, ControlsIcon, Modal, Panel, useNarrow } from '@tessera/ui';
import { type ReactNode, useState } from 'react';
import styles from './Editor.module.css';
import { editorMessages as messages } from './messages.ts';

interface ControlsPlaceProps {
  /** Called when the sheet opens: brings into view what it leaves room for. */
  onOpen: () => void;
  children: ReactNode;
}

/** The controls beside the chart; where there is no room, in a sheet that leaves the chart in view. */
export function ControlsPlace({ onOpen, children }: ControlsPlaceProps) {
  const isNarrow = useNarrow(960);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    onOpen();
    setOpen(true);
  };
  if (!isNarrow) {
    return (
      <Panel aria-label={messages.query} className={styles.side}>
        {children}
      </Panel>
    );
  }
  return (
    <>
      <Button wide icon={<ControlsIcon size={15} aria-hidden />} onClick={open}>
        {messages.editQuery}
      </Button>
      {isOpen && (
        <Modal aria-label={messages.query} className={styles.sheet} onClose={() => setOpen(false)}>
          <header className={styles.sheetHead}>
            <h2>{messages.query}</h2>
            <Button variant="primary" size="sm" onClick={() => setOpen(false)}>
              {messages.done}
            </Button>
          </header>
          <div className={styles.sheetBody}>{children}</div>
        </Modal>
      )}
    </>
  );
}
