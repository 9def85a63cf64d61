import { Button, ControlsIcon, Modal, Panel } from '@tessera/ui';
import { type ReactNode, useState } from 'react';
import styles from './Editor.module.css';
import { editorMessages as messages } from './messages.ts';
import { useNarrow } from './useNarrow.ts';

/** The controls beside the chart; where there is no room, in a sheet that leaves the chart in view. */
export function ControlsPlace({ children }: { children: ReactNode }) {
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  if (!isNarrow) {
    return (
      <Panel aria-label={messages.query} className={styles.side}>
        {children}
      </Panel>
    );
  }
  return (
    <>
      <Button wide icon={<ControlsIcon size={15} aria-hidden />} onClick={() => setOpen(true)}>
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
