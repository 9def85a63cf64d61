import { EnterIcon } from '@tessera/ui';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect } from 'react';
import styles from './CommandPalette.module.css';
import { shellMessages } from './messages.ts';
import { type Command, useCommands } from './useCommands.tsx';
import { useProjectId } from './useProjectId.ts';

const messages = shellMessages.palette;

/** What the list does with a key that is pressed in the field. */
export type PressKey = (event: KeyboardEvent) => void;

interface CommandListProps {
  id: string;
  typed: string;
  chosen: number;
  onChoose: (index: number) => void;
  /** Tells the id of the option that the keys are at. */
  onActive: (id: string | undefined) => void;
  /** Whether Enter was pressed before the list was there. */
  entered: boolean;
  press: Ref<PressKey>;
  onClose: () => void;
  onCreateDashboard: () => void;
}

/** What can be done, by name, and the keys of the field that choose from it. */
export default function CommandList({
  id,
  typed,
  chosen,
  onChoose,
  onActive,
  entered,
  ...props
}: CommandListProps) {
  const { press, onClose, onCreateDashboard } = props;
  const commands = useCommands(useProjectId(), typed, onCreateDashboard);
  const at = Math.min(chosen, commands.length - 1);
  const active = commands[at] && `${id}-${at}`;
  const run = (command: Command | undefined) => {
    if (command) {
      onClose();
      command.run();
    }
  };
  useImperativeHandle(press, () => (event) => {
    const next = nextChoice(event.key, at, commands.length);
    if (next !== null) {
      event.preventDefault();
      onChoose(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[at]);
    }
  });
  useLayoutEffect(() => onActive(active), [active, onActive]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what was typed by then
  useEffect(() => {
    if (entered) {
      run(commands[at]);
    }
  }, []);
  return (
    <>
      <p role="status" className="visually-hidden">
        {messages.count(commands.length)}
      </p>
      <div id={id} role="listbox" aria-label={messages.results} className={styles.list}>
        {commands.map((command, index) => (
          <Option
            key={command.id}
            id={`${id}-${index}`}
            command={command}
            heading={command.group !== commands[index - 1]?.group}
            selected={index === at}
            onChoose={() => onChoose(index)}
            onRun={() => run(command)}
          />
        ))}
        {commands.length === 0 && <p className={styles.nothing}>{messages.nothing(typed)}</p>}
      </div>
    </>
  );
}

interface OptionProps {
  id: string;
  command: Command;
  heading: boolean;
  selected: boolean;
  onChoose: () => void;
  onRun: () => void;
}

function Option({ id, command, heading, selected, onChoose, onRun }: OptionProps) {
  return (
    <>
      {heading && (
        <div role="presentation" className={styles.heading}>
          {command.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys go to the text field */}
      <div
        id={id}
        role="option"
        aria-selected={selected}
        className={styles.option}
        onPointerMove={onChoose}
        onClick={onRun}
      >
        {command.icon}
        <span className={styles.label}>{command.label}</span>
        <EnterIcon className={styles.enter} size={14} aria-hidden />
      </div>
    </>
  );
}

function nextChoice(key: string, at: number, count: number): number | null {
  if (count === 0) {
    return null;
  }
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    default:
      return null;
  }
}
