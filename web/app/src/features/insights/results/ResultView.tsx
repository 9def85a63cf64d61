import { lazy, Suspense, useState } from 'react';
import { BarsResult } from './BarsResult.tsx';
import { share } from './format.ts';
import { Legend } from './Legend.tsx';
import { resultMessages as messages } from './messages.ts';
import { NoData } from './NoData.tsx';
import { Note } from './Note.tsx';
import { NumberResult } from './NumberResult.tsx';
import { ResultSkeleton } from './ResultSkeleton.tsx';
import styles from './Results.module.css';
import { isBlank, type Reading, type Series, type Total, wholeOf } from './reading.ts';
import { TableResult } from './TableResult.tsx';

const loadChart = () => import('./chart/Chart.tsx');
const Chart = lazy(loadChart);

/** Begins to load what draws charts, so that it is there when the first answer is. */
export function prepareCharts(): void {
  void loadChart().catch(() => undefined);
}

interface ResultViewProps {
  reading: Reading;
}

/** The answer of an insight as it is to be shown, filling the place it gets. */
export function ResultView({ reading }: ResultViewProps) {
  if (reading.kind === 'nothing') {
    return <Note title={messages.noQuery} />;
  }
  if (reading.kind === 'unknown') {
    return <Note title={messages.unknown(reading.what)}>{messages.unknownText}</Note>;
  }
  if (isBlank(reading)) {
    return <NoData />;
  }
  return reading.kind === 'series' ? <SeriesResult reading={reading} /> : <TotalsResult reading={reading} />;
}

function SeriesResult({ reading }: { reading: Extract<Reading, { kind: 'series' }> }) {
  const { hidden, toggle } = useHidden();
  return (
    <div className={styles.chart}>
      {reading.series.length > 1 && <Legend items={reading.series} hidden={hidden} onToggle={toggle} />}
      <Drawing reading={reading} hidden={hidden} />
    </div>
  );
}

function TotalsResult({ reading }: { reading: Extract<Reading, { kind: 'totals' }> }) {
  switch (reading.look) {
    case 'number':
      return <NumberResult reading={reading} />;
    case 'bars':
      return <BarsResult reading={reading} />;
    case 'table':
      return <TableResult reading={reading} />;
    case 'pie':
      return <PieResult reading={reading} />;
  }
}

function PieResult({ reading }: { reading: Extract<Reading, { kind: 'totals' }> }) {
  const { hidden, toggle } = useHidden();
  const current = reading.totals.filter(({ previous }) => !previous);
  const { summable, format } = reading;
  const whole = wholeOf({ summable, totals: current.filter(({ key }) => !hidden.has(key)) });
  const detail = (item: Series | Total) =>
    !('value' in item) || hidden.has(item.key)
      ? ''
      : whole === null
        ? format.full(item.value)
        : share(item.value, whole);
  return (
    <div className={styles.pieFrame}>
      <div className={styles.pie}>
        <div className={styles.donut}>
          <Drawing reading={reading} hidden={hidden} />
          {whole !== null && (
            <div className={styles.donutTotal} aria-hidden="true">
              {format.compact(whole)}
              <small>{messages.total.toLowerCase()}</small>
            </div>
          )}
        </div>
        <Legend upright items={current} hidden={hidden} onToggle={toggle} detail={detail} />
      </div>
    </div>
  );
}

function Drawing(props: {
  reading: Extract<Reading, { kind: 'series' | 'totals' }>;
  hidden: ReadonlySet<string>;
}) {
  return (
    <Suspense
      fallback={<ResultSkeleton display={props.reading.kind === 'totals' ? 'ActionsPie' : undefined} />}
    >
      <Chart {...props} />
    </Suspense>
  );
}

/** Which series the reader has put aside, for as long as the page is open. */
function useHidden() {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(key)) {
        after.add(key);
      }
      return after;
    });
  return { hidden, toggle };
}
