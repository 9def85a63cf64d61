import { useQuery } from '@tanstack/react-query';
import { ChevronDownIcon, ChevronRightIcon, Skeleton } from '@tessera/ui';
import { useId, useState } from 'react';
import { Ago } from '../../format/Ago.tsx';
import { eventDetailsQuery, latestEventsQuery } from './latest.ts';
import { captureMessages } from './messages.ts';
import styles from './SendEventsPage.module.css';

const messages = captureMessages.arrived;

/** So many of the latest events are shown by name. */
const NAMED = 5;

interface LatestEventsProps {
  projectId: number;
  /** How many events there are; what is shown is asked again when it changes. */
  count: number;
}

/** Which events came, the latest first, and what is known of one of them: of the latest until another is chosen. */
export function LatestEvents({ projectId, count }: LatestEventsProps) {
  const { data: names = [] } = useQuery(latestEventsQuery(projectId, count));
  const [chosen, setChosen] = useState<string | null>(null);
  const open = chosen ?? names[0];
  return (
    names.length > 0 && (
      <ul className={styles.names} aria-label={messages.latest}>
        {names.slice(0, NAMED).map((name) => (
          <LatestEvent
            key={name}
            {...{ projectId, count, name }}
            isOpen={name === open}
            onToggle={() => setChosen(name === open ? '' : name)}
          />
        ))}
      </ul>
    )
  );
}

interface LatestEventProps extends LatestEventsProps {
  name: string;
  isOpen: boolean;
  onToggle: () => void;
}

function LatestEvent({ projectId, count, name, isOpen, onToggle }: LatestEventProps) {
  const id = useId();
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <li className={styles.latest}>
      <button
        type="button"
        className={styles.event}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        {name}
        <Chevron size={14} aria-hidden />
      </button>
      {isOpen && (
        <div id={id} className={styles.details}>
          <Details {...{ projectId, count, name }} />
        </div>
      )}
    </li>
  );
}

function Details({ projectId, count, name }: LatestEventsProps & { name: string }) {
  const { data, error } = useQuery(eventDetailsQuery(projectId, name, count));
  if (!data) {
    return error ? <p className={styles.text}>{error.message}</p> : <Skeleton width={160} height={18} />;
  }
  const { lastAt, properties, others } = data;
  return (
    <>
      <p className={styles.text}>
        {lastAt === null ? (
          messages.notLately
        ) : (
          <>
            {messages.lastAt} <Ago instant={lastAt} />
          </>
        )}
      </p>
      {properties.length === 0 ? (
        <p className={styles.text}>{messages.noProperties}</p>
      ) : (
        <dl className={styles.properties} aria-label={messages.properties(name)}>
          {properties.map((property) => (
            <div key={property.name}>
              <dt>{property.name}</dt>
              <dd>{property.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {others > 0 && <p className={styles.text}>{messages.more(others)}</p>}
    </>
  );
}
