import { Panel, Skeleton } from '@tessera/ui';
import styles from './List.module.css';

const NAME_WIDTHS = [180, 240, 140, 210, 160, 200];

/** A list that is on its way. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <Panel role="status" aria-busy="true" aria-label={label}>
      <div className={styles.bar}>
        <Skeleton width={320} height="var(--control)" />
      </div>
      {NAME_WIDTHS.map((width) => (
        <div key={width} className={styles.skeletonRow}>
          <Skeleton width={16} height={16} />
          <Skeleton width={width} />
        </div>
      ))}
    </Panel>
  );
}
