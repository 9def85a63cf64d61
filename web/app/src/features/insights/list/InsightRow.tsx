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
  StarIcon,
  Tag,
  TrashIcon,
} from '@tessera/ui';
import { ago, exactTime } from '../../../format/time.ts';
import { nameOf } from '../editor/useSaving.ts';
import { insightMessages as messages } from '../messages.ts';
import type { Insight } from '../wire.ts';
import styles from './InsightList.module.css';
import { useInsightActions } from './useInsightActions.ts';

export function InsightRow({ projectId, insight }: { projectId: number; insight: Insight }) {
  const { toggleFavorite, duplicate, remove } = useInsightActions(projectId);
  const { short_id, description, favorited, tags, dashboards, created_by, last_modified_at } = insight;
  const name = nameOf(insight);
  return (
    <tr className={styles.row}>
      <td className={styles.star}>
        <IconButton
          size="sm"
          className={cx(favorited ? styles.favorite : styles.ordinary)}
          label={favorited ? messages.unfavor(name) : messages.favor(name)}
          aria-pressed={favorited}
          icon={<StarIcon size={15} />}
          onClick={() => toggleFavorite(insight)}
        />
      </td>
      <td className={styles.name}>
        <Link
          className={styles.link}
          to="/project/$projectId/insights/$shortId"
          params={{ projectId, shortId: short_id }}
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
      <td className={cx(styles.secondary, styles.numeric)}>{messages.dashboards(dashboards.length)}</td>
      <td className={styles.secondary}>
        {created_by && (
          <span className={styles.person} title={created_by.email}>
            <Avatar name={created_by.first_name || created_by.email} />
            {created_by.first_name || created_by.email}
          </span>
        )}
      </td>
      <td className={cx(styles.secondary, styles.when)}>
        <time dateTime={last_modified_at} title={exactTime(last_modified_at)}>
          {ago(last_modified_at, Date.now())}
        </time>
      </td>
      <td className={styles.actions}>
        <Menu
          label={messages.more(name)}
          trigger={(trigger) => (
            <IconButton {...trigger} size="sm" label={messages.more(name)} icon={<MoreIcon size={16} />} />
          )}
        >
          <MenuItem icon={<DuplicateIcon size={15} />} onSelect={() => duplicate(insight)}>
            {messages.duplicate}
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<TrashIcon size={15} />} onSelect={() => remove(insight)}>
            {messages.delete}
          </MenuItem>
        </Menu>
      </td>
    </tr>
  );
}
