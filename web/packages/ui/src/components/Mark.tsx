import styles from './Mark.module.css';

/** Stones of the mark: three columns that rise, as [column, row] from the top left. */
const STONES: readonly (readonly [number, number])[] = [
  [0, 2],
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
];

/** The mark of Tessera: a chart laid in stones, the last one gilded. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" className={styles.mark} aria-hidden="true">
      {STONES.map(([column, row]) => (
        <rect
          key={`${column}.${row}`}
          className={styles.stone}
          x={1 + column * 7.67}
          y={1 + row * 7.67}
          width="6.66"
          height="6.66"
          rx="0.8"
        />
      ))}
      <rect className={styles.gold} x="16.34" y="1" width="6.66" height="6.66" rx="0.8" />
    </svg>
  );
}
