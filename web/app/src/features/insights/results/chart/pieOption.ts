import type { EChartsCoreOption } from 'echarts/core';
import { share } from '../format.ts';
import { resultMessages as messages } from '../messages.ts';
import { type Reading, type Total, wholeOf } from '../reading.ts';
import { colorOf } from './colors.ts';
import { tooltipElement } from './tooltip.ts';

type TotalsReading = Extract<Reading, { kind: 'totals' }>;

/** What ECharts is told about the parts of a whole. Names and values stand in the legend beside it. */
export function pieOption(
  reading: TotalsReading,
  look: { colors: readonly string[]; hidden: ReadonlySet<string>; animated: boolean },
): EChartsCoreOption {
  const shown = reading.totals.filter(({ key, previous }) => !previous && !look.hidden.has(key));
  const whole = wholeOf({ totals: shown, summable: reading.summable });
  return {
    animation: look.animated,
    tooltip: {
      trigger: 'item',
      transitionDuration: 0,
      formatter: ({ data }: { data: { total: Total } }) =>
        tooltipElement({
          title: data.total.name,
          rows: [
            {
              name: whole === null ? messages.value : share(data.total.value, whole),
              color: colorOf(look.colors, data.total.color),
              value: reading.format.full(data.total.value),
            },
          ],
        }),
    },
    series: [
      {
        type: 'pie',
        radius: ['62%', '96%'],
        label: { show: false },
        emphasis: { scale: false, itemStyle: { opacity: 0.85 } },
        data: shown.map((total) => ({
          value: total.value,
          name: total.name,
          total,
          itemStyle: { color: colorOf(look.colors, total.color) },
        })),
      },
    ],
  };
}
