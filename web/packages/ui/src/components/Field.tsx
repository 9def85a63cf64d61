import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { AlertIcon, ChevronDownIcon, CloseIcon, EyeIcon, EyeOffIcon, SearchIcon } from '../icons/index.ts';
import { cx } from '../theme/cx.ts';
import { IconButton } from './Button.tsx';
import styles from './Field.module.css';

interface Labels {
  label: string;
  hint?: ReactNode;
  /** Why the value is refused; announced when it appears. */
  error?: string | null;
  /** Said behind the label, such as "optional". */
  note?: string;
}

interface FrameProps extends Labels {
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

function Frame({ label, hint, error, note, children }: FrameProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {note && <span className={styles.optional}> {note}</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className={styles.error} id={`${id}-error`} role="alert">
          <AlertIcon size={14} aria-hidden />
          {error}
        </p>
      ) : (
        hint && (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export function TextField({ label, hint, error, note, ...props }: Labels & ComponentProps<'input'>) {
  return (
    <Frame {...{ label, hint, error, note }}>
      {(control) => <input {...props} {...control} className={styles.input} />}
    </Frame>
  );
}

export function TextArea({ label, hint, error, note, ...props }: Labels & ComponentProps<'textarea'>) {
  return (
    <Frame {...{ label, hint, error, note }}>
      {(control) => <textarea {...props} {...control} className={styles.input} />}
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  note,
  children,
  ...props
}: Labels & ComponentProps<'select'>) {
  return (
    <Frame {...{ label, hint, error, note }}>
      {(control) => (
        <div className={styles.affix}>
          <select {...props} {...control} className={styles.input}>
            {children}
          </select>
          <ChevronDownIcon className={styles.trailing} size={14} aria-hidden />
        </div>
      )}
    </Frame>
  );
}

interface PasswordFieldProps extends Labels, ComponentProps<'input'> {
  showLabel: string;
  hideLabel: string;
}

export function PasswordField({
  label,
  hint,
  error,
  note,
  showLabel,
  hideLabel,
  ...props
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Frame {...{ label, hint, error, note }}>
      {(control) => (
        <div className={styles.affix}>
          <input
            {...props}
            {...control}
            type={shown ? 'text' : 'password'}
            className={cx(styles.input, styles.withTrailing)}
          />
          <span className={styles.inside}>
            <IconButton
              label={shown ? hideLabel : showLabel}
              icon={shown ? <EyeOffIcon size={16} /> : <EyeIcon size={16} />}
              onClick={() => setShown(!shown)}
            />
          </span>
        </div>
      )}
    </Frame>
  );
}

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
}

/** A search without a visible label: the glass says what it is, the label is read aloud. */
export function SearchField({ label, clearLabel, value, onChange, ...props }: SearchFieldProps) {
  return (
    <div className={styles.affix}>
      <SearchIcon className={styles.leading} size={15} aria-hidden />
      <input
        {...props}
        type="search"
        aria-label={label}
        placeholder={props.placeholder ?? label}
        className={cx(styles.input, styles.search, styles.withLeading, styles.withTrailing)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value && (
        <span className={styles.inside}>
          <IconButton label={clearLabel} icon={<CloseIcon size={14} />} onClick={() => onChange('')} />
        </span>
      )}
    </div>
  );
}

export function Checkbox({ label, ...props }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={styles.choice}>
      <input {...props} type="checkbox" />
      {label}
    </label>
  );
}
