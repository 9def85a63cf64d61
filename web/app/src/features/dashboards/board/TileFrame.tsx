import { cx, GripIcon, IconButton } from '@tessera/ui';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useId } from 'react';
import { tileColor } from './colors.ts';
import type { TileProps } from './GridItem.tsx';
import { boardMessages as messages } from './messages.ts';
import styles from './Tile.module.css';

interface TileFrameProps extends Pick<TileProps, 'tile' | 'editing' | 'gestures'> {
  title: string;
  /** Whether the title shows; it is read aloud in any case. */
  titled?: boolean;
  onTitle?: () => void;
  /** Behind the title. */
  aside?: ReactNode;
  actions?: ReactNode;
  busy?: boolean;
  children: ReactNode;
}

/** A tile around what it shows: its title, its buttons, its handle when tiles are arranged. */
export function TileFrame({
  tile,
  editing,
  gestures,
  title,
  titled = true,
  onTitle,
  aside,
  actions,
  busy,
  children,
}: TileFrameProps) {
  const id = useId();
  const color = tileColor(tile.color);
  return (
    <article
      aria-labelledby={id}
      aria-busy={busy}
      className={cx(
        styles.tile,
        color && styles.colored,
        tile.transparentBackground && !editing && styles.bare,
        !titled && !editing && styles.untitled,
      )}
      style={color ? ({ '--tile-color': color } as CSSProperties) : undefined}
    >
      <header
        className={styles.head}
        onPointerDown={(event) => {
          if (
            editing &&
            !(event.target instanceof Element && event.target.closest('button:not([data-grip])'))
          ) {
            gestures.drag(event.nativeEvent, tile.id);
          }
        }}
        data-draggable={editing}
      >
        {editing && (
          <IconButton
            size="sm"
            data-grip
            className={styles.grip}
            label={messages.move.handle(title)}
            icon={<GripIcon size={15} />}
            onKeyDown={(event) => gestures.press(event, tile.id, title)}
            onKeyUp={keepFromClicking}
            onClick={(event) => gestures.click(event, tile.id, title)}
            onBlur={() => gestures.leave(tile.id)}
          />
        )}
        <h2 id={id} className={cx(styles.title, !titled && 'visually-hidden')} title={title}>
          {onTitle && !editing ? (
            <button type="button" onClick={onTitle} aria-label={messages.tile.openOf(title)}>
              {title}
            </button>
          ) : (
            title
          )}
        </h2>
        {aside}
        <div className={styles.actions}>{actions}</div>
      </header>
      {tile.showDescription && tile.description && <p className={styles.description}>{tile.description}</p>}
      <div className={styles.body} inert={editing}>
        {children}
      </div>
    </article>
  );
}

/** Firefox makes a click of the space bar even where its press has been dealt with. */
function keepFromClicking(event: KeyboardEvent): void {
  if (event.key === ' ') {
    event.preventDefault();
  }
}
