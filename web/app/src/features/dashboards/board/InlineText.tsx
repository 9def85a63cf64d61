import { cx, focusWhenDrawn } from '@tessera/ui';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import styles from './InlineText.module.css';

interface InlineTextProps {
  /** What it is: read aloud. */
  label: string;
  value: string;
  /** Shown in place of nothing. */
  placeholder: string;
  maxLength: number;
  className?: string;
  canEdit: boolean;
  onChange: (value: string) => void;
  /** Starts writing, when it changes to something above 0. */
  open?: number;
}

/** A text that becomes a field when it is pressed. Enter keeps what was written, Escape does not. */
export function InlineText({
  label,
  value,
  placeholder,
  maxLength,
  className,
  canEdit,
  onChange,
  open = 0,
}: InlineTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens when asked to, not when the value changes
  useEffect(() => {
    if (open > 0) {
      setDraft(value);
    }
  }, [open]);
  if (!canEdit) {
    return <span className={className}>{value || placeholder}</span>;
  }
  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={cx(styles.text, className, !value && styles.placeholder)}
        title={label}
        onClick={() => setDraft(value)}
      >
        {value || placeholder}
      </button>
    );
  }
  const finish = (keep: boolean) => {
    const written = draft.trim();
    setDraft(null);
    if (keep && written !== value) {
      onChange(written);
    }
  };
  return (
    <Writing
      aria-label={label}
      className={className}
      value={draft}
      maxLength={maxLength}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          finish(event.key === 'Enter');
          focusWhenDrawn(() => button.current);
        }
      }}
    />
  );
}

function Writing({ className, ...props }: ComponentProps<'input'>) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return <input ref={input} {...props} className={cx(styles.field, className)} />;
}
