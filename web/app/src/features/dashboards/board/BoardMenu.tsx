import {
  DuplicateIcon,
  EditIcon,
  FullScreenIcon,
  MenuItem,
  MenuSeparator,
  MoreMenu,
  PinIcon,
  TagIcon,
  TrashIcon,
  UnpinIcon,
} from '@tessera/ui';
import { lazy, Suspense, useState } from 'react';
import { useDuplicateDashboard } from '../useDuplicateDashboard.ts';
import { useBoard, useBoardContext } from './BoardContext.ts';
import { boardMessages as messages } from './messages.ts';
import type { FullScreen } from './useFullScreen.ts';
import { useRemoveBoard } from './useRemoveBoard.ts';
import type { FullDashboard } from './wire.ts';

const TagsDialog = lazy(() => import('../TagsDialog.tsx'));

interface BoardMenuProps {
  dashboard: FullDashboard;
  fullScreen: FullScreen;
  onDescribe: () => void;
}

export function BoardMenu({ dashboard, fullScreen, onDescribe }: BoardMenuProps) {
  const { projectId, store, sync, canEdit } = useBoardContext();
  const board = useBoard();
  const duplicate = useDuplicateDashboard(projectId);
  const remove = useRemoveBoard();
  const [tagging, setTagging] = useState(false);
  const duplicateSaved = async () => {
    await sync.flush();
    await duplicate({ ...dashboard, name: store.current().name });
  };
  return (
    <>
      <MoreMenu iconSize={18} label={messages.menu}>
        {canEdit && (
          <>
            <MenuItem
              icon={board.pinned ? <UnpinIcon size={15} /> : <PinIcon size={15} />}
              onSelect={() => store.update((it) => ({ ...it, pinned: !it.pinned }))}
            >
              {board.pinned ? messages.unpin : messages.pin}
            </MenuItem>
            <MenuItem icon={<EditIcon size={15} />} onSelect={onDescribe}>
              {messages.description}
            </MenuItem>
            <MenuItem icon={<TagIcon size={15} />} onSelect={() => setTagging(true)}>
              {messages.editTags}
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuItem icon={<FullScreenIcon size={15} />} onSelect={fullScreen.toggle}>
          {fullScreen.active ? messages.leaveFullScreen : messages.fullScreen}
        </MenuItem>
        {canEdit && !fullScreen.active && (
          <>
            <MenuItem icon={<DuplicateIcon size={15} />} onSelect={() => void duplicateSaved()}>
              {messages.duplicate}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger icon={<TrashIcon size={15} />} onSelect={() => void remove()}>
              {messages.delete}
            </MenuItem>
          </>
        )}
      </MoreMenu>
      {tagging && (
        <Suspense>
          <TagsDialog
            tags={board.tags}
            onSave={(tags) => store.update((it) => ({ ...it, tags }))}
            onClose={() => setTagging(false)}
          />
        </Suspense>
      )}
    </>
  );
}
