import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { dashboardsQuery } from '../dashboards/queries.ts';
import { shellMessages as messages } from './messages.ts';
import styles from './Navigation.module.css';

const AT_MOST = 12;

/** The pinned dashboards of a project, one step away from every page. */
export function PinnedDashboards({ projectId }: { projectId: number }) {
  const { data = [] } = useQuery(dashboardsQuery(projectId));
  // The navigation may be there twice, beside the page and in a drawer.
  const id = useId();
  const pinned = data.filter((dashboard) => dashboard.pinned).slice(0, AT_MOST);
  if (pinned.length === 0) {
    return null;
  }
  return (
    <>
      <h2 className={styles.heading} id={id}>
        {messages.pinned}
      </h2>
      <ul className={styles.list} aria-labelledby={id}>
        {pinned.map((dashboard) => (
          <li key={dashboard.id}>
            <Link
              to="/project/$projectId/dashboard/$dashboardId"
              params={{ projectId, dashboardId: dashboard.id }}
              className={styles.link}
            >
              <span className={styles.stone} aria-hidden="true" />
              <span className={styles.label}>{dashboard.name || messages.untitled}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
