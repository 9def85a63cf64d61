import type { Condition, Operator } from '@tessera/query-model';
import { CloseIcon, IconButton, passFocusOn } from '@tessera/ui';
import { ConditionFields } from '../../definitions/ConditionFields.tsx';
import styles from './Controls.module.css';
import { editorMessages as messages } from './messages.ts';
import { QueryError } from './QueryError.tsx';

interface ConditionRowProps {
  condition: Condition;
  /** The condition in the query; null while it is not in there, because it is not complete. */
  path: string | null;
  events: readonly string[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

export function ConditionRow({ condition, path, events, onChange, onRemove }: ConditionRowProps) {
  const name = condition.kind === 'event' ? condition.key : String(condition.filter.key ?? '');
  // Choosing a property comes next.
  const isNew = condition.kind === 'event' && condition.key === '';
  return (
    <div>
      <div className={styles.condition} ref={isNew ? focusWhenNew : undefined}>
        {condition.kind === 'event' ? (
          <ConditionFields
            condition={condition}
            events={events}
            onChange={({ key, operator, values }) =>
              onChange({ ...condition, key, operator: operator as Operator, values })
            }
          />
        ) : (
          <span className={styles.fixed}>{describe(condition.filter)}</span>
        )}
        <IconButton
          size="sm"
          className={styles.remove}
          label={messages.removeFilter(name)}
          icon={<CloseIcon size={14} />}
          data-remove
          onClick={({ currentTarget }) => {
            const within = currentTarget.closest('li, fieldset');
            passFocusOn('[data-remove]', { within, otherwise: '[data-add]' });
            onRemove();
          }}
        />
      </div>
      {path && <QueryError path={path} />}
    </div>
  );
}

function focusWhenNew(row: HTMLElement | null): void {
  row?.querySelector('button')?.focus();
}

function describe({ type, key, operator, value }: Record<string, unknown>): string {
  return [type, key, operator, value === undefined ? undefined : JSON.stringify(value)]
    .filter((it) => it !== undefined)
    .join(' ');
}
