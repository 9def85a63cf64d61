import type { Tile } from '@tessera/board-model';
import { cx } from '@tessera/ui';
import { type CSSProperties, memo } from 'react';
import styles from './Grid.module.css';
import { InsightTile } from './InsightTile.tsx';
import { TextTile } from './TextTile.tsx';
import { UnknownTile } from './UnknownTile.tsx';
import type { GestureHandlers } from './useGestures.ts';

interface GridItemProps {
  tile: Tile;
  area: CSSProperties;
  editing: boolean;
  /** Whether it is being moved or resized. */
  held: boolean;
  gestures: GestureHandlers;
  toTop: (id: number) => void;
  onOpen: (id: number) => void;
}

/** A tile in its place. */
export function GridItem({ tile, area, editing, held, gestures, toTop, onOpen }: GridItemProps) {
  return (
    <div className={cx(styles.item, held && styles.held)} style={area} data-tile={tile.id}>
      <Content tile={tile} editing={editing} gestures={gestures} toTop={toTop} onOpen={onOpen} />
      {editing && (
        <div
          className={styles.stretch}
          aria-hidden="true"
          onPointerDown={(event) => gestures.stretch(event.nativeEvent, tile.id)}
        />
      )}
    </div>
  );
}

export interface TileProps {
  tile: Tile;
  editing: boolean;
  gestures: GestureHandlers;
  toTop: (id: number) => void;
  onOpen: (id: number) => void;
}

/** Not drawn again while others are moved about. */
const Content = memo(function Content(props: TileProps) {
  switch (props.tile.content.kind) {
    case 'insight':
      return <InsightTile {...props} insightId={props.tile.content.insightId} />;
    case 'text':
      return <TextTile {...props} />;
    case 'unknown':
      return <UnknownTile {...props} />;
  }
});
