import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDownIcon, cx, Picker } from '@tessera/ui';
import { type ReactNode, useState } from 'react';
import { useProjectId } from '../shell/useProjectId.ts';
import styles from './Definitions.module.css';
import type { Source } from './sources.ts';

interface PickButtonProps {
  label: string;
  search: string;
  /** What is picked; the placeholder shows while there is nothing. */
  children: ReactNode;
  placeholder?: string;
  selected: readonly string[];
  multiple?: boolean;
  /** Whether it is open from the start, because picking is what comes next. */
  startOpen?: boolean;
  source: (typed: string) => Source;
  onPick: (value: string) => void;
}

/** A field whose value is picked from a long list, which is asked for when it opens. */
export function PickButton({ label, search, children, placeholder, source, ...picker }: PickButtonProps) {
  const projectId = useProjectId() ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const { key, load, arrange, nothing } = source(typed?.trim() ?? '');
  const {
    data = [],
    error,
    isLoading,
  } = useQuery({
    queryKey: ['project', projectId, 'options', ...key],
    queryFn: ({ signal }) => load(projectId, signal),
    enabled: typed !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  return (
    <Picker
      {...picker}
      label={search}
      options={arrange(data)}
      isLoading={isLoading}
      nothing={error?.message ?? nothing}
      typed={typed}
      onType={setTyped}
      trigger={(trigger) => (
        <button type="button" {...trigger} className={cx(styles.pick, !children && styles.empty)}>
          <span className="visually-hidden">{label}: </span>
          <span className={styles.picked}>{children || placeholder}</span>
          <ChevronDownIcon size={14} aria-hidden />
        </button>
      )}
    />
  );
}
