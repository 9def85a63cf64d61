import { useState } from 'react';
import { Choice } from './Choice.tsx';
import styles from './Definitions.module.css';
import { definitionMessages as messages } from './messages.ts';
import { PickButton } from './PickButton.tsx';
import { properties, values as valuesOf } from './sources.ts';

/** What a property of events has to be. */
export interface ConditionDraft {
  /** Empty while no property is chosen. */
  key: string;
  operator: string;
  /** One of these has to fit. */
  values: readonly (string | number | boolean)[];
}

const OPERATORS = Object.entries(messages.operators).map(([value, label]) => ({ value, label }));

/** So many values stand in a button by name; the rest is a number. */
const NAMED = 2;

interface ConditionFieldsProps {
  condition: ConditionDraft;
  /** The events that it looks at; none for all. */
  events: readonly string[];
  /** Whether the list of properties is open from the start. */
  startOpen?: boolean;
  onChange: (condition: ConditionDraft) => void;
}

/** Chooses a property, how it is compared, and with which values. */
export function ConditionFields({ condition, events, startOpen, onChange }: ConditionFieldsProps) {
  const { key, operator, values } = condition;
  const [isNew, setNew] = useState(false);
  const texts = values.map(String);
  const toggle = (value: string) =>
    onChange({
      ...condition,
      values: texts.includes(value) ? values.filter((it) => String(it) !== value) : [...values, value],
    });
  return (
    <div className={styles.condition}>
      <PickButton
        label={messages.property}
        search={messages.searchProperties}
        placeholder={messages.chooseProperty}
        selected={[key]}
        startOpen={startOpen}
        source={(typed) => properties(typed, events)}
        onPick={(picked) => {
          setNew(true);
          onChange({ ...condition, key: picked, values: picked === key ? values : [] });
        }}
      >
        {key}
      </PickButton>
      <Choice
        label={messages.operator}
        options={OPERATORS}
        value={operator}
        onChoose={(chosen) => onChange({ ...condition, operator: chosen })}
      />
      {key !== '' && (
        <div className={styles.values}>
          <PickButton
            key={key}
            label={messages.values}
            search={messages.searchValues}
            placeholder={messages.chooseValues}
            selected={texts}
            multiple
            startOpen={isNew && texts.length === 0}
            source={(typed) => valuesOf(typed, events, key, texts)}
            onPick={toggle}
          >
            {summary(texts)}
          </PickButton>
        </div>
      )}
    </div>
  );
}

function summary(values: readonly string[]): string {
  const more = values.length - NAMED;
  const named = values.slice(0, more === 1 ? NAMED + 1 : NAMED).join(', ');
  return more > 1 ? `${named} ${messages.moreValues(more)}` : named;
}
