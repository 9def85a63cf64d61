import { addGroup, type TrendState } from '@tessera/query-model';
import { Checkbox } from '@tessera/ui';
import { AddButton } from './AddButton.tsx';
import { BreakdownControl } from './BreakdownControl.tsx';
import styles from './Controls.module.css';
import { FilterEditor } from './FilterEditor.tsx';
import { editorMessages as messages } from './messages.ts';
import { SeriesList } from './SeriesList.tsx';

export interface TrendControlProps {
  trend: TrendState;
  /** Changes with the same `step`, one soon after the other, are undone together. */
  onChange: (trend: TrendState, step?: string) => void;
}

/** What is counted, of whom, split by what. */
export function TrendControls({ trend, onChange }: TrendControlProps) {
  const { filters } = trend;
  return (
    <div className={styles.controls}>
      <SeriesList trend={trend} onChange={onChange} />
      <fieldset className={styles.section}>
        <legend className={styles.heading}>{messages.filters}</legend>
        {filters.groups.length > 0 ? (
          <FilterEditor
            label={messages.globalFilters}
            path="properties"
            filters={filters}
            events={eventsOf(trend)}
            onChange={(changed) => onChange({ ...trend, filters: changed })}
          />
        ) : (
          <AddButton
            label={messages.addFilter}
            onAdd={() => onChange({ ...trend, filters: addGroup(filters) })}
          />
        )}
        <Checkbox
          label={messages.internalUsers}
          checked={trend.filterTestAccounts}
          onChange={({ target }) => onChange({ ...trend, filterTestAccounts: target.checked })}
        />
      </fieldset>
      <BreakdownControl trend={trend} onChange={onChange} />
    </div>
  );
}

/** The events that the series count; none when one counts all events. */
export function eventsOf({ series }: TrendState): string[] {
  const events = series.map((it) => (it.kind === 'event' ? it.event : null));
  return events.includes(null) ? [] : [...new Set(events.filter((it) => it !== null))];
}
