import { letterOf, type TrendState } from '@tessera/query-model';
import { cx, Table } from '@tessera/ui';
import { useMemo } from 'react';
import { editorMessages } from '../editor/messages.ts';
import type { Format } from '../results/format.ts';
import type { Series, Total } from '../results/reading.ts';
import type { TrendResult } from '../results/wire.ts';
import { previewMessages as messages } from './messages.ts';
import styles from './Preview.module.css';
import { readingOf } from './reading.ts';
import type { Reply } from './useAnswer.ts';

/** A row: what was counted, in all and in each bucket; no buckets where there is one number for the range. */
interface Row {
  item: Series | Total;
  letter: string | null;
  data: readonly number[];
  /** Null where numbers of several buckets cannot be added up. */
  total: number | null;
}

/** The numbers of an answer, with a total and an average of each series, and sums where it makes sense to add. */
export function ResultTable({ reply }: { reply: Reply }) {
  const { answer, trend } = reply;
  const reading = useMemo(() => readingOf(reply, reply.trend.display), [reply]);
  if (reading.kind !== 'series' && reading.kind !== 'totals') {
    return null;
  }
  const items = reading.kind === 'series' ? reading.series : reading.totals;
  const rows = items.map((item, at) => rowOf(item, answer.results[at], trend));
  const ticks = reading.kind === 'series' ? reading.ticks : [];
  const interval =
    reading.kind === 'series' ? (editorMessages.intervals[trend.interval] ?? trend.interval) : null;
  const isSum = rows.length > 1 && !trend.series.some((it) => it.kind === 'event' && it.math === 'dau');
  return (
    <>
      <Table className={styles.table} aria-label={messages.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.sticky}>
              {messages.series}
            </th>
            <th scope="col" className={styles.numeric}>
              {messages.total}
            </th>
            {interval && (
              <th scope="col" className={styles.numeric}>
                {messages.averagePer(interval.toLowerCase())}
              </th>
            )}
            {ticks.map((tick, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: buckets may share a name, and have but their place
              <th key={at} scope="col" className={styles.numeric}>
                {tick}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.item.key}>
              <Name row={row} />
              <Numbers row={row} format={reading.format} />
            </tr>
          ))}
        </tbody>
        {isSum && (
          <tfoot>
            <tr>
              <th scope="row" className={styles.sticky}>
                {messages.all}
              </th>
              <Numbers row={sumOf(rows)} format={reading.format} />
            </tr>
          </tfoot>
        )}
      </Table>
      {answer.hasMore && <p className={styles.more}>{messages.hasMore}</p>}
    </>
  );
}

function rowOf(item: Series | Total, result: TrendResult | undefined, trend: TrendState): Row {
  const order = result?.order ?? 0;
  const series = trend.series[order];
  const isPersons = series?.kind === 'event' && series.math === 'dau';
  const letter = trend.series.length > 1 ? letterOf(order) : null;
  return 'data' in item
    ? { item, letter, data: item.data, total: isPersons ? null : item.total }
    : { item, letter, data: [], total: item.value };
}

function sumOf(rows: readonly Row[]): Omit<Row, 'item' | 'letter'> {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    data: (rows[0]?.data ?? []).map((_, at) => sum(({ data }) => data[at] ?? 0)),
    total: sum(({ total }) => total ?? 0),
  };
}

function Name({ row: { item, letter } }: { row: Row }) {
  return (
    <th scope="row" className={cx(styles.sticky, styles.name)}>
      <span className={styles.nameLine}>
        <svg width="10" height="10" aria-hidden="true">
          <rect width="10" height="10" rx="2" fill={`var(--series-${(item.color % 15) + 1})`} />
        </svg>
        {letter && <span className={styles.letter}>{letter}</span>}
        <span className={styles.ellipsis} title={item.name}>
          {item.name}
        </span>
      </span>
    </th>
  );
}

interface NumbersProps {
  row: Omit<Row, 'item' | 'letter'>;
  format: Format;
}

function Numbers({ row: { data, total }, format }: NumbersProps) {
  const average = data.reduce((sum, value) => sum + value, 0) / Math.max(1, data.length);
  return (
    <>
      <td className={cx(styles.numeric, styles.total)}>
        {total === null ? <span title={messages.noTotal}>–</span> : format.full(total)}
      </td>
      {data.length > 0 && <td className={styles.numeric}>{format.full(Math.round(average * 10) / 10)}</td>}
      {data.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bucket is its place
        <td key={at} className={cx(styles.numeric, value === 0 && styles.zero)}>
          {format.full(value)}
        </td>
      ))}
    </>
  );
}
