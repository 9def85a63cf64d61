import { same } from '@tessera/board-model';
import { Button } from '@tessera/ui';
import { DateRangePicker } from '../../dates/DateRangePicker.tsx';
import styles from './Board.module.css';
import { useBoard, useBoardContext } from './BoardContext.ts';
import { withoutNulls } from './boardOf.ts';
import { overrideOf, rangeOf } from './filters.ts';
import { boardMessages } from './messages.ts';
import { PropertyFilters } from './PropertyFilters.tsx';
import { useTrying } from './useTrying.ts';
import type { Filters } from './wire.ts';

const messages = boardMessages.filters;

interface FilterBarProps {
  override: Filters | undefined;
  onOverride: (override: Filters | undefined) => void;
}

/** What the dashboard is narrowed down to. Changes are tried out first, in the address, and can then be kept. */
export function FilterBar({ override, onOverride }: FilterBarProps) {
  const { store, filters, canEdit } = useBoardContext();
  const board = useBoard();
  const { tryOut, end } = useTrying(override, onOverride);
  const change = (wanted: Filters) => tryOut(overrideOf(board.filters, withoutNulls(wanted)));
  const isTried = override !== undefined && !same(filters, board.filters);
  return (
    <section className={styles.filters} aria-label={messages.label}>
      <DateRangePicker
        range={rangeOf(filters)}
        unset={messages.asSaved}
        onChange={({ from, to }) => change({ ...filters, explicitDate: null, date_from: from, date_to: to })}
      />
      <PropertyFilters
        properties={filters.properties ?? []}
        onChange={(properties) => change({ ...filters, properties })}
      />
      {isTried && (
        <div className={styles.unsaved}>
          <span className={styles.unsavedText}>{messages.unsaved}</span>
          <Button variant="quiet" onClick={() => tryOut(undefined)}>
            {messages.discard}
          </Button>
          {canEdit && (
            <Button
              onClick={() => {
                store.update((now) => ({ ...now, filters }));
                end();
              }}
            >
              {messages.saveToBoard}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
