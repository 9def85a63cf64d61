import { Button, PlusIcon } from '@tessera/ui';
import styles from './Controls.module.css';

interface AddButtonProps {
  label: string;
  disabled?: boolean;
  onAdd: () => void;
}

export function AddButton({ label, disabled, onAdd }: AddButtonProps) {
  return (
    <Button
      data-add
      size="sm"
      variant="quiet"
      className={styles.add}
      icon={<PlusIcon size={14} aria-hidden />}
      disabled={disabled}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}
