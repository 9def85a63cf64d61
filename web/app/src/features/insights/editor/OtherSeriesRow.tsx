import type { JsonObject } from '@tessera/query-model';
import styles from './Controls.module.css';
import { editorMessages as messages } from './messages.ts';
import { QueryError } from './QueryError.tsx';
import { type SeriesActions, SeriesMenu } from './SeriesMenu.tsx';

/** A series of a kind that has no editor. */
export function OtherSeriesRow({ node, path, ...actions }: SeriesActions & { node: JsonObject }) {
  const name = node.custom_name ?? node.name ?? node.kind;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.letter}>{actions.letter}</span>
        <span className={styles.fixed}>{typeof name === 'string' ? name : ''}</span>
        <SeriesMenu {...actions} />
      </div>
      <p className={styles.note}>{messages.otherSeries}</p>
      <QueryError path={path} />
    </>
  );
}
