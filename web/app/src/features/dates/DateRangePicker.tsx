import { Button, CalendarIcon, ChevronDownIcon, cx, usePopover } from '@tessera/ui';
import { useCallback, useId, useState } from 'react';
import styles from './DateRangePicker.module.css';
import { dateMessages as messages } from './messages.ts';
import { type DateRange, dayOf, isSameRange, PRESETS, rangeLabel } from './ranges.ts';

interface DateRangePickerProps {
  range: DateRange;
  onChange: (range: DateRange) => void;
}

/** A button that says which range is shown, with usual ranges and two days to choose. */
export function DateRangePicker({ range, onChange }: DateRangePickerProps) {
  const { open, setOpen, anchorRef, popoverRef } = usePopover('bottom-start');
  const show = useCallback(
    (element: HTMLElement | null) => {
      popoverRef(element);
      element?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    },
    [popoverRef],
  );
  const label = rangeLabel(range);
  const choose = (chosen: DateRange) => {
    setOpen(false);
    onChange({ from: chosen.from, to: chosen.to });
  };
  return (
    <>
      <Button
        ref={anchorRef}
        icon={<CalendarIcon size={15} aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={messages.range(label)}
        onClick={() => setOpen(!open)}
      >
        {label}
        <ChevronDownIcon size={14} aria-hidden />
      </Button>
      {open && (
        <div
          ref={show}
          popover="manual"
          role="dialog"
          aria-label={messages.presets}
          className={styles.popover}
        >
          <ul className={styles.presets}>
            {PRESETS.map((preset) => (
              <li key={preset.label}>
                <button
                  type="button"
                  aria-pressed={isSameRange(preset, range)}
                  className={cx(styles.preset, isSameRange(preset, range) && styles.chosen)}
                  onClick={() => choose(preset)}
                >
                  {preset.label}
                </button>
              </li>
            ))}
          </ul>
          <CustomRange range={range} onChange={choose} />
        </div>
      )}
    </>
  );
}

/** Two days, both of which are in the range. */
function CustomRange({ range, onChange }: DateRangePickerProps) {
  const id = useId();
  const [from, setFrom] = useState(dayOf(range.from));
  const [to, setTo] = useState(dayOf(range.to));
  return (
    <form
      className={styles.custom}
      aria-label={messages.custom}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onChange({ from, to: to || null });
      }}
    >
      <label htmlFor={`${id}-from`}>{messages.from}</label>
      <input
        id={`${id}-from`}
        type="date"
        required
        max={to || undefined}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <label htmlFor={`${id}-to`}>{messages.to}</label>
      <input
        id={`${id}-to`}
        type="date"
        min={from || undefined}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" size="sm" className={styles.apply}>
        {messages.apply}
      </Button>
    </form>
  );
}
