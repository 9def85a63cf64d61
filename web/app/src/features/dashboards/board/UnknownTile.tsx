import { Note } from '../../insights/results/Note.tsx';
import type { TileProps } from './GridItem.tsx';
import { boardMessages as messages } from './messages.ts';
import { TileFrame } from './TileFrame.tsx';
import { TileMenu } from './TileMenu.tsx';

/** The place of something that came through the API and cannot be shown yet. */
export function UnknownTile(props: TileProps) {
  return (
    <TileFrame
      {...props}
      title={messages.tile.untitled}
      actions={<TileMenu {...props} title={messages.tile.untitled} />}
    >
      <Note title={messages.tile.unknown} />
    </TileFrame>
  );
}
