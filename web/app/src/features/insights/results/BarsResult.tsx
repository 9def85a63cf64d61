import { seriesColors, useColorScheme } from '@tessera/ui';
import { colorOf } from './chart/colors.ts';
import { share } from './format.ts';
import styles from './Results.module.css';
import { type Reading, type Total, wholeOf } from './reading.ts';

type TotalsReading = Extract<Reading, { kind: 'totals' }>;

/** Totals as bars that lie one below the other, under their names. They are of one colour: the names tell them apart. */
export function BarsResult({ reading }: { reading: TotalsReading }) {
  const totals = reading.totals.toSorted((one, other) => other.value - one.value);
  const largest = Math.max(...totals.map(({ value }) => value), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <ol className={styles.bars} tabIndex={0}>
      {totals.map((total) => (
        <Bar
          key={total.key}
          total={total}
          largest={largest}
          whole={wholeOf(reading)}
          write={reading.format.full}
        />
      ))}
    </ol>
  );
}

interface BarProps {
  total: Total;
  largest: number;
  /** Null where the totals cannot be added up. */
  whole: number | null;
  write: (value: number) => string;
}

function Bar({ total: { name, value, color, isColorGiven, previous }, largest, whole, write }: BarProps) {
  const colors = seriesColors(useColorScheme());
  const background = colorOf(colors, isColorGiven ? color : 0);
  return (
    <li className={styles.bar}>
      <span className={styles.track}>
        <span
          className={styles.fill}
          style={{
            width: `${largest > 0 ? (100 * value) / largest : 0}%`,
            background,
            opacity: previous ? 0.12 : undefined,
          }}
        />
        <span className={styles.barName} title={name}>
          {name}
        </span>
      </span>
      <span className={styles.barValue}>{write(value)}</span>
      <span className={styles.barShare}>{previous || whole === null ? '' : share(value, whole)}</span>
    </li>
  );
}
