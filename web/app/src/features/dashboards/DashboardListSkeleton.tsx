import { Panel, Skeleton } from '@tessera/ui';
import styles from './DashboardList.module.css';
import { dashboardMessages } from './messages.ts';

const NAME_WIDTHS = [180, 240, 140, 210, 160, 200];

export function DashboardListSkeleton() {
  return (
    <Panel aria-busy="true" aria-label={dashboardMessages.loading}>
      {NAME_WIDTHS.map((width) => (
        <div key={width} className={styles.skeletonRow}>
          <Skeleton width={16} height={16} />
          <Skeleton width={width} />
        </div>
      ))}
    </Panel>
  );
}
