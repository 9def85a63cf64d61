import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass, Panel, Skeleton } from '@tessera/ui';
import { useEffect, useRef } from 'react';
import { meQuery, useProjects } from '../access/queries.ts';
import { captureMessages as messages } from './messages.ts';
import { recentEventsQuery } from './queries.ts';
import styles from './SendEventsPage.module.css';

/** Listens for the first event of a project, then counts those that follow. */
export function Arrivals({ projectId }: { projectId: number }) {
  const { data: count, error } = useQuery(recentEventsQuery(projectId));
  const client = useQueryClient();
  const known = useProjects().some((project) => project.id === projectId && project.ingested_event);
  const knownAtFirst = useRef(known).current;
  const arrived = known || (count ?? 0) > 0;
  useEffect(() => {
    if (arrived && !known) {
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    }
  }, [arrived, known, client]);
  return (
    <Panel className={styles.panel} aria-live="polite">
      {arrived ? <Arrived projectId={projectId} count={count} isFirst={!knownAtFirst} /> : <Listening />}
      {error && <p className={styles.text}>{messages.failed(error.message)}</p>}
    </Panel>
  );
}

function Listening() {
  return (
    <div className={styles.listening}>
      <div className={styles.stones} aria-hidden="true">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j'].map((key) => (
          <i key={key} />
        ))}
      </div>
      <div className={styles.step}>
        <h2 className={styles.heading}>{messages.listening.title}</h2>
        <p className={styles.text}>{messages.listening.text}</p>
      </div>
    </div>
  );
}

interface ArrivedProps {
  projectId: number;
  /** Undefined until it has been counted. */
  count: number | undefined;
  isFirst: boolean;
}

function Arrived({ projectId, count, isFirst }: ArrivedProps) {
  return (
    <>
      <h2 className={styles.heading}>{isFirst ? messages.arrived.title : messages.arrived.titleBefore}</h2>
      {count === undefined ? (
        <Skeleton width={120} height={36} />
      ) : (
        <div>
          <p className={`${styles.number} numeric`}>{count.toLocaleString('en')}</p>
          <p className={styles.text}>{messages.arrived.recent(count)}</p>
        </div>
      )}
      <div className={styles.actions}>
        <Link
          to="/project/$projectId/insights/new"
          params={{ projectId }}
          className={buttonClass({ variant: 'primary' })}
        >
          {messages.arrived.next}
        </Link>
        <Link to="/project/$projectId/dashboards" params={{ projectId }} className={buttonClass()}>
          {messages.arrived.dashboards}
        </Link>
      </div>
    </>
  );
}
