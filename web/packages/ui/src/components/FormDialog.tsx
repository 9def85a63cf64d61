import { type ReactNode, useId } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { Dialog } from './Dialog.tsx';

interface FormDialogProps {
  title: string;
  closeLabel: string;
  cancelLabel: string;
  submitLabel: string;
  /** Whether what was submitted is under way. */
  busy?: boolean;
  onSubmit: (data: FormData) => void;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A dialog that asks for something; Enter in a field submits it. It is for who uses it to close. */
export function FormDialog({
  title,
  closeLabel,
  cancelLabel,
  submitLabel,
  busy,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const form = useId();
  return (
    <Dialog
      title={title}
      closeLabel={closeLabel}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancelLabel}</Button>
          <Button type="submit" form={form} variant="primary" busy={busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
