import type { Placement } from '@floating-ui/react-dom';
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  use,
  useCallback,
  useId,
  useRef,
} from 'react';
import { CheckIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import styles from './Menu.module.css';
import { usePopover } from './usePopover.ts';

/** What a menu's button needs to have. */
export type MenuTrigger = Pick<
  ComponentProps<'button'>,
  'onClick' | 'onKeyDown' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls'
> & { ref: Ref<HTMLButtonElement> };

interface MenuProps {
  label: string;
  trigger: (props: MenuTrigger) => ReactNode;
  placement?: Placement;
  matchWidth?: boolean;
  children: ReactNode;
}

const Close = createContext<() => void>(() => {});

/** A button with a menu. Arrows, Home, End and letters move in it; Escape closes it. */
export function Menu({ label, trigger, placement = 'bottom-end', matchWidth, children }: MenuProps) {
  const { open, setOpen, anchorRef, popoverRef } = usePopover(placement, { matchWidth });
  const id = useId();
  const button = useRef<HTMLElement | null>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, [setOpen]);
  const buttonRef = useCallback(
    (element: HTMLElement | null) => {
      button.current = element;
      anchorRef(element);
    },
    [anchorRef],
  );
  const menuRef = useCallback(
    (element: HTMLElement | null) => {
      popoverRef(element);
      items(element)[0]?.focus();
    },
    [popoverRef],
  );
  return (
    <>
      {trigger({
        ref: buttonRef,
        onClick: () => setOpen(!open),
        onKeyDown: (event) => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault();
            setOpen(true);
          }
        },
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
      })}
      {open && (
        <div
          id={id}
          ref={menuRef}
          popover="manual"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={styles.menu}
          onKeyDown={moveFocus}
        >
          <Close value={close}>{children}</Close>
        </div>
      )}
    </>
  );
}

interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  danger?: boolean;
  /** Of several, the one in force; leave it out where nothing is chosen. */
  checked?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

export function MenuItem({ children, icon, hint, danger, checked, disabled, onSelect }: MenuItemProps) {
  const close = use(Close);
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked })}
      tabIndex={-1}
      disabled={disabled}
      className={cx(styles.item, danger && styles.danger)}
      onClick={() => {
        close();
        onSelect();
      }}
    >
      {icon}
      <span className={styles.label}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
      {checked && <CheckIcon className={styles.check} size={14} aria-hidden />}
    </button>
  );
}

export function MenuSeparator() {
  return <hr className={styles.separator} />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return (
    <div role="presentation" className={styles.heading}>
      {children}
    </div>
  );
}

function items(menu: Element | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = target(event.key, at, all);
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function target(key: string, at: number, all: HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(at + 1) % all.length];
    case 'ArrowUp':
      return all.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return key.length === 1 && key !== ' '
        ? [...all.slice(at + 1), ...all.slice(0, at + 1)].find((it) =>
            it.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()),
          )
        : undefined;
  }
}
