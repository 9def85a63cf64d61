import type { ReactNode } from 'react';
import { cx } from '../theme/cx.ts';
import styles from './Misc.module.css';

export type Tone = 'neutral' | 'accent' | 'danger' | 'warning' | 'positive';

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx(styles.tag, tone !== 'neutral' && styles[tone])}>{children}</span>;
}

/** The initials of somebody, on a stone. The name has to stand beside it, or be its title. */
export function Avatar({ name, size = 20 }: { name: string; size?: 20 | 28 }) {
  return (
    <span className={cx(styles.avatar, styles[`size${size}`])} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/[\s.@_-]+/);
  return (
    `${words[0]?.charAt(0) ?? ''}${words.length > 1 ? (words[1]?.charAt(0) ?? '') : ''}`.toUpperCase() || '?'
  );
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
