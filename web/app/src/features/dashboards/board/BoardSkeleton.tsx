import { Skeleton } from '@tessera/ui';
import styles from './Board.module.css';
import gridStyles from './Grid.module.css';
import { boardMessages as messages } from './messages.ts';
import tileStyles from './Tile.module.css';

const TILES = [1, 2, 3, 4];

/** The page before anything is known about the dashboard. */
export function BoardSkeleton() {
  return (
    <div className={styles.board} role="status" aria-busy="true" aria-label={messages.loading}>
      <div className={styles.header}>
        <Skeleton width={240} height={30} />
      </div>
      <div className={styles.filters}>
        <Skeleton width={150} height={32} />
      </div>
      <div className={gridStyles.skeleton}>
        {TILES.map((tile) => (
          <div key={tile} className={tileStyles.tile}>
            <div className={tileStyles.head}>
              <Skeleton width={160} />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
