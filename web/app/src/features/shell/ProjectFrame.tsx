import { Link, Outlet } from '@tanstack/react-router';
import { buttonClass, EmptyState, Mark } from '@tessera/ui';
import { useProjects } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';
import { useProjectId } from './useProjectId.ts';

/** The pages of one project; those of a project that is not one's own say so. */
export function ProjectFrame() {
  const projectId = useProjectId();
  const projects = useProjects();
  if (!projects.some((project) => project.id === projectId)) {
    return (
      <EmptyState
        page
        icon={<Mark size={40} />}
        title={messages.noAccess.title}
        actions={
          <Link to="/" className={buttonClass({ variant: 'primary' })}>
            {messages.noAccess.home}
          </Link>
        }
      >
        {messages.noAccess.text}
      </EmptyState>
    );
  }
  return <Outlet key={projectId} />;
}
