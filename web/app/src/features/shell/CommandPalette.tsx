import { EnterIcon, Modal, SearchIcon } from '@tessera/ui';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './CommandPalette.module.css';
import { shellMessages } from './messages.ts';
import { type Command, useCommands } from './useCommands.tsx';
import { useProjectId } from './useProjectId.ts';

const messages = shellMessages.palette;

interface CommandPaletteProps {
  onClose: () => void;
  onCreateDashboard: () => void;
}

/** Everything by name: a text field that filters a list, in which arrows choose. */
export default function CommandPalette({ onClose, onCreateDashboard }: CommandPaletteProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const commands = useCommands(useProjectId(), typed, onCreateDashboard);
  const at = Math.min(chosen, commands.length - 1);
  const run = (command: Command | undefined) => {
    if (command) {
      onClose();
      command.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextChoice(event.key, at, commands.length);
    if (next !== null) {
      event.preventDefault();
      setChosen(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[at]);
    }
  };
  return (
    <Modal onClose={onClose} aria-label={messages.label} className={styles.palette}>
      <div className={styles.box}>
        <SearchIcon size={18} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={commands[at] ? `${id}-${at}` : undefined}
          aria-label={messages.placeholder}
          placeholder={messages.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p role="status" className="visually-hidden">
        {messages.count(commands.length)}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={messages.results} className={styles.list}>
        {commands.map((command, index) => (
          <Option
            key={command.id}
            id={`${id}-${index}`}
            command={command}
            heading={command.group !== commands[index - 1]?.group}
            selected={index === at}
            onChoose={() => setChosen(index)}
            onRun={() => run(command)}
          />
        ))}
        {commands.length === 0 && <p className={styles.nothing}>{messages.nothing(typed)}</p>}
      </div>
    </Modal>
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
