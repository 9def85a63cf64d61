import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass, Panel, Skeleton } from '@tessera/ui';
import { useEffect, useId, useRef } from 'react';
import { shortAgo } from '../../format/time.ts';
import { meQuery, useProjects } from '../access/queries.ts';
import { captureMessages as messages } from './messages.ts';
import { type RecentEvents, recentEventsQuery } from './queries.ts';
import styles from './SendEventsPage.module.css';

/** Listens for the first event of a project, then counts those that follow. */
export function Arrivals({ projectId }: { projectId: number }) {
  const { data: recent, error } = useQuery(recentEventsQuery(projectId));
  const client = useQueryClient();
  const known = useProjects().some((project) => project.id === projectId && project.ingested_event);
  const knownAtFirst = useRef(known).current;
  const arrived = known || (recent?.count ?? 0) > 0;
  useEffect(() => {
    if (arrived && !known) {
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    }
  }, [arrived, known, client]);
  return (
    <Panel className={styles.panel} aria-live="polite">
      {arrived ? <Arrived projectId={projectId} recent={recent} isFirst={!knownAtFirst} /> : <Listening />}
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
  recent: RecentEvents | undefined;
  isFirst: boolean;
}

function Arrived({ projectId, recent, isFirst }: ArrivedProps) {
  return (
    <>
      <h2 className={styles.heading}>{isFirst ? messages.arrived.title : messages.arrived.titleBefore}</h2>
      {recent === undefined ? <Skeleton width={120} height={36} /> : <Counts {...recent} />}
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

function Counts({ count, latest, libraries }: RecentEvents) {
  const now = Date.now();
  return (
    <>
      <div>
        <p className={styles.number}>{count.toLocaleString('en')}</p>
        <p className={styles.text}>{messages.arrived.recent(count)}</p>
      </div>
      <Facts
        label={messages.arrived.latest}
        facts={latest.map(({ name, seenAt }) => [name, seenAt ? shortAgo(seenAt, now) : ''])}
      />
      <Facts
        label={messages.arrived.libraries}
        facts={libraries
          .slice(0, 5)
          .map((library) => [library.name ?? messages.arrived.noLibrary, library.count.toLocaleString('en')])}
      />
    </>
  );
}

function Facts({ label, facts }: { label: string; facts: (readonly [name: string, value: string])[] }) {
  const id = useId();
  return (
    facts.length > 0 && (
      <div className={styles.step}>
        <h3 id={id} className={styles.label}>
          {label}
        </h3>
        <ul className={styles.factList} aria-labelledby={id}>
          {facts.map(([name, value]) => (
            <li key={name}>
              <span className={styles.fact}>{name}</span>
              <span className="numeric">{value}</span>
            </li>
          ))}
        </ul>
      </div>
    )
  );
}
