import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass, Panel, Skeleton } from '@tessera/ui';
import { useEffect, useRef } from 'react';
import { meQuery, projectQuery, useProjects } from '../access/queries.ts';
import { LatestEvents } from './LatestEvents.tsx';
import { captureMessages as messages } from './messages.ts';
import { POLL, type RecentEvents, recentEventsQuery } from './queries.ts';
import styles from './SendEventsPage.module.css';

/** Listens for the first event of a project, then counts those that follow. */
export function Arrivals({ projectId }: { projectId: number }) {
  const { arrived, isFirst, recent, error } = useArrivals(projectId);
  const { listening } = messages;
  const title = isFirst ? messages.arrived.title : messages.arrived.titleBefore;
  return (
    <Panel className={styles.panel}>
      <div className={styles.listening}>
        {!arrived && <Stones />}
        <div className={styles.step}>
          {/* Read aloud when it changes; the counts, which go on changing, are not. */}
          <h2 className={styles.heading} aria-live="polite">
            {arrived ? title : listening.title}
          </h2>
          {!arrived && <p className={styles.text}>{listening.text}</p>}
        </div>
      </div>
      {arrived && <Arrived projectId={projectId} recent={recent} isFirst={isFirst} />}
      {error && <p className={styles.text}>{messages.failed(error.message)}</p>}
    </Panel>
  );
}

/**
 * Whether a project has events, and what it got lately. What is counted says it first, but has only events with a
 * timestamp of late; the project itself says it of all.
 */
function useArrivals(projectId: number) {
  const client = useQueryClient();
  const known = useProjects().some((project) => project.id === projectId && project.ingested_event);
  const knownAtFirst = useRef(known).current;
  const { data: project } = useQuery({
    ...projectQuery(projectId),
    enabled: !known,
    refetchInterval: ({ state }) => !state.data?.ingested_event && POLL.waiting,
  });
  const ingested = known || project?.ingested_event === true;
  const { data: recent, error } = useQuery({
    ...recentEventsQuery(projectId),
    refetchInterval: ({ state }) => (ingested || state.data?.count ? POLL.counting : POLL.waiting),
  });
  const counted = (recent?.count ?? 0) > 0;
  const arrived = ingested || counted;
  useEffect(() => {
    if (arrived && !known) {
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
      if (!counted) {
        // What has just arrived is not to wait until it is counted the next time.
        void client.invalidateQueries({ queryKey: recentEventsQuery(projectId).queryKey });
      }
    }
  }, [arrived, counted, known, projectId, client]);
  return { arrived, isFirst: !knownAtFirst, recent, error };
}

function Stones() {
  return (
    <div className={styles.stones} aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j'].map((key) => (
        <i key={key} />
      ))}
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
      <div className={styles.arrived} aria-busy={recent === undefined}>
        {recent === undefined ? (
          <Skeleton width={120} height={36} />
        ) : (
          <>
            <Counts {...recent} />
            {isFirst && recent.count === 0 && <p className={styles.text}>{messages.arrived.elsewhen}</p>}
            <LatestEvents projectId={projectId} count={recent.count} />
          </>
        )}
      </div>
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

function Counts({ count, libraries }: RecentEvents) {
  return (
    <>
      <div>
        <p className={styles.number}>{count.toLocaleString('en')}</p>
        <p className={styles.text}>{messages.arrived.recent(count)}</p>
      </div>
      {libraries.length > 0 && (
        <ul className={styles.libraries} aria-label={messages.arrived.libraries}>
          {libraries.slice(0, 5).map((library) => (
            <li key={library.name}>
              <span className={styles.library}>{library.name ?? messages.arrived.noLibrary}</span>
              <span className="numeric">{library.count.toLocaleString('en')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
