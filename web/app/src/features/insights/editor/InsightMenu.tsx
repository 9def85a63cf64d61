import {
  CopyIcon,
  copyText,
  DuplicateIcon,
  IconButton,
  Menu,
  MenuItem,
  MenuSeparator,
  MoreIcon,
  showToast,
  UndoIcon,
} from '@tessera/ui';
import { editorMessages as messages } from './messages.ts';

interface InsightMenuProps {
  isNew: boolean;
  isChanged: boolean;
  canSave: boolean;
  onSaveAs: () => void;
  onDiscard: () => void;
}

export function InsightMenu({ isNew, isChanged, canSave, onSaveAs, onDiscard }: InsightMenuProps) {
  const copyLink = async () =>
    (await copyText(window.location.href))
      ? showToast(messages.linkCopied)
      : showToast(messages.linkNotCopied, { tone: 'danger' });
  return (
    <Menu
      label={messages.more}
      trigger={(trigger) => <IconButton {...trigger} label={messages.more} icon={<MoreIcon size={16} />} />}
    >
      {!isNew && (
        <MenuItem icon={<DuplicateIcon size={15} />} disabled={!canSave} onSelect={onSaveAs}>
          {messages.saveAs}
        </MenuItem>
      )}
      <MenuItem icon={<CopyIcon size={15} />} onSelect={() => void copyLink()}>
        {messages.copyLink}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<UndoIcon size={15} />} disabled={!isChanged} onSelect={onDiscard}>
        {messages.discard}
      </MenuItem>
    </Menu>
  );
}
