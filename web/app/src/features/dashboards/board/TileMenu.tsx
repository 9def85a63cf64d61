import { useNavigate } from '@tanstack/react-router';
import type { Tile } from '@tessera/board-model';
import {
  DuplicateIcon,
  EditIcon,
  FrameIcon,
  InsightIcon,
  MenuHeading,
  MenuItem,
  MenuSeparator,
  MoreMenu,
  OpenIcon,
  showToast,
  TextIcon,
  ToTopIcon,
  TrashIcon,
} from '@tessera/ui';
import { type CSSProperties, lazy, Suspense, useState } from 'react';
import { useBoardContext } from './BoardContext.ts';
import { TILE_COLORS } from './colors.ts';
import { boardMessages } from './messages.ts';
import styles from './Tile.module.css';
import { focusTile, leaveTile } from './tileFocus.ts';
import { useDuplicateTile } from './useDuplicateTile.ts';

const RenameDialog = lazy(() => import('./RenameDialog.tsx'));
const messages = boardMessages.tile;

interface TileMenuProps {
  tile: Tile;
  title: string;
  toTop: (id: number) => void;
  onOpen: (id: number) => void;
  /** Starts writing the text of the tile. */
  onWrite?: () => void;
}

/** What can be done with a tile. */
export function TileMenu(props: TileMenuProps) {
  const { tile, title } = props;
  const { store, canEdit } = useBoardContext();
  const [renaming, setRenaming] = useState(false);
  if (tile.content.kind !== 'insight' && !canEdit) {
    return null;
  }
  const change = (fields: Partial<Tile>) => store.updateTile(tile.id, (it) => ({ ...it, ...fields }));
  return (
    <>
      <MoreMenu size="sm" label={messages.menu(title)}>
        {tile.content.kind === 'insight' && <InsightItems {...props} shortId={tile.content.shortId} />}
        {canEdit && <EditItems {...props} onChange={change} onRename={() => setRenaming(true)} />}
      </MoreMenu>
      {renaming && (
        <Suspense>
          <RenameDialog tile={tile} onSave={change} onClose={() => setRenaming(false)} />
        </Suspense>
      )}
    </>
  );
}

function InsightItems({ tile, shortId, onOpen }: TileMenuProps & { shortId: string }) {
  const { projectId } = useBoardContext();
  const navigate = useNavigate();
  const edit = () =>
    void navigate({ to: '/project/$projectId/insights/$shortId', params: { projectId, shortId } });
  return (
    <>
      <MenuItem icon={<OpenIcon size={15} />} onSelect={() => onOpen(tile.id)}>
        {messages.open}
      </MenuItem>
      <MenuItem icon={<InsightIcon size={15} />} onSelect={edit}>
        {messages.edit}
      </MenuItem>
    </>
  );
}

interface EditItemsProps extends TileMenuProps {
  onChange: (fields: Partial<Tile>) => void;
  onRename: () => void;
}

function EditItems({ tile, title, toTop, onWrite, onChange, onRename }: EditItemsProps) {
  const { store } = useBoardContext();
  const duplicate = useDuplicateTile();
  // Not the undoing of the last step: others may have followed by then.
  const restore = () => {
    store.update((board) => ({ ...board, tiles: new Map(board.tiles).set(tile.id, tile) }));
    focusTile(tile.id);
  };
  const remove = () => {
    leaveTile();
    store.update((board) => {
      const tiles = new Map(board.tiles);
      tiles.delete(tile.id);
      return { ...board, tiles };
    });
    showToast(messages.removed(title), { action: { label: boardMessages.undo, run: restore } });
  };
  return (
    <>
      {tile.content.kind === 'insight' && <NameItems tile={tile} onChange={onChange} onRename={onRename} />}
      {onWrite && <TextItems tile={tile} onChange={onChange} onWrite={onWrite} />}
      <MenuItem icon={<ToTopIcon size={15} />} onSelect={() => toTop(tile.id)}>
        {messages.toTop}
      </MenuItem>
      {tile.content.kind !== 'unknown' && (
        <MenuItem icon={<DuplicateIcon size={15} />} onSelect={() => void duplicate(tile, title)}>
          {messages.duplicate}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuHeading>{messages.color}</MenuHeading>
      <Swatches value={tile.color} onChange={(color) => onChange({ color })} />
      <MenuSeparator />
      <MenuItem danger icon={<TrashIcon size={15} />} onSelect={remove}>
        {messages.remove}
      </MenuItem>
    </>
  );
}

function NameItems({ tile, onChange, onRename }: Pick<EditItemsProps, 'tile' | 'onChange' | 'onRename'>) {
  return (
    <>
      <MenuItem icon={<EditIcon size={15} />} onSelect={onRename}>
        {messages.rename}
      </MenuItem>
      <MenuItem
        icon={<TextIcon size={15} />}
        disabled={!tile.description && !tile.showDescription}
        onSelect={() => onChange({ showDescription: !tile.showDescription })}
      >
        {tile.showDescription ? messages.hideDescription : messages.showDescription}
      </MenuItem>
    </>
  );
}

function TextItems({
  tile,
  onChange,
  onWrite,
}: Pick<EditItemsProps, 'tile' | 'onChange'> & { onWrite: () => void }) {
  return (
    <>
      <MenuItem icon={<EditIcon size={15} />} onSelect={onWrite}>
        {messages.editText}
      </MenuItem>
      <MenuItem
        icon={<FrameIcon size={15} />}
        onSelect={() => onChange({ transparentBackground: !tile.transparentBackground })}
      >
        {tile.transparentBackground ? messages.showFrame : messages.hideFrame}
      </MenuItem>
    </>
  );
}

function Swatches({ value, onChange }: { value: string | null; onChange: (color: string | null) => void }) {
  const colors = [[null, undefined] as const, ...Object.entries(TILE_COLORS)];
  return (
    <div className={styles.swatches}>
      {colors.map(([name, token]) => (
        <button
          key={name ?? ''}
          type="button"
          role="menuitemradio"
          aria-checked={value === name}
          aria-label={name ? messages.colorIs(name) : messages.colorIs(messages.noColor)}
          title={name ?? messages.noColor}
          tabIndex={-1}
          className={styles.swatch}
          style={token ? ({ '--swatch': token } as CSSProperties) : undefined}
          onClick={() => onChange(name)}
        />
      ))}
    </div>
  );
}
