import {
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { CloseIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';

interface ModalProps extends Omit<ComponentProps<'dialog'>, 'onClose' | 'ref'> {
  onClose: () => void;
  /** Whether a press beside it does nothing, for what has been written in it. */
  keepOpen?: boolean;
}

/**
 * A native modal dialog: the browser keeps the focus inside, and gives it back. It is there as long as it is rendered.
 * The focus begins at what has `data-autofocus`, else at the first that can have it.
 */
export function Modal({ onClose, keepOpen = false, ...props }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const pressedBeside = useRef(false);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  // While it is still in the document: once it has left that, the browser gives the focus back to nobody.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={ref}
      {...props}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // Browsers close it without asking when Escape is pressed again and again; only the owner takes it away.
        if (ref.current && !ref.current.open) {
          ref.current.showModal();
          onClose();
        }
      }}
      onPointerDown={(event) => {
        pressedBeside.current = isBeside(event, ref.current);
      }}
      // Not when pressed: the click that a finger makes afterwards would go to what the dialog had covered.
      onClick={(event) => {
        if (!keepOpen && pressedBeside.current && isBeside(event, ref.current)) {
          onClose();
        }
      }}
    />
  );
}

/** Whether a press or a click was on what surrounds the dialog, which the browser tells of the dialog itself. */
function isBeside({ target, clientX, clientY }: MouseEvent, dialog: HTMLDialogElement | null): boolean {
  if (dialog === null || target !== dialog) {
    return false;
  }
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Its buttons, the primary one last. */
  footer?: ReactNode;
  wide?: boolean;
  keepOpen?: boolean;
}

export function Dialog({ title, closeLabel, onClose, children, footer, wide, keepOpen }: DialogProps) {
  const id = useId();
  return (
    <Modal
      onClose={onClose}
      keepOpen={keepOpen}
      aria-labelledby={id}
      className={cx(styles.dialog, wide && styles.wide)}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton
          className={styles.close}
          label={closeLabel}
          icon={<CloseIcon size={16} />}
          onClick={onClose}
        />
      </header>
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </Modal>
  );
}

/** A panel from the left edge, for navigation on narrow screens. */
export function Drawer({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Modal onClose={onClose} aria-label={label} className={styles.drawer}>
      {children}
    </Modal>
  );
}
