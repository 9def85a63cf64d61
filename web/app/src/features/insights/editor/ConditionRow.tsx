import { type Condition, type EventCondition, OPERATORS, type Operator } from '@tessera/query-model';
import { CloseIcon, IconButton } from '@tessera/ui';
import { values as frequentValues, properties } from '../pickers/sources.ts';
import { Choice } from './Choice.tsx';
import styles from './Controls.module.css';
import { editorMessages as messages } from './messages.ts';
import { PickButton } from './PickButton.tsx';
import { QueryError } from './QueryError.tsx';

const OPERATOR_OPTIONS = OPERATORS.map((value) => ({ value, label: messages.operators[value] }));

/** So many values stand in a button by name; the rest is a number. */
const NAMED = 2;

interface ConditionRowProps {
  condition: Condition;
  /** The condition in the query; null while it is not in there, because it is not complete. */
  path: string | null;
  events: readonly string[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

export function ConditionRow({ condition, path, onRemove, ...editor }: ConditionRowProps) {
  const name = condition.kind === 'event' ? condition.key : String(condition.filter.key ?? '');
  return (
    <div>
      <div className={styles.condition}>
        {condition.kind === 'event' ? (
          <EventConditionEditor {...editor} condition={condition} />
        ) : (
          <span className={styles.fixed}>{describe(condition.filter)}</span>
        )}
        <IconButton
          size="sm"
          className={styles.remove}
          label={messages.removeFilter(name)}
          icon={<CloseIcon size={14} />}
          onClick={onRemove}
        />
      </div>
      {path && <QueryError path={path} />}
    </div>
  );
}

interface EventConditionEditorProps {
  condition: EventCondition;
  events: readonly string[];
  onChange: (condition: Condition) => void;
}

function EventConditionEditor({ condition, events, onChange }: EventConditionEditorProps) {
  const { key, operator, values } = condition;
  const texts = values.map(String);
  const [event = null] = events.length === 1 ? events : [];
  const toggle = (value: string) =>
    onChange({
      ...condition,
      values: texts.includes(value) ? values.filter((it) => String(it) !== value) : [...values, value],
    });
  return (
    <div className={styles.conditionFields}>
      <PickButton
        label={messages.property}
        search={messages.searchProperties}
        placeholder={messages.chooseProperty}
        selected={[key]}
        source={(typed) => properties(typed, events)}
        onPick={(picked) => onChange({ ...condition, key: picked, values: picked === key ? values : [] })}
      >
        {key}
      </PickButton>
      <Choice
        label={messages.operator}
        options={OPERATOR_OPTIONS}
        value={operator}
        onChoose={(chosen) => onChange({ ...condition, operator: chosen as Operator })}
      />
      {key !== '' && (
        <div className={styles.values}>
          <PickButton
            label={messages.values}
            search={messages.searchValues}
            placeholder={messages.chooseValues}
            selected={texts}
            multiple
            source={(typed) => frequentValues(typed, event, key, texts)}
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

function describe({ type, key, operator, value }: Record<string, unknown>): string {
  return [type, key, operator, value === undefined ? undefined : JSON.stringify(value)]
    .filter((it) => it !== undefined)
    .join(' ');
}
