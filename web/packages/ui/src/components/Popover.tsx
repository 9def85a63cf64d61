import { type ReactNode, useCallback, useId } from 'react';
import styles from './Popover.module.css';
import { type PopoverButton, usePopover } from './usePopover.ts';

/** Where the focus goes when a panel opens: to what is chosen in it, or to the control that says so. */
const FIRST = ['[aria-checked="true"]', '[data-first]', 'button'];

interface PopoverProps {
  label: string;
  trigger: (props: PopoverButton) => ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button with a panel of controls. The focus goes into it, and back to the button when it closes. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const { open, close, button, popoverRef } = usePopover('bottom-start');
  const id = useId();
  const opened = useCallback(
    (element: HTMLElement | null) => {
      popoverRef(element);
      if (element) {
        (FIRST.map((it) => element.querySelector<HTMLElement>(it)).find(Boolean) ?? element).focus();
      }
    },
    [popoverRef],
  );
  return (
    <>
      {trigger({
        ...button,
        'aria-haspopup': 'dialog',
        'aria-controls': open ? id : undefined,
      })}
      {open && (
        <div
          id={id}
          ref={opened}
          popover="manual"
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          className={styles.panel}
        >
          {children(close)}
        </div>
      )}
    </>
  );
}
