import type { Tile } from '@tessera/board-model';
import { Skeleton, useScrollable } from '@tessera/ui';
import { lazy, Suspense, useState } from 'react';
import { Note } from '../../insights/results/Note.tsx';
import { useBoardContext } from './BoardContext.ts';
import type { TileProps } from './GridItem.tsx';
import { boardMessages as messages } from './messages.ts';
import styles from './Text.module.css';
import { TextEditor } from './TextEditor.tsx';
import { TileFrame } from './TileFrame.tsx';
import { TileMenu } from './TileMenu.tsx';
import { focusTile } from './tileFocus.ts';
import { titleOf } from './titles.ts';
import { useDiscarding } from './useDiscarding.tsx';

const Markdown = lazy(() => import('./Markdown.tsx'));

/** A tile with a text, which is written where it stands. */
export function TextTile(props: TileProps) {
  const { tile, editing } = props;
  const { canEdit } = useBoardContext();
  const [writing, setWriting] = useState(false);
  const title = titleOf(tile, undefined);
  const scrollable = useScrollable();
  const write = () => setWriting(true);
  const close = () => {
    setWriting(false);
    focusTile(tile.id);
  };
  return (
    <>
      <TileFrame
        {...props}
        title={title}
        titled={false}
        actions={<TileMenu {...props} title={title} onWrite={write} />}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut; the menu of the tile has the same */}
        <div
          {...scrollable}
          className={styles.scroll}
          onDoubleClick={canEdit && !editing ? write : undefined}
        >
          {tile.body.trim() === '' ? (
            <Note title={messages.textEditor.empty} />
          ) : (
            <Suspense fallback={<Skeleton width="60%" />}>
              <Markdown text={tile.body} />
            </Suspense>
          )}
        </div>
      </TileFrame>
      {writing && <InPlace tile={tile} onClose={close} />}
    </>
  );
}

function InPlace({ tile, onClose }: { tile: Tile; onClose: () => void }) {
  const { store } = useBoardContext();
  const { setChanged, leave, question } = useDiscarding(onClose);
  const save = (body: string) => {
    store.updateTile(tile.id, (it) => ({ ...it, body }));
    onClose();
  };
  return (
    <>
      <div ref={keepInside} className={styles.inPlace}>
        <TextEditor
          body={tile.body}
          onChanged={setChanged}
          onSave={save}
          onCancel={onClose}
          onEscape={leave}
        />
      </div>
      {question}
    </>
  );
}

/** Lets what is wider than its tile grow to the left where there is no room on the right. */
function keepInside(element: HTMLElement | null): void {
  if (element && element.getBoundingClientRect().right > document.documentElement.clientWidth) {
    element.style.left = 'auto';
  }
}
