import { Link } from '@tanstack/react-router';
import { cx, DuplicateIcon, MenuItem, MenuSeparator, MoreMenu, StarIcon, TrashIcon } from '@tessera/ui';
import { Ago } from '../../../format/Ago.tsx';
import { MarkButton, Person, TagsBelow, TagsCell } from '../../lists/cells.tsx';
import styles from '../../lists/List.module.css';
import { leaveRow } from '../../lists/rowFocus.ts';
import { DisplayIcon, displayOf } from '../DisplayIcon.tsx';
import { insightMessages as messages } from '../messages.ts';
import { nameOf } from '../names.ts';
import type { Insight } from '../wire.ts';
import { useInsightActions } from './useInsightActions.ts';

interface InsightRowProps {
  projectId: number;
  insight: Insight;
  onSearch: (text: string) => void;
}

export function InsightRow({ projectId, insight, onSearch }: InsightRowProps) {
  const { toggleFavorite, duplicate, remove } = useInsightActions(projectId);
  const { id, short_id, description, favorited, tags, dashboards, created_by, last_modified_at } = insight;
  const name = nameOf(insight);
  return (
    <tr data-row={id} className={styles.row}>
      <td className={styles.mark}>
        <MarkButton
          gilded
          marked={favorited}
          label={favorited ? messages.unfavor(name) : messages.favor(name)}
          icon={<StarIcon size={15} />}
          onToggle={() => void toggleFavorite(insight)}
        />
      </td>
      <td className={styles.name}>
        <div className={styles.named}>
          <DisplayIcon display={displayOf(insight)} />
          <div>
            <Link
              className={styles.link}
              to="/project/$projectId/insights/$shortId"
              params={{ projectId, shortId: short_id }}
            >
              {name}
            </Link>
            {description && <div className={styles.description}>{description}</div>}
            <TagsBelow tags={tags} onSearch={onSearch} />
          </div>
        </div>
      </td>
      <TagsCell tags={tags} onSearch={onSearch} />
      <td className={cx(styles.secondary, 'numeric')}>{messages.dashboards(dashboards.length)}</td>
      <td className={styles.secondary}>
        <Person user={created_by} />
      </td>
      <td className={cx(styles.secondary, styles.when)}>
        <Ago instant={last_modified_at} />
      </td>
      <td className={styles.actions}>
        <MoreMenu size="sm" label={messages.more(name)}>
          <MenuItem icon={<DuplicateIcon size={15} />} onSelect={() => void duplicate(insight)}>
            {messages.duplicate}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<TrashIcon size={15} />}
            onSelect={() => {
              leaveRow();
              void remove(insight);
            }}
          >
            {messages.delete}
          </MenuItem>
        </MoreMenu>
      </td>
    </tr>
  );
}
