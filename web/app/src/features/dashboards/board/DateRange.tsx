import { Button, CalendarIcon, CheckIcon, ChevronDownIcon, cx, TextField } from '@tessera/ui';
import { useState } from 'react';
import { daysOf, isPreset, PRESETS, rangeName } from './dates.ts';
import styles from './Filters.module.css';
import { boardMessages } from './messages.ts';
import { Popover } from './Popover.tsx';
import type { Filters } from './wire.ts';

const messages = boardMessages.filters;

interface DateRangeProps {
  filters: Filters;
  onChange: (range: Pick<Filters, 'date_from' | 'date_to'>) => void;
}

/** The range of dates that is looked at: one of those often wanted, or any other. */
export function DateRange({ filters, onChange }: DateRangeProps) {
  const { date_from, date_to } = filters;
  return (
    <Popover
      label={messages.range}
      trigger={(trigger) => (
        <Button {...trigger} icon={<CalendarIcon size={15} aria-hidden />} className={styles.trigger}>
          <span className="visually-hidden">{messages.range}: </span>
          {rangeName(filters)}
          <ChevronDownIcon size={13} aria-hidden />
        </Button>
      )}
    >
      {(close) => {
        const choose = (from: string | null) => {
          onChange({ date_from: from, date_to: null });
          close();
        };
        return (
          <div className={styles.range}>
            <div role="radiogroup" aria-label={messages.range} className={styles.presets}>
              {[...PRESETS, null].map((preset) => (
                <Choice
                  key={preset ?? ''}
                  chosen={!date_to && (preset ?? undefined) === (date_from ?? undefined)}
                  onChoose={() => choose(preset)}
                >
                  {preset ? messages.presets[preset] : messages.asSaved}
                </Choice>
              ))}
            </div>
            <CustomRange
              filters={filters}
              onChange={(range) => {
                onChange(range);
                close();
              }}
            />
          </div>
        );
      }}
    </Popover>
  );
}

function Choice({ chosen, onChoose, children }: { chosen: boolean; onChoose: () => void; children: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: choosing closes the panel, which a radio must not do when arrows reach it
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      className={cx(styles.choice, chosen && styles.chosen)}
      onClick={onChoose}
    >
      {children}
      {chosen && <CheckIcon size={14} aria-hidden />}
    </button>
  );
}

function CustomRange({ filters, onChange }: DateRangeProps) {
  const isCustom = !isPreset(filters.date_from) || Boolean(filters.date_to);
  const [days, setDays] = useState(() => (isCustom ? daysOf(filters) : { from: '', to: '' }));
  const wrong = days.to !== '' && days.from > days.to;
  return (
    <form
      className={styles.custom}
      aria-label={messages.custom}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && days.from) {
          onChange({ date_from: days.from, date_to: days.to || null });
        }
      }}
    >
      <TextField
        type="date"
        label={messages.from}
        required
        value={days.from}
        onChange={(event) => setDays({ ...days, from: event.target.value })}
      />
      <TextField
        type="date"
        label={messages.to}
        hint={messages.toNow}
        error={wrong ? messages.wrongOrder : null}
        value={days.to}
        onChange={(event) => setDays({ ...days, to: event.target.value })}
      />
      <Button type="submit" variant="primary" disabled={wrong || !days.from}>
        {messages.apply}
      </Button>
    </form>
  );
}
