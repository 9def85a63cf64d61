import type { Placement } from '@floating-ui/react-dom';
import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { CheckIcon, SearchIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import styles from './Picker.module.css';
import { Skeleton } from './States.tsx';
import { usePopover } from './usePopover.ts';

export interface PickerOption {
  value: string;
  label: string;
  hint?: ReactNode;
}

/** What a picker's button needs to have. */
export type PickerTrigger = Pick<
  ComponentProps<'button'>,
  'onClick' | 'onKeyDown' | 'aria-haspopup' | 'aria-expanded'
> & { ref: Ref<HTMLButtonElement> };

interface PickerProps {
  label: string;
  trigger: (props: PickerTrigger) => ReactNode;
  options: readonly PickerOption[];
  isLoading?: boolean;
  /** Said when there is nothing to pick from. */
  nothing: string;
  /** What was typed to search; null while the picker is closed. */
  typed: string | null;
  onType: (typed: string | null) => void;
  selected: readonly string[];
  /** Several may be picked, so picking does not close. */
  multiple?: boolean;
  placement?: Placement;
  /** Whether it is open from the start. */
  startOpen?: boolean;
  onPick: (value: string) => void;
}

/** A button that opens a search with a list of what fits. */
export function Picker({
  trigger,
  onPick,
  onType,
  multiple,
  placement = 'bottom-start',
  startOpen,
  ...body
}: PickerProps) {
  const { open, setOpen, anchorRef, popoverRef } = usePopover(placement, { matchWidth: true, startOpen });
  const button = useRef<HTMLElement | null>(null);
  const typing = useRef(onType);
  useEffect(() => {
    typing.current = onType;
  });
  useEffect(() => typing.current(open ? '' : null), [open]);
  const buttonRef = useCallback(
    (element: HTMLElement | null) => {
      button.current = element;
      anchorRef(element);
    },
    [anchorRef],
  );
  const show = useCallback(
    (element: HTMLDivElement | null) => {
      popoverRef(element);
      element?.querySelector('input')?.focus();
    },
    [popoverRef],
  );
  const pick = (value: string) => {
    onPick(value);
    if (!multiple) {
      setOpen(false);
      button.current?.focus();
    }
  };
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
        'aria-haspopup': 'listbox',
        'aria-expanded': open,
      })}
      {open && (
        <div ref={show} popover="manual" className={styles.picker}>
          <Search {...body} multiple={multiple} onType={onType} onPick={pick} />
        </div>
      )}
    </>
  );
}

type SearchProps = Omit<PickerProps, 'trigger' | 'placement' | 'startOpen'>;

function Search({
  label,
  options,
  isLoading,
  nothing,
  typed,
  onType,
  multiple,
  onPick,
  selected,
}: SearchProps) {
  const [wanted, setWanted] = useState(0);
  const id = useId();
  const at = Math.min(wanted, options.length - 1);
  const active = options[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      const next = (at + step + options.length) % options.length;
      setWanted(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onPick(active.value);
    }
  };
  return (
    <>
      <div className={styles.search}>
        <SearchIcon size={15} aria-hidden />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={active ? `${id}-${at}` : undefined}
          placeholder={label}
          value={typed ?? ''}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            onType(event.target.value);
            setWanted(0);
          }}
        />
      </div>
      <div
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-multiselectable={multiple || undefined}
        aria-busy={isLoading}
        className={styles.list}
      >
        {options.map((option, index) => (
          <Option
            key={option.value}
            id={`${id}-${index}`}
            option={option}
            isActive={option === active}
            isSelected={selected.includes(option.value)}
            onPoint={() => setWanted(index)}
            onPick={() => onPick(option.value)}
          />
        ))}
      </div>
      {options.length === 0 &&
        (isLoading ? (
          <Waiting />
        ) : (
          <p role="status" className={styles.nothing}>
            {nothing}
          </p>
        ))}
    </>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      {[60, 40, 52].map((width) => (
        <Skeleton key={width} width={`${width}%`} height={12} />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  option: PickerOption;
  isActive: boolean;
  isSelected: boolean;
  onPoint: () => void;
  onPick: () => void;
}

/** Operated through the search, which keeps the focus. */
function Option({ id, option, isActive, isSelected, onPoint, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      className={cx(styles.option, isActive && styles.active)}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={styles.label} title={option.label}>
        {option.label}
      </span>
      {option.hint && <span className={styles.hint}>{option.hint}</span>}
      {isSelected && <CheckIcon size={14} aria-hidden />}
    </div>
  );
}
