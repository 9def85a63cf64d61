import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './Misc.module.css';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of a few, all of them in view. Arrows choose. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const choose = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = options.findIndex((option) => option.value === value);
      const next = (at + step + options.length) % options.length;
      const chosen = options[next];
      if (chosen) {
        onChange(chosen.value);
        group.current?.querySelectorAll('button')[next]?.focus();
      }
    }
  };
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={styles.segments}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio cannot hold an icon, and its group needs a name in every form
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
          onKeyDown={choose}
        >
          {option.icon}
          {option.label}
        </button>
      ))}
    </div>
  );
}
