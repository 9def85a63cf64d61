import { Button, CalendarIcon, CheckIcon, ChevronDownIcon, cx, Popover, TextField } from '@tessera/ui';
import { type KeyboardEvent, useState } from 'react';
import styles from './DateRangePicker.module.css';
import { dateMessages as messages } from './messages.ts';
import { type DateRange, dayOf, isPreset, isSameRange, NO_RANGE, PRESETS, rangeLabel } from './ranges.ts';

interface DateRangePickerProps {
  range: DateRange;
  /** What it is called, and may be chosen, to have no range at all. */
  unset?: string;
  onChange: (range: DateRange) => void;
}

/** A button that says which range is looked at, with usual ranges and two days to choose. */
export function DateRangePicker({ range, unset, onChange }: DateRangePickerProps) {
  return (
    <Popover
      label={messages.range}
      trigger={(trigger) => (
        <Button {...trigger} icon={<CalendarIcon size={15} aria-hidden />} className={styles.trigger}>
          <span className="visually-hidden">{messages.range}: </span>
          {rangeLabel(range, unset)}
          <ChevronDownIcon size={14} aria-hidden />
        </Button>
      )}
    >
      {(close) => {
        const choose = (chosen: DateRange) => {
          close();
          onChange({ from: chosen.from, to: chosen.to });
        };
        return (
          <div className={styles.range}>
            <Presets range={range} unset={unset} onChange={choose} />
            <CustomRange range={range} onChange={choose} />
          </div>
        );
      }}
    </Popover>
  );
}

function Presets({ range, unset, onChange }: DateRangePickerProps) {
  const all = unset === undefined ? PRESETS : [{ label: unset, ...NO_RANGE }, ...PRESETS];
  const chosen = all.findIndex((preset) => isSameRange(preset, range));
  return (
    <div role="radiogroup" aria-label={messages.range} className={styles.presets} onKeyDown={moveFocus}>
      {all.map((preset, at) => (
        // biome-ignore lint/a11y/useSemanticElements: choosing closes the panel, which a radio must not do when arrows reach it
        <button
          key={preset.label}
          type="button"
          role="radio"
          aria-checked={at === chosen}
          tabIndex={at === Math.max(chosen, 0) ? 0 : -1}
          className={cx(styles.preset, at === chosen && styles.chosen)}
          onClick={() => onChange(preset)}
        >
          {preset.label}
          {at === chosen && <CheckIcon size={14} aria-hidden />}
        </button>
      ))}
    </div>
  );
}

/** Arrows move between the presets; Enter and the space bar choose. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (step && at >= 0) {
    event.preventDefault();
    all[(at + step + all.length) % all.length]?.focus();
  }
}

/** Two days, both of which are in the range. */
function CustomRange({ range, onChange }: DateRangePickerProps) {
  const [from, setFrom] = useState(isPreset(range) ? '' : dayOf(range.from));
  const [to, setTo] = useState(isPreset(range) ? '' : dayOf(range.to));
  const isTurned = to !== '' && from > to;
  return (
    <form
      className={styles.custom}
      aria-label={messages.custom}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (from && !isTurned) {
          onChange({ from, to: to || null });
        }
      }}
    >
      <p className={styles.heading}>{messages.custom}</p>
      <TextField
        type="date"
        label={messages.from}
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        type="date"
        label={messages.to}
        hint={messages.toNow}
        error={isTurned ? messages.wrongOrder : null}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" variant="primary" disabled={!from || isTurned}>
        {messages.apply}
      </Button>
    </form>
  );
}
