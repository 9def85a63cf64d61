import type { ComponentProps, ReactNode } from 'react';
import { LoaderIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import styles from './Button.module.css';

export interface ButtonLook {
  /** One primary button a view; secondary beside it; quiet where many stand together. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'sm' | 'md' | 'lg';
  /** As wide as what it is in. */
  wide?: boolean;
}

export interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  icon?: ReactNode;
  /** Something is under way: the button says so, and does nothing. */
  busy?: boolean;
}

export function Button({
  variant,
  size,
  wide,
  icon,
  busy,
  className,
  children,
  disabled,
  ...props
}: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={cx(buttonClass({ variant, size, wide }), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <LoaderIcon className={styles.spin} size={14} aria-hidden /> : icon}
      {children}
    </button>
  );
}

/** The look of a button for something that is a link. */
export function buttonClass({ variant = 'secondary', size = 'md', wide }: ButtonLook = {}): string {
  return cx(styles.button, styles[variant], size !== 'md' && styles[size], wide && styles.wide);
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'>, ButtonLook {
  /** What it does; read aloud, and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  /** Something is under way: the icon turns, and the button does nothing. It keeps the focus. */
  busy?: boolean;
}

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size,
  busy,
  className,
  onClick,
  ...props
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...props}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={cx(buttonClass({ variant, size }), styles.icon, busy && styles.busy, className)}
      onClick={busy ? undefined : onClick}
    >
      {icon}
    </button>
  );
}
