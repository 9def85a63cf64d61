import { dark, darkSeries, light, lightSeries } from '../tokens/palette.ts';
import type { ColorScheme } from './colorScheme.ts';

const FONT = "'Instrument Sans', ui-sans-serif, system-ui, sans-serif";

/** The colours of series in their order; after the last it starts again. */
export function seriesColors(scheme: ColorScheme): readonly string[] {
  return scheme === 'dark' ? darkSeries : lightSeries;
}

/**
 * The theme of all charts, to be given to `echarts.init`. Its tooltips have no markup of their own: the page's
 * Content-Security-Policy refuses style attributes in it, so charts format tooltips as elements.
 */
export function chartTheme(scheme: ColorScheme) {
  const palette = scheme === 'dark' ? dark : light;
  const label = { color: palette.subtle, fontFamily: FONT, fontSize: 11 };
  const axis = {
    axisLine: { show: true, lineStyle: { color: palette.border, width: 1 } },
    axisTick: { show: false },
    axisLabel: { ...label, margin: 10, hideOverlap: true },
    splitLine: { show: false },
    splitArea: { show: false },
    nameTextStyle: label,
  };
  return {
    color: [...seriesColors(scheme)],
    backgroundColor: 'transparent',
    textStyle: { color: palette.text, fontFamily: FONT, fontSize: 12 },
    animationDuration: 180,
    animationDurationUpdate: 180,
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    categoryAxis: axis,
    timeAxis: axis,
    logAxis: { ...axis, axisLine: { show: false }, splitLine: splitLine(palette.grid) },
    valueAxis: { ...axis, axisLine: { show: false }, splitLine: splitLine(palette.grid) },
    line: {
      lineStyle: { width: 2, cap: 'round', join: 'round' },
      symbol: 'circle',
      symbolSize: 6,
      showSymbol: false,
      smooth: false,
    },
    bar: { itemStyle: { borderRadius: 1 }, barMaxWidth: 48, barCategoryGap: '28%' },
    pie: { itemStyle: { borderColor: palette.surface, borderWidth: 2 }, label: { color: palette.muted } },
    legend: {
      icon: 'rect',
      itemWidth: 8,
      itemHeight: 8,
      itemGap: 16,
      textStyle: { ...label, color: palette.muted, fontSize: 12 },
      pageTextStyle: label,
      pageIconColor: palette.muted,
      pageIconInactiveColor: palette.border,
    },
    tooltip: {
      backgroundColor: palette.raised,
      borderColor: palette.border,
      borderWidth: 1,
      padding: 0,
      textStyle: { color: palette.text, fontFamily: FONT, fontSize: 12 },
      axisPointer: {
        lineStyle: { color: palette.edge, width: 1, type: 'solid' as const },
        crossStyle: { color: palette.edge },
        shadowStyle: { color: palette.hover, opacity: 0.5 },
      },
    },
  };
}

function splitLine(color: string) {
  return { show: true, lineStyle: { color, width: 1, type: 'solid' as const } };
}
