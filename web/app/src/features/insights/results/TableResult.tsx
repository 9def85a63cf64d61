import { cx, seriesColors, useColorScheme } from '@tessera/ui';
import { colorOf } from './chart/colors.ts';
import { share } from './format.ts';
import { resultMessages as messages } from './messages.ts';
import styles from './Results.module.css';
import { type Reading, type Series, type Total, wholeOf } from './reading.ts';

/** A reading as a table: the numbers behind every chart. */
export function TableResult({ reading }: { reading: Extract<Reading, { kind: 'series' | 'totals' }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <div className={styles.tableScroll} tabIndex={0}>
      {reading.kind === 'totals' ? <Totals reading={reading} /> : <Buckets reading={reading} />}
    </div>
  );
}

function Totals({ reading }: { reading: Extract<Reading, { kind: 'totals' }> }) {
  const { look, totals, format } = reading;
  const whole = wholeOf(reading);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{messages.series}</th>
          <th scope="col" className={styles.numeric}>
            {messages.value}
          </th>
          {whole !== null && (
            <th scope="col" className={styles.numeric}>
              {messages.share}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {totals.map((total) => (
          <tr key={total.key}>
            <Name item={total} plain={look !== 'pie' && !total.isColorGiven} />
            <td className={styles.numeric}>{format.full(total.value)}</td>
            {whole !== null && (
              <td className={cx(styles.numeric, styles.faint)}>
                {total.previous ? '' : share(total.value, whole)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Buckets({ reading }: { reading: Extract<Reading, { kind: 'series' }> }) {
  const { series, buckets, format, partial, summable } = reading;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{messages.date}</th>
          {series.map((it) => (
            <Name key={it.key} item={it} column />
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets
          .map((bucket, at) => (
            <tr key={bucket}>
              <th scope="row" className={styles.bucket}>
                {bucket}
                {partial && at === buckets.length - 1 && (
                  <span className={styles.faint}> {messages.soFar}</span>
                )}
              </th>
              {series.map((it) => (
                <td key={it.key} className={styles.numeric}>
                  {it.data[at] === undefined ? '' : format.full(it.data[at])}
                </td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
      {summable && (
        <tfoot>
          <tr>
            <th scope="row">{messages.total}</th>
            {series.map((it) => (
              <td key={it.key} className={styles.numeric}>
                {format.full(it.total)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface NameProps {
  item: Series | Total;
  column?: boolean;
  /** Without its colour, which nothing else has. */
  plain?: boolean;
}

function Name({ item, column, plain }: NameProps) {
  const colors = seriesColors(useColorScheme());
  return (
    <th scope={column ? 'col' : 'row'} className={cx(column && styles.numeric)}>
      <span className={styles.seriesName}>
        {!plain && (
          <span
            className={styles.swatch}
            style={{ background: colorOf(colors, item.color), opacity: item.previous ? 0.45 : undefined }}
          />
        )}
        {item.name}
      </span>
    </th>
  );
}
