import { Link } from '@tanstack/react-router';
import { buttonClass } from '@tessera/ui';
import { useProjects } from '../../access/queries.ts';
import { useProjectId } from '../../shell/useProjectId.ts';
import { resultMessages as messages } from './messages.ts';
import { Note } from './Note.tsx';

/** An answer in which nothing was counted. It leads to the first event in a project that has never had one. */
export function NoData() {
  const projectId = useProjectId();
  const project = useProjects().find(({ id }) => id === projectId);
  if (!project || project.ingested_event) {
    return <Note title={messages.noData}>{messages.noDataText}</Note>;
  }
  const action = (
    <Link to="/project/$projectId/send-events" params={{ projectId: project.id }} className={buttonClass({})}>
      {messages.sendEvents}
    </Link>
  );
  return (
    <Note title={messages.noEvents} action={action}>
      {messages.noEventsText}
    </Note>
  );
}
