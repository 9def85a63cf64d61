import { Outlet, useRouterState } from '@tanstack/react-router';
import { Drawer, IconButton, Mark, MenuIcon, OfflineIcon, SearchIcon } from '@tessera/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useProjects } from '../access/queries.ts';
import { CommandPalette, prepareCommands } from './CommandPalette.tsx';
import { shellMessages as messages } from './messages.ts';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';
import { useCollapsed } from './useCollapsed.ts';
import { useOnline } from './useOnline.ts';
import { usePaletteShortcut } from './usePaletteShortcut.ts';
import { useProjectId } from './useProjectId.ts';

const NewDashboard = lazy(() => import('../dashboards/NewDashboardDialog.tsx'));

/** What surrounds every page for those who are signed in. */
export function Shell() {
  const projectId = useProjectId();
  const project = useProjects().find((it) => it.id === projectId);
  const [collapsed, setCollapsed] = useCollapsed();
  const [drawer, setDrawer] = useState(false);
  const [palette, setPalette] = useState(false);
  const [creating, setCreating] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(prepareCommands, []);
  usePaletteShortcut(() => setPalette((open) => !open));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the path changes
  useEffect(() => setDrawer(false), [path]);
  const openPalette = () => {
    setDrawer(false);
    setPalette(true);
  };
  return (
    <div className={styles.shell} data-collapsed={collapsed}>
      <a className={styles.skip} href="#content">
        {messages.skip}
      </a>
      <header className={styles.topbar}>
        <IconButton
          label={messages.openNavigation}
          icon={<MenuIcon size={18} />}
          onClick={() => setDrawer(true)}
        />
        <Mark size={20} />
        <span className={styles.project}>{project?.name ?? messages.product}</span>
        <IconButton label={messages.search} icon={<SearchIcon size={18} />} onClick={openPalette} />
      </header>
      <header className={styles.sidebar}>
        <Navigation
          collapsed={collapsed}
          onCollapse={() => setCollapsed(!collapsed)}
          onSearch={openPalette}
        />
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <OfflineNotice />
        <Outlet />
      </main>
      {drawer && (
        <Drawer label={messages.navigation} onClose={() => setDrawer(false)}>
          <Navigation collapsed={false} onSearch={openPalette} />
        </Drawer>
      )}
      {palette && (
        <CommandPalette onClose={() => setPalette(false)} onCreateDashboard={() => setCreating(true)} />
      )}
      {creating && projectId !== null && (
        <Suspense>
          <NewDashboard projectId={projectId} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </div>
  );
}

function OfflineNotice() {
  return useOnline() ? null : (
    <div role="status" className={styles.offline}>
      <OfflineIcon size={16} aria-hidden />
      {messages.offline}
    </div>
  );
}
