import { Link } from '@tanstack/react-router';
import {
  Avatar,
  cx,
  DuplicateIcon,
  IconButton,
  Menu,
  MenuItem,
  MenuSeparator,
  MoreIcon,
  PinIcon,
  Tag,
  TrashIcon,
} from '@tessera/ui';
import { ago, exactTime } from '../../format/time.ts';
import styles from './DashboardList.module.css';
import { dashboardMessages as messages } from './messages.ts';
import { useDashboardActions } from './useDashboardActions.ts';
import type { DashboardBasic } from './wire.ts';

interface DashboardRowProps {
  projectId: number;
  dashboard: DashboardBasic;
}

export function DashboardRow({ projectId, dashboard }: DashboardRowProps) {
  const { togglePin, duplicate, remove } = useDashboardActions(projectId);
  const { id, description, pinned, tags, created_by, created_at, last_viewed_at } = dashboard;
  const name = dashboard.name || messages.untitled;
  return (
    <tr className={styles.row}>
      <td className={styles.pin}>
        <IconButton
          size="sm"
          className={cx(pinned ? styles.pinned : styles.unpinned)}
          label={pinned ? messages.unpin(name) : messages.pin(name)}
          aria-pressed={pinned}
          icon={<PinIcon size={15} />}
          onClick={() => void togglePin(dashboard)}
        />
      </td>
      <td className={styles.name}>
        <Link
          className={styles.link}
          to="/project/$projectId/dashboard/$dashboardId"
          params={{ projectId, dashboardId: id }}
        >
          {name}
        </Link>
        {description && <div className={styles.description}>{description}</div>}
      </td>
      <td className={styles.secondary}>
        <div className={styles.tags}>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </div>
      </td>
      <td className={styles.tertiary}>
        {created_by && (
          <span className={styles.person} title={created_by.email}>
            <Avatar name={created_by.first_name || created_by.email} />
            {created_by.first_name || created_by.email}
          </span>
        )}
      </td>
      <td className={cx(styles.tertiary, styles.when)}>
        <When instant={created_at} />
      </td>
      <td className={cx(styles.secondary, styles.when)}>
        {last_viewed_at ? <When instant={last_viewed_at} /> : messages.never}
      </td>
      <td className={styles.actions}>
        <Menu
          label={messages.more(name)}
          trigger={(trigger) => (
            <IconButton {...trigger} size="sm" label={messages.more(name)} icon={<MoreIcon size={16} />} />
          )}
        >
          <MenuItem icon={<DuplicateIcon size={15} />} onSelect={() => void duplicate(dashboard)}>
            {messages.duplicate}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<TrashIcon size={15} />} onSelect={() => void remove(dashboard)}>
            {messages.delete}
          </MenuItem>
        </Menu>
      </td>
    </tr>
  );
}

function When({ instant }: { instant: string }) {
  return (
    <time dateTime={instant} title={exactTime(instant)}>
      {ago(instant, Date.now())}
    </time>
  );
}
