import { Outlet } from '@tanstack/react-router';
import { EmptyState } from '@tessera/ui';
import { useProjects } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';
import { useProjectId } from './useProjectId.ts';

/** The pages of one project; those of a project that is not one's own say so. */
export function ProjectFrame() {
  const projectId = useProjectId();
  const projects = useProjects();
  if (!projects.some((project) => project.id === projectId)) {
    return <EmptyState title={messages.noAccess.title}>{messages.noAccess.text}</EmptyState>;
  }
  return <Outlet key={projectId} />;
}
