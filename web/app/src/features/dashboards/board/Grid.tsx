import { arrange, type Breakpoint, COLUMNS, heightOf, readingOrder } from '@tessera/board-model';
import { useNarrow } from '@tessera/ui';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { useBoard, useBoardContext } from './BoardContext.ts';
import { SIZES } from './boardOf.ts';
import { EmptyBoard } from './EmptyBoard.tsx';
import styles from './Grid.module.css';
import { GridItem } from './GridItem.tsx';
import { GAP, ROW } from './gridMetrics.ts';
import { useGestures } from './useGestures.ts';
import { useGlide } from './useGlide.ts';

interface GridProps {
  /** Whether tiles can be moved and resized. */
  editing: boolean;
  onOpen: (tileId: number) => void;
}

/** The tiles in their places. Reading order is that of the document, so that the keyboard follows the eye. */
export function Grid({ editing, onOpen }: GridProps) {
  const { canEdit } = useBoardContext();
  const { tiles } = useBoard();
  const breakpoint: Breakpoint = useNarrow(720) ? 'xs' : 'sm';
  const element = useRef<HTMLDivElement>(null);
  const rest = useMemo(() => arrange(tiles.values(), breakpoint, SIZES), [tiles, breakpoint]);
  const gestures = useGestures(breakpoint, rest, element);
  const { places, gesture } = gestures;
  useGlide(element, places, gesture?.pointer ? gesture.id : null);
  // While something is moved, the document keeps its order: an element that is taken out of it loses the focus.
  const [frozen, setFrozen] = useState<readonly number[] | null>(null);
  if (gesture && !frozen) {
    setFrozen(readingOrder(rest));
  } else if (!gesture && frozen) {
    setFrozen(null);
  }
  const order = frozen ?? readingOrder(rest);
  const byId = new Map(places.map((box) => [box.id, box]));
  const landing = gesture?.pointer && byId.get(gesture.id);
  if (tiles.size === 0) {
    return <EmptyBoard />;
  }
  return (
    <div
      ref={element}
      className={styles.grid}
      data-editing={editing}
      style={
        {
          '--columns': COLUMNS[breakpoint],
          '--row': `${ROW}px`,
          '--gap': `${GAP}px`,
          '--rows': heightOf(places),
        } as CSSProperties
      }
    >
      {landing && <div className={styles.landing} style={areaOf(landing)} />}
      {order.map((id) => {
        const tile = tiles.get(id);
        const box = byId.get(id);
        return (
          tile &&
          box && (
            <GridItem
              key={id}
              tile={tile}
              area={areaOf(box)}
              editing={editing && canEdit}
              held={gesture?.id === id}
              gestures={gestures.handlers}
              toTop={gestures.toTop}
              onOpen={onOpen}
            />
          )
        );
      })}
    </div>
  );
}

function areaOf({ x, y, w, h }: { x: number; y: number; w: number; h: number }): CSSProperties {
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
}
