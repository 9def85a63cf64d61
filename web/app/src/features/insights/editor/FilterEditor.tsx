import {
  addCondition,
  addGroup,
  conditionPath,
  type Filters,
  type Group,
  type Join,
  removeCondition,
  replaceCondition,
  replaceGroup,
} from '@tessera/query-model';
import { cx } from '@tessera/ui';
import { Choice } from '../../definitions/Choice.tsx';
import { AddButton } from './AddButton.tsx';
import { ConditionRow } from './ConditionRow.tsx';
import styles from './Controls.module.css';
import { editorMessages as messages } from './messages.ts';
import { QueryError } from './QueryError.tsx';

const JOINS = [
  { value: 'AND', label: messages.all },
  { value: 'OR', label: messages.any },
];

const BETWEEN = [
  { value: 'AND', label: messages.and },
  { value: 'OR', label: messages.or },
];

interface FilterEditorProps {
  label: string;
  /** The filters in the query, as errors name them. */
  path: string;
  filters: Filters;
  /** The events that the filters look at; none for all. */
  events: readonly string[];
  onChange: (filters: Filters) => void;
}

/** Groups of conditions, and how they are joined. */
export function FilterEditor({ label, path, filters, events, onChange }: FilterEditorProps) {
  const { groups, join } = filters;
  const paths = groups.flatMap((group, g) =>
    group.conditions.map((_, c) => conditionPath(filters, g, c)).filter((it) => it !== null),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset of the same name says it twice
    <div role="group" aria-label={label} className={styles.filters}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have nothing but their place
        <div key={index} className={cx(groups.length > 1 && styles.group)}>
          {index > 0 && (
            <div className={styles.join}>
              {index === 1 ? (
                <Choice
                  label={messages.matchGroups}
                  options={BETWEEN}
                  value={join}
                  onChoose={(chosen) => onChange({ ...filters, join: joinOf(chosen) })}
                />
              ) : (
                <span className={styles.note}>{join === 'AND' ? messages.and : messages.or}</span>
              )}
            </div>
          )}
          <GroupEditor
            path={path}
            group={group}
            pathOf={(condition) => conditionPath(filters, index, condition)}
            events={events}
            onChange={(changed) => onChange(replaceGroup(filters, index, changed))}
            onAddGroup={index === groups.length - 1 ? () => onChange(addGroup(filters)) : undefined}
          />
        </div>
      ))}
      <QueryError path={path} except={paths} />
    </div>
  );
}

interface GroupEditorProps {
  path: string;
  group: Group;
  pathOf: (condition: number) => string | null;
  events: readonly string[];
  onChange: (group: Group) => void;
  /** Of the last group: what adds one behind it. */
  onAddGroup?: () => void;
}

function GroupEditor({ path, group, pathOf, events, onChange, onAddGroup }: GroupEditorProps) {
  return (
    <div className={styles.conditions}>
      {group.conditions.length > 1 && (
        <Choice
          label={messages.matchConditions}
          options={JOINS}
          value={group.join}
          onChoose={(chosen) => onChange({ ...group, join: joinOf(chosen) })}
        />
      )}
      {group.conditions.map((condition, index) => {
        const below = pathOf(index);
        return (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have nothing but their place
            key={index}
            condition={condition}
            path={below === null ? null : `${path}__${below}`}
            events={events}
            onChange={(changed) => onChange(replaceCondition(group, index, changed))}
            onRemove={() => onChange(removeCondition(group, index))}
          />
        );
      })}
      <div className={styles.adding}>
        <AddButton label={messages.addFilter} onAdd={() => onChange(addCondition(group))} />
        {onAddGroup && <AddButton label={messages.addGroup} onAdd={onAddGroup} />}
      </div>
    </div>
  );
}

function joinOf(value: string): Join {
  return value === 'OR' ? 'OR' : 'AND';
}
