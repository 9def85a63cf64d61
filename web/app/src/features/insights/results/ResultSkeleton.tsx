import { Skeleton } from '@tessera/ui';
import styles from './ResultSkeleton.module.css';

/** Heights of columns, in percent: a chart that could be any. */
const COLUMNS = [34, 46, 40, 58, 52, 66, 48, 72, 64, 78, 60, 84];
/** Widths of rows. */
const ROWS = [92, 74, 58, 40, 26];

/** The shape of an answer that is on its way; `display` is how it will be shown, as far as that is known. */
export function ResultSkeleton({ display }: { display: string | undefined }) {
  switch (display) {
    case 'BoldNumber':
      return (
        <div className={styles.number}>
          <Skeleton width="min(120px, 60%)" height={40} />
        </div>
      );
    case 'ActionsTable':
    case 'ActionsBarValue':
    case 'WorldMap':
      return (
        <div className={styles.rows}>
          {ROWS.map((width) => (
            <Skeleton key={width} width={`${width}%`} height={18} />
          ))}
        </div>
      );
    case 'ActionsPie':
      return <div className={styles.pie} />;
    default:
      return (
        <div className={styles.columns}>
          {COLUMNS.map((height) => (
            <Skeleton key={height} height={`${height}%`} />
          ))}
        </div>
      );
  }
}
