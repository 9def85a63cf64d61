import { ArrowDownIcon, ArrowUpIcon } from '@tessera/ui';
import { share } from './format.ts';
import { resultMessages as messages } from './messages.ts';
import styles from './Results.module.css';
import type { Reading } from './reading.ts';

type TotalsReading = Extract<Reading, { kind: 'totals' }>;

/** Totals as numbers, each with how it compares with the period before when that was asked for. */
export function NumberResult({ reading }: { reading: TotalsReading }) {
  const current = reading.totals.filter(({ previous }) => !previous);
  const before = reading.totals.filter(({ previous }) => previous);
  return (
    <div className={styles.numbers}>
      {current.map((total, at) => (
        <div key={total.key} className={styles.number}>
          <span className={styles.figure} title={reading.format.full(total.value)}>
            {figure(reading, total.value)}
          </span>
          {current.length > 1 && <span className={styles.caption}>{total.name}</span>}
          {before[at] && <Change now={total.value} then={before[at].value} />}
        </div>
      ))}
    </div>
  );
}

/** In full as long as that is short. */
function figure({ format }: TotalsReading, value: number): string {
  const full = format.full(value);
  return full.length <= 9 ? full : format.compact(value);
}

function Change({ now, then }: { now: number; then: number }) {
  if (now === then) {
    return <span className={styles.caption}>{messages.unchanged}</span>;
  }
  const percent = share(Math.abs(now - then), Math.abs(then));
  return (
    <span className={styles.change}>
      {now > then ? <ArrowUpIcon size={14} aria-hidden /> : <ArrowDownIcon size={14} aria-hidden />}
      {then === 0 ? '' : now > then ? messages.higher(percent) : messages.lower(percent)}
    </span>
  );
}
