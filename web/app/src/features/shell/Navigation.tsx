import { Link, type LinkProps } from '@tanstack/react-router';
import {
  cx,
  DashboardIcon,
  IconButton,
  InsightIcon,
  Kbd,
  Mark,
  SearchIcon,
  SendIcon,
  SidebarIcon,
} from '@tessera/ui';
import type { ReactNode } from 'react';
import { shellMessages as messages } from './messages.ts';
import styles from './Navigation.module.css';
import { PinnedDashboards } from './PinnedDashboards.tsx';
import { ProjectSwitcher } from './ProjectSwitcher.tsx';
import { UserMenu } from './UserMenu.tsx';
import { isMac } from './usePaletteShortcut.ts';
import { useProjectId } from './useProjectId.ts';

interface NavigationProps {
  collapsed: boolean;
  /** Absent in the drawer, which has no narrow form. */
  onCollapse?: () => void;
  onSearch: () => void;
}

export function Navigation({ collapsed, onCollapse, onSearch }: NavigationProps) {
  const projectId = useProjectId();
  return (
    <div className={cx(styles.navigation, collapsed && styles.collapsed)}>
      <div className={styles.head}>
        <Mark size={22} />
        {!collapsed && <span className={styles.product}>{messages.product}</span>}
        {onCollapse && (
          <IconButton
            size="sm"
            label={collapsed ? messages.expand : messages.collapse}
            icon={<SidebarIcon size={16} />}
            aria-expanded={!collapsed}
            onClick={onCollapse}
          />
        )}
      </div>
      <ProjectSwitcher collapsed={collapsed} />
      <button
        type="button"
        className={cx(styles.link, styles.search)}
        onClick={onSearch}
        title={collapsed ? messages.search : undefined}
        aria-label={collapsed ? messages.search : undefined}
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      >
        <SearchIcon size={15} aria-hidden />
        {!collapsed && (
          <>
            <span className={styles.label}>{messages.search}</span>
            <span aria-hidden="true">
              <Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
            </span>
          </>
        )}
      </button>
      <nav aria-label={messages.navigation} className={styles.scroll}>
        {projectId !== null && (
          <ul className={styles.list}>
            <Item
              collapsed={collapsed}
              icon={<DashboardIcon size={16} aria-hidden />}
              label={messages.dashboards}
              to="/project/$projectId/dashboards"
              params={{ projectId }}
            />
            <Item
              collapsed={collapsed}
              icon={<InsightIcon size={16} aria-hidden />}
              label={messages.insights}
              to="/project/$projectId/insights"
              params={{ projectId }}
            />
            <Item
              collapsed={collapsed}
              icon={<SendIcon size={16} aria-hidden />}
              label={messages.sendEvents}
              to="/project/$projectId/send-events"
              params={{ projectId }}
            />
          </ul>
        )}
        {projectId !== null && !collapsed && <PinnedDashboards projectId={projectId} />}
      </nav>
      <UserMenu collapsed={collapsed} />
    </div>
  );
}

type ItemProps = LinkProps & { collapsed: boolean; icon: ReactNode; label: string };

function Item({ collapsed, icon, label, ...link }: ItemProps) {
  return (
    <li>
      <Link {...link} className={styles.link} title={collapsed ? label : undefined} aria-label={label}>
        {icon}
        {!collapsed && <span className={styles.label}>{label}</span>}
      </Link>
    </li>
  );
}
