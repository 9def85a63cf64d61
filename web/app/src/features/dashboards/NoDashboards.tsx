import { Link } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, Mark, Panel } from '@tessera/ui';
import { useProjects } from '../access/queries.ts';
import { dashboardMessages } from './messages.ts';

const messages = dashboardMessages.empty;

/** The list before its first entry: leads to events first, because a dashboard shows nothing without them. */
export function NoDashboards({ projectId, onCreate }: { projectId: number; onCreate: () => void }) {
  const hasEvents = useProjects().some((project) => project.id === projectId && project.ingested_event);
  return (
    <Panel>
      <EmptyState
        icon={<Mark size={44} />}
        title={messages.title}
        actions={
          hasEvents ? (
            <Button variant="primary" onClick={onCreate}>
              {messages.create}
            </Button>
          ) : (
            <>
              <Button onClick={onCreate}>{messages.create}</Button>
              <Link
                to="/project/$projectId/send-events"
                params={{ projectId }}
                className={buttonClass({ variant: 'primary' })}
              >
                {messages.sendEvents}
              </Link>
            </>
          )
        }
      >
        {hasEvents ? messages.textWithEvents : messages.text}
      </EmptyState>
    </Panel>
  );
}
