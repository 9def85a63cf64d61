import {
  addSeries,
  letterOf,
  MAX_SERIES,
  moveSeries,
  newSeries,
  removeSeries,
  replaceSeries,
} from '@tessera/query-model';
import { focusWhenDrawn, passFocusOn } from '@tessera/ui';
import { useRef } from 'react';
import { AddButton } from './AddButton.tsx';
import styles from './Controls.module.css';
import { editorMessages as messages } from './messages.ts';
import { OtherSeriesRow } from './OtherSeriesRow.tsx';
import { QueryError } from './QueryError.tsx';
import { SeriesRow } from './SeriesRow.tsx';
import type { TrendControlProps } from './TrendControls.tsx';

const MENU = '[aria-haspopup="menu"]';

/** What is counted: each series has a letter. */
export function SeriesList({ trend, onChange }: TrendControlProps) {
  const { series } = trend;
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, to: number) => {
    onChange(moveSeries(trend, from, to));
    focusWhenDrawn(() => list.current?.children[to]?.querySelector<HTMLElement>(MENU));
  };
  const remove = (index: number) => {
    passFocusOn(MENU, { within: list.current });
    onChange(removeSeries(trend, index));
  };
  return (
    <fieldset className={styles.section}>
      <legend className={styles.heading}>{messages.series}</legend>
      <QueryError path="series" except={series.map((_, index) => `${index}`)} />
      <ol ref={list} className={styles.rows}>
        {series.map((it, index) => {
          const actions = {
            letter: letterOf(index),
            path: `series__${index}`,
            onRemove: series.length > 1 ? () => remove(index) : undefined,
            onDuplicate: () => onChange(addSeries(trend, it, index + 1)),
            onMoveUp: index > 0 ? () => move(index, index - 1) : undefined,
            onMoveDown: index < series.length - 1 ? () => move(index, index + 1) : undefined,
          };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a series is what stands at its letter
            <li key={index} className={styles.row}>
              {it.kind === 'event' ? (
                <SeriesRow
                  {...actions}
                  series={it}
                  onChange={(changed, step) => onChange(replaceSeries(trend, index, changed), step)}
                />
              ) : (
                <OtherSeriesRow {...actions} node={it.node} />
              )}
            </li>
          );
        })}
      </ol>
      <AddButton
        label={messages.addSeries}
        disabled={series.length >= MAX_SERIES}
        onAdd={() => onChange(addSeries(trend, newSeries(null)))}
      />
    </fieldset>
  );
}
