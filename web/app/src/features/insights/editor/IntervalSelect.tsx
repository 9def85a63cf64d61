import { Button, ChevronDownIcon, ClockIcon, Menu, MenuItem } from '@tessera/ui';
import { editorMessages as messages } from './messages.ts';

interface IntervalSelectProps {
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

export function IntervalSelect({ value, options, onChoose }: IntervalSelectProps) {
  const label = options.find((it) => it.value === value)?.label ?? value;
  return (
    <Menu
      label={messages.interval}
      placement="bottom-start"
      trigger={(trigger) => (
        <Button
          {...trigger}
          aria-label={`${messages.interval}: ${label}`}
          icon={<ClockIcon size={15} aria-hidden />}
        >
          {label}
          <ChevronDownIcon size={14} aria-hidden />
        </Button>
      )}
    >
      {options.map((it) => (
        <MenuItem key={it.value} checked={it.value === value} onSelect={() => onChoose(it.value)}>
          {it.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
