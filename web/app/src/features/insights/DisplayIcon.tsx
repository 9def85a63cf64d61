import {
  AreaChartIcon,
  BarChartIcon,
  BarValueIcon,
  InsightIcon,
  NumberIcon,
  PieChartIcon,
  StackedBarIcon,
  TableIcon,
} from '@tessera/ui';
import type { Insight } from './wire.ts';

const ICONS: Readonly<Record<string, typeof InsightIcon>> = {
  ActionsAreaGraph: AreaChartIcon,
  ActionsUnstackedBar: BarChartIcon,
  ActionsBar: StackedBarIcon,
  ActionsStackedBar: StackedBarIcon,
  BoldNumber: NumberIcon,
  ActionsBarValue: BarValueIcon,
  WorldMap: BarValueIcon,
  ActionsPie: PieChartIcon,
  ActionsTable: TableIcon,
};

/** How something is drawn, as a picture: a line where nothing is said. */
export function DisplayIcon({ display, size = 15 }: { display: string | undefined; size?: number }) {
  const Icon = ICONS[display ?? ''] ?? InsightIcon;
  return <Icon size={size} aria-hidden />;
}

/** How the answer of an insight is drawn, as far as its query says it. */
export function displayOf({ query }: Pick<Insight, 'query'>): string | undefined {
  const { source } = (query ?? {}) as { source?: { trendsFilter?: { display?: string } | null } };
  return source?.trendsFilter?.display;
}
