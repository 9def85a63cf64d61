import { Avatar, cx, IconButton, Tag, useNarrow } from '@tessera/ui';
import type { ReactNode } from 'react';
import type { UserBasic } from '../access/wire.ts';
import styles from './List.module.css';
import { listMessages as messages } from './messages.ts';

export function Person({ user }: { user: UserBasic | null }) {
  const name = user && (user.first_name || user.email);
  return name ? (
    <span className={styles.person} title={user.email}>
      <Avatar name={name} />
      {name}
    </span>
  ) : null;
}

interface TagsProps {
  tags: readonly string[];
  onSearch: (tag: string) => void;
}

/** The tags of something, in a column of their own; a press looks for what has one of them too. */
export function TagsCell(props: TagsProps) {
  return <td className={styles.secondary}>{!useNarrow(720) && <Tags {...props} />}</td>;
}

/** The tags of something under its name, where there is no room for a column of them. */
export function TagsBelow(props: TagsProps) {
  return useNarrow(720) && props.tags.length > 0 && <Tags {...props} />;
}

function Tags({ tags, onSearch }: TagsProps) {
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className={styles.tag}
          title={messages.searchTag(tag)}
          aria-label={messages.searchTag(tag)}
          onClick={() => onSearch(tag)}
        >
          <Tag>{tag}</Tag>
        </button>
      ))}
    </div>
  );
}

interface MarkButtonProps {
  marked: boolean;
  /** Whether the mark is of gold. */
  gilded?: boolean;
  label: string;
  icon: ReactNode;
  onToggle: () => void;
}

/** What puts something above others: a pin, a star. It shows when it is there, and in the row under the pointer. */
export function MarkButton({ marked, gilded, label, icon, onToggle }: MarkButtonProps) {
  return (
    <IconButton
      size="sm"
      className={cx(marked ? styles.marked : styles.unmarked, marked && gilded && styles.gilded)}
      label={label}
      aria-pressed={marked}
      icon={icon}
      onClick={onToggle}
    />
  );
}
