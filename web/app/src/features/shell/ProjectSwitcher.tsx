import { Avatar, cx, Menu, MenuHeading, MenuItem, SwitchIcon } from '@tessera/ui';
import { useMe, useProjects } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';
import styles from './ProjectSwitcher.module.css';
import { useProjectId } from './useProjectId.ts';
import { useSwitchProject } from './useSwitchProject.ts';

/** The project that the page is about, and the way to the others. */
export function ProjectSwitcher({ collapsed }: { collapsed: boolean }) {
  const { organization } = useMe();
  const projects = useProjects();
  const projectId = useProjectId();
  const switchTo = useSwitchProject();
  const current = projects.find((project) => project.id === projectId);
  if (!current) {
    return null;
  }
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
          aria-label={collapsed ? messages.switchProject(current.name) : undefined}
        >
          <Avatar name={current.name} />
          {!collapsed && (
            <>
              <span className="visually-hidden">{messages.projectOf}</span>{' '}
              <span className={styles.names}>
                <span className={styles.name}>{current.name}</span>
                {organization && <span className={styles.organization}>{organization.name}</span>}
              </span>
              <span className="visually-hidden">{messages.switchIt}</span>
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
          onSelect={() => project.id !== projectId && switchTo(project.id)}
        >
          {project.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
