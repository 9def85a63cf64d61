import { ChevronDownIcon } from '@tessera/ui';
import type { ComponentProps } from 'react';
import styles from './Definitions.module.css';

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChoose: (value: string) => void;
}

/** A small select without a visible label. A value that is not among the options stays as it is. */
export function Choice({ label, options, value, onChoose, ...props }: ChoiceProps) {
  const all = options.some((it) => it.value === value) ? options : [...options, { value, label: value }];
  return (
    <span className={styles.choice}>
      <select
        {...props}
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon size={13} aria-hidden />
    </span>
  );
}
