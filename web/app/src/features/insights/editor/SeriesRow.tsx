import { addGroup, type EventSeries, MATHS } from '@tessera/query-model';
import { FilterIcon, IconButton } from '@tessera/ui';
import { useState } from 'react';
import { Choice } from '../../definitions/Choice.tsx';
import { PickButton } from '../../definitions/PickButton.tsx';
import { ALL_EVENTS, events } from '../../definitions/sources.ts';
import styles from './Controls.module.css';
import { FilterEditor } from './FilterEditor.tsx';
import { editorMessages as messages } from './messages.ts';
import { QueryError } from './QueryError.tsx';
import { type SeriesActions, SeriesMenu } from './SeriesMenu.tsx';

const COUNTINGS = MATHS.map((value) => ({ value, label: messages[value] }));

interface SeriesRowProps extends SeriesActions {
  series: EventSeries;
  onChange: (series: EventSeries, step?: string) => void;
}

export function SeriesRow({ series, path, onChange, ...actions }: SeriesRowProps) {
  const [isNaming, setNaming] = useState(false);
  const { event, customName, math, filters } = series;
  const { letter } = actions;
  const hasFilters = filters.groups.length > 0;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.letter} aria-hidden="true">
          {letter}
        </span>
        <PickButton
          label={messages.event(letter)}
          search={messages.searchEvents}
          selected={[event ?? ALL_EVENTS]}
          source={events}
          onPick={(picked) => onChange({ ...series, event: picked === ALL_EVENTS ? null : picked })}
        >
          {event ?? messages.allEvents}
        </PickButton>
        <SeriesMenu {...actions} onRename={() => setNaming(true)} />
      </div>
      <div className={styles.below}>
        {(isNaming || customName) && (
          <input
            className={styles.input}
            aria-label={messages.customName(letter)}
            placeholder={messages.customNamePlaceholder}
            maxLength={400}
            value={customName}
            ref={isNaming && !customName ? focusWhenNew : undefined}
            onBlur={() => setNaming(false)}
            onChange={({ target }) => onChange({ ...series, customName: target.value }, `${path}.name`)}
          />
        )}
        <div className={styles.line}>
          <Choice
            label={messages.counting(letter)}
            options={COUNTINGS}
            value={math}
            onChoose={(chosen) => onChange({ ...series, math: chosen })}
          />
          {!hasFilters && (
            <IconButton
              data-add
              size="sm"
              label={messages.addFilter}
              icon={<FilterIcon size={14} />}
              onClick={() => onChange({ ...series, filters: addGroup(filters) })}
            />
          )}
        </div>
        <QueryError path={`${path}__math`} />
        {hasFilters && (
          <FilterEditor
            label={messages.filtersOf(letter)}
            path={`${path}__properties`}
            filters={filters}
            events={event === null ? [] : [event]}
            onChange={(changed) => onChange({ ...series, filters: changed })}
          />
        )}
        <QueryError path={path} except={['math', 'properties']} />
      </div>
    </>
  );
}

function focusWhenNew(input: HTMLInputElement | null) {
  if (input && !input.dataset.focused) {
    input.dataset.focused = 'true';
    input.focus();
  }
}
