import { cx, seriesColors, useColorScheme } from '@tessera/ui';
import { colorOf } from './chart/colors.ts';
import { resultMessages as messages } from './messages.ts';
import styles from './Results.module.css';
import type { Series, Total } from './reading.ts';

interface LegendProps {
  items: readonly (Series | Total)[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  /** What to say behind a name. */
  detail?: (item: Series | Total) => string;
  /** One below the other, beside a chart. */
  upright?: boolean;
}

/** The names of the series with their colours; a press hides one, or shows it again. */
export function Legend({ items, hidden, onToggle, detail, upright }: LegendProps) {
  const colors = seriesColors(useColorScheme());
  return (
    <ul className={cx(styles.legend, upright && styles.upright)} aria-label={messages.legend}>
      {items.map((item) => {
        const isHidden = hidden.has(item.key);
        return (
          <li key={item.key}>
            <button
              type="button"
              className={styles.legendItem}
              aria-pressed={!isHidden}
              title={isHidden ? messages.show(item.name) : messages.hide(item.name)}
              onClick={() => onToggle(item.key)}
            >
              <span
                className={styles.swatch}
                style={{
                  background: colorOf(colors, item.color),
                  opacity: isHidden ? 0.25 : item.previous ? 0.45 : undefined,
                }}
              />
              <span className={styles.legendName}>{item.name}</span>
              {detail && <span className={styles.legendValue}>{detail(item)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
