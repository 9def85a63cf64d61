import { useNavigate } from '@tanstack/react-router';
import { Avatar, cx, Menu, MenuHeading, MenuItem, SwitchIcon, showToast } from '@tessera/ui';
import { useMe, useProjects, useSetCurrentProject } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';
import styles from './ProjectSwitcher.module.css';
import { useProjectId } from './useProjectId.ts';

/** The project that the page is about, and the way to the others. */
export function ProjectSwitcher({ collapsed }: { collapsed: boolean }) {
  const { organization } = useMe();
  const projects = useProjects();
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutate: setCurrent } = useSetCurrentProject();
  const current = projects.find((project) => project.id === projectId);
  if (!current) {
    return null;
  }
  const switchTo = (id: number) => {
    if (id !== projectId) {
      setCurrent(id, { onError: () => showToast(messages.switchFailed, { tone: 'danger' }) });
      void navigate({ to: '/project/$projectId/dashboards', params: { projectId: id } });
    }
  };
  return (
    <Menu
      label={messages.projects}
      placement="bottom-start"
      matchWidth
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          className={cx(styles.switcher, collapsed && styles.collapsed)}
          aria-label={messages.switchProject(current.name)}
        >
          <Avatar name={current.name} />
          {!collapsed && (
            <>
              <span className={styles.names}>
                <span className={styles.name}>{current.name}</span>
                {organization && <span className={styles.organization}>{organization.name}</span>}
              </span>
              <SwitchIcon size={14} aria-hidden />
            </>
          )}
        </button>
      )}
    >
      <MenuHeading>{organization?.name ?? messages.projects}</MenuHeading>
      {projects.map((project) => (
        <MenuItem
          key={project.id}
          icon={<Avatar name={project.name} />}
          checked={project.id === projectId}
          onSelect={() => switchTo(project.id)}
        >
          {project.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
