import { type ComponentProps, type ReactNode, type Ref, useCallback, useId, useRef } from 'react';
import styles from './Popover.module.css';
import { usePopover } from './usePopover.ts';

/** What a popover's button needs to have. */
export type PopoverTrigger = Pick<
  ComponentProps<'button'>,
  'onClick' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls'
> & { ref: Ref<HTMLButtonElement> };

/** Where the focus goes when a panel opens: to what is chosen in it, or to the control that says so. */
const FIRST = ['[aria-checked="true"]', '[data-first]', 'button'];

interface PopoverProps {
  label: string;
  trigger: (props: PopoverTrigger) => ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button with a panel of controls. The focus goes into it, and back to the button when it closes. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const { open, setOpen, anchorRef, popoverRef } = usePopover('bottom-start');
  const id = useId();
  const button = useRef<HTMLElement | null>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, [setOpen]);
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
        ref: (element) => {
          button.current = element;
          anchorRef(element);
        },
        onClick: () => setOpen(!open),
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
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
