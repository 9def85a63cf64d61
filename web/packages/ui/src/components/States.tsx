import type { CSSProperties, ReactNode } from 'react';
import { AlertIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import styles from './Misc.module.css';

/** The place of something that is on its way. What surrounds it says so to screen readers, with aria-busy. */
export function Skeleton({ width = '100%', height = 14 }: Pick<CSSProperties, 'width' | 'height'>) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}

interface StateProps {
  title: string;
  children?: ReactNode;
  /** A picture of 24 to 40 pixels. */
  icon?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
  /** Whether it stands for a whole page, in whose middle it is. */
  page?: boolean;
}

/** Nothing is here, and what to do so that something is. */
export function EmptyState({ title, children, icon, actions, page }: StateProps) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className={cx(styles.state, page && styles.statePage)}>
      {icon && <div className={styles.art}>{icon}</div>}
      <Heading className={styles.stateTitle}>{title}</Heading>
      {children && <div className={styles.stateText}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Something failed: what, why, and how to go on. */
export function ErrorState({ icon = <AlertIcon size={28} aria-hidden />, ...props }: StateProps) {
  return (
    <div role="alert">
      <EmptyState icon={icon} {...props} />
    </div>
  );
}
