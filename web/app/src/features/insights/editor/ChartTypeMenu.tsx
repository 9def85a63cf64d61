import type { Display } from '@tessera/query-model';
import { Button, ChevronDownIcon, Menu, MenuHeading, MenuItem, MenuSeparator } from '@tessera/ui';
import { DisplayIcon } from '../DisplayIcon.tsx';
import { editorMessages as messages } from './messages.ts';

const OVER_TIME: readonly Display[] = [
  'ActionsLineGraph',
  'ActionsAreaGraph',
  'ActionsStackedBar',
  'ActionsUnstackedBar',
];
const IN_TOTAL: readonly Display[] = ['BoldNumber', 'ActionsBarValue', 'ActionsPie', 'ActionsTable'];

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
      icon={<DisplayIcon display={value} />}
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
        <Button {...trigger} aria-label={messages.chartType(name)} icon={<DisplayIcon display={display} />}>
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
