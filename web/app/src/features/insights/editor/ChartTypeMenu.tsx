import type { Display } from '@tessera/query-model';
import {
  AreaChartIcon,
  BarChartIcon,
  BarValueIcon,
  Button,
  ChevronDownIcon,
  InsightIcon,
  Menu,
  MenuHeading,
  MenuItem,
  MenuSeparator,
  NumberIcon,
  PieChartIcon,
  StackedBarIcon,
  TableIcon,
} from '@tessera/ui';
import type { ReactNode } from 'react';
import { editorMessages as messages } from './messages.ts';

const OVER_TIME: readonly Display[] = [
  'ActionsLineGraph',
  'ActionsAreaGraph',
  'ActionsStackedBar',
  'ActionsUnstackedBar',
];
const IN_TOTAL: readonly Display[] = ['BoldNumber', 'ActionsBarValue', 'ActionsPie', 'ActionsTable'];

const ICONS: Record<Display, ReactNode> = {
  ActionsLineGraph: <InsightIcon size={15} aria-hidden />,
  ActionsAreaGraph: <AreaChartIcon size={15} aria-hidden />,
  ActionsUnstackedBar: <BarChartIcon size={15} aria-hidden />,
  ActionsBar: <StackedBarIcon size={15} aria-hidden />,
  ActionsStackedBar: <StackedBarIcon size={15} aria-hidden />,
  BoldNumber: <NumberIcon size={15} aria-hidden />,
  ActionsBarValue: <BarValueIcon size={15} aria-hidden />,
  ActionsPie: <PieChartIcon size={15} aria-hidden />,
  ActionsTable: <TableIcon size={15} aria-hidden />,
};

/** Another name of the same drawing. */
const SAME: Record<string, Display> = { ActionsBar: 'ActionsStackedBar' };

/** How the result is drawn; the query stays what it is. */
export function ChartTypeMenu({
  display,
  onChoose,
}: {
  display: string;
  onChoose: (display: Display) => void;
}) {
  const name = messages.displays[display] ?? display;
  const item = (value: Display) => (
    <MenuItem
      key={value}
      icon={ICONS[value]}
      checked={value === (SAME[display] ?? display)}
      onSelect={() => onChoose(value)}
    >
      {messages.displays[value]}
    </MenuItem>
  );
  return (
    <Menu
      label={messages.chartType(name)}
      placement="bottom-start"
      trigger={(trigger) => (
        <Button {...trigger} aria-label={messages.chartType(name)} icon={ICONS[display as Display]}>
          {name}
          <ChevronDownIcon size={14} aria-hidden />
        </Button>
      )}
    >
      <MenuHeading>{messages.overTime}</MenuHeading>
      {OVER_TIME.map(item)}
      <MenuSeparator />
      <MenuHeading>{messages.inTotal}</MenuHeading>
      {IN_TOTAL.map(item)}
    </Menu>
  );
}
