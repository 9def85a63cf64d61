import { INTERVALS, isTotalValue } from '@tessera/query-model';
import { DateRangePicker } from '../../dates/DateRangePicker.tsx';
import { ChartTypeMenu } from './ChartTypeMenu.tsx';
import styles from './Editor.module.css';
import { IntervalSelect } from './IntervalSelect.tsx';
import { editorMessages as messages } from './messages.ts';
import { QueryError } from './QueryError.tsx';
import type { TrendControlProps } from './TrendControls.tsx';

const OPTIONS = INTERVALS.map((value) => ({ value, label: messages.intervals[value] ?? value }));

/** Over which time, in which steps, and drawn how. */
export function PreviewToolbar({ trend, onChange }: TrendControlProps) {
  const { dates, interval, display } = trend;
  return (
    <div className={styles.toolbar}>
      <div className={styles.toolbarRow}>
        <DateRangePicker
          range={dates}
          onChange={(range) => onChange({ ...trend, dates: { ...dates, ...range } })}
        />
        {!isTotalValue(display) && (
          <IntervalSelect
            value={interval}
            options={OPTIONS}
            onChoose={(chosen) => onChange({ ...trend, interval: chosen })}
          />
        )}
        <ChartTypeMenu display={display} onChoose={(chosen) => onChange({ ...trend, display: chosen })} />
      </div>
      <QueryError path="dateRange" />
      <QueryError path="interval" />
      <QueryError path="trendsFilter" />
    </div>
  );
}
