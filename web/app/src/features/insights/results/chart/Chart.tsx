import { chartTheme, seriesColors, useColorScheme } from '@tessera/ui';
import type { ECharts } from 'echarts/core';
import { useEffect, useMemo, useRef } from 'react';
import { prefersStillness } from '../motion.ts';
import type { Reading } from '../reading.ts';
import { summaryOf } from '../summary.ts';
import styles from './Chart.module.css';
import { init } from './echarts.ts';
import { pieOption } from './pieOption.ts';
import { seriesOption } from './seriesOption.ts';

interface ChartProps {
  reading: Extract<Reading, { kind: 'series' | 'totals' }>;
  /** Keys of series that are not to be drawn. */
  hidden: ReadonlySet<string>;
}

/** The drawing of a reading, as large as the place it gets. It is loaded only where there is one. */
export default function Chart({ reading, hidden }: ChartProps) {
  const scheme = useColorScheme();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const option = useMemo(() => {
    const look = { colors: seriesColors(scheme), hidden, animated: !prefersStillness() };
    return reading.kind === 'series' ? seriesOption(reading, look) : pieOption(reading, look);
  }, [reading, hidden, scheme]);
  const latest = useRef(option);
  latest.current = option;

  useEffect(() => {
    const element = place.current;
    if (!element) {
      return;
    }
    const draw = () => {
      const made = init(element, chartTheme(scheme), { renderer: 'svg' });
      made.setOption(withPlace(latest.current));
      chart.current = made;
    };
    // There is no size before the place is laid out, in a dialog that is about to open for instance.
    const observer = new ResizeObserver(() => {
      if (chart.current) {
        chart.current.resize();
      } else if (element.clientWidth > 0 && element.clientHeight > 0) {
        draw();
      }
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [scheme]);

  useEffect(() => {
    chart.current?.setOption(withPlace(option), { notMerge: true });
  }, [option]);

  return (
    <div role="img" aria-label={summaryOf(reading)} className={styles.canvas}>
      <div ref={place} aria-hidden="true" />
    </div>
  );
}

/** Tooltips may leave the tile, but not the dialog or the screen-filling board: what is outside those lies under them. */
function withPlace(option: ReturnType<typeof seriesOption>) {
  return {
    ...option,
    tooltip: {
      ...(option.tooltip as object),
      confine: false,
      appendTo: (container: HTMLElement) =>
        container.closest<HTMLElement>('dialog, [data-stage], main') ?? document.body,
    },
  };
}
