import { seriesColors, useColorScheme } from '@tessera/ui';
import { colorOf } from './chart/colors.ts';
import styles from './Results.module.css';
import type { Reading } from './reading.ts';

/** Totals as bars that lie one below the other. */
export function BarsResult({ reading }: { reading: Extract<Reading, { kind: 'totals' }> }) {
  const colors = seriesColors(useColorScheme());
  const totals = reading.totals.toSorted((one, other) => other.value - one.value);
  const largest = Math.max(...totals.map(({ value }) => value), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <ol className={styles.bars} tabIndex={0}>
      {totals.map(({ key, name, value, color, previous }) => (
        <li key={key} className={styles.bar}>
          <span className={styles.barName} title={name}>
            {name}
          </span>
          <span className={styles.track}>
            <span
              className={styles.fill}
              style={{
                width: `${largest > 0 ? (100 * value) / largest : 0}%`,
                background: colorOf(colors, color),
                opacity: previous ? 0.45 : undefined,
              }}
            />
          </span>
          <span className={styles.barValue}>{reading.format.full(value)}</span>
        </li>
      ))}
    </ol>
  );
}
