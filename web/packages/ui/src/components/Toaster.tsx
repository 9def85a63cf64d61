import { useEffect, useRef, useSyncExternalStore } from 'react';
import { CloseIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import styles from './Toaster.module.css';
import {
  currentToasts,
  dismissToast,
  holdToast,
  resumeToast,
  subscribeToToasts,
  type Toast,
} from './toasts.ts';

/** Where toasts appear; once in the application. It shows above dialogs. */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (toasts.length > 0) {
      region.current?.hidePopover?.();
      region.current?.showPopover?.();
    }
  }, [toasts]);
  return (
    <section ref={region} popover="manual" aria-label={label} aria-live="polite" className={styles.region}>
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function ToastItem({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const { id, message, tone, action } = toast;
  return (
    <output
      role={tone === 'danger' ? 'alert' : undefined}
      className={cx(styles.toast, tone === 'danger' && styles.danger)}
      onPointerEnter={() => holdToast(id)}
      onPointerLeave={() => resumeToast(id)}
      onFocus={() => holdToast(id)}
      onBlur={() => resumeToast(id)}
    >
      <span className={styles.message}>{message}</span>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => dismissToast(id)}>
        <CloseIcon size={14} aria-hidden />
      </button>
    </output>
  );
}
