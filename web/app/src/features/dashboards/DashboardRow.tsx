import { Link } from '@tanstack/react-router';
import {
  cx,
  DuplicateIcon,
  MenuItem,
  MenuSeparator,
  MoreMenu,
  PinIcon,
  TagIcon,
  TrashIcon,
} from '@tessera/ui';
import { useState } from 'react';
import { Ago } from '../../format/Ago.tsx';
import { MarkButton, Person, TagsBelow, TagsCell } from '../lists/cells.tsx';
import styles from '../lists/List.module.css';
import { leaveRow } from '../lists/rowFocus.ts';
import { dashboardMessages as messages } from './messages.ts';
import TagsDialog from './TagsDialog.tsx';
import { useDashboardActions } from './useDashboardActions.ts';
import { useDuplicateDashboard } from './useDuplicateDashboard.ts';
import type { DashboardBasic } from './wire.ts';

interface DashboardRowProps {
  projectId: number;
  dashboard: DashboardBasic;
  onSearch: (text: string) => void;
}

export function DashboardRow({ projectId, dashboard, onSearch }: DashboardRowProps) {
  const { togglePin, tag, remove } = useDashboardActions(projectId);
  const duplicate = useDuplicateDashboard(projectId);
  const { id, description, pinned, tags, created_by, created_at, last_viewed_at } = dashboard;
  const name = dashboard.name || messages.untitled;
  const [isTagging, setTagging] = useState(false);
  return (
    <tr data-row={id} className={styles.row}>
      <td className={styles.mark}>
        <MarkButton
          marked={pinned}
          label={pinned ? messages.unpin(name) : messages.pin(name)}
          icon={<PinIcon size={15} />}
          onToggle={() => void togglePin(dashboard)}
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
        <TagsBelow tags={tags} onSearch={onSearch} />
      </td>
      <TagsCell tags={tags} onSearch={onSearch} />
      <td className={styles.tertiary}>
        <Person user={created_by} />
      </td>
      <td className={cx(styles.tertiary, styles.when)}>
        <Ago instant={created_at} />
      </td>
      <td className={cx(styles.secondary, styles.when)}>
        {last_viewed_at ? <Ago instant={last_viewed_at} /> : messages.never}
      </td>
      <td className={styles.actions}>
        <MoreMenu size="sm" label={messages.more(name)}>
          <MenuItem icon={<TagIcon size={15} />} onSelect={() => setTagging(true)}>
            {messages.editTags}
          </MenuItem>
          <MenuItem icon={<DuplicateIcon size={15} />} onSelect={() => void duplicate(dashboard)}>
            {messages.duplicate}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<TrashIcon size={15} />}
            onSelect={() => {
              leaveRow();
              void remove(dashboard);
            }}
          >
            {messages.delete}
          </MenuItem>
        </MoreMenu>
        {isTagging && (
          <TagsDialog
            tags={tags}
            onSave={(changed) => void tag(dashboard, changed)}
            onClose={() => setTagging(false)}
          />
        )}
      </td>
    </tr>
  );
}
