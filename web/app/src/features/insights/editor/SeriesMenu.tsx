import {
  ArrowDownIcon,
  ArrowUpIcon,
  DuplicateIcon,
  EditIcon,
  MenuItem,
  MenuSeparator,
  MoreMenu,
  TrashIcon,
} from '@tessera/ui';
import { editorMessages as messages } from './messages.ts';

export interface SeriesActions {
  letter: string;
  /** The series in the query, as errors name it. */
  path: string;
  /** Absent where it cannot be done. */
  onRemove?: () => void;
  onDuplicate: () => void;
  onMoveUp?: () => void;
  onMoveDown?: () => void;
}

export function SeriesMenu({
  letter,
  onRename,
  onRemove,
  onDuplicate,
  onMoveUp,
  onMoveDown,
}: Omit<SeriesActions, 'path'> & { onRename?: () => void }) {
  return (
    <MoreMenu size="sm" label={messages.seriesMenu(letter)}>
      {onRename && (
        <MenuItem icon={<EditIcon size={15} />} onSelect={onRename}>
          {messages.rename}
        </MenuItem>
      )}
      <MenuItem icon={<DuplicateIcon size={15} />} onSelect={onDuplicate}>
        {messages.duplicate}
      </MenuItem>
      <MenuItem icon={<ArrowUpIcon size={15} />} disabled={!onMoveUp} onSelect={() => onMoveUp?.()}>
        {messages.moveUp}
      </MenuItem>
      <MenuItem icon={<ArrowDownIcon size={15} />} disabled={!onMoveDown} onSelect={() => onMoveDown?.()}>
        {messages.moveDown}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<TrashIcon size={15} />} disabled={!onRemove} onSelect={() => onRemove?.()}>
        {messages.remove}
      </MenuItem>
    </MoreMenu>
  );
}
