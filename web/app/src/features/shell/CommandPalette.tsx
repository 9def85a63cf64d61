import { Modal, SearchIcon } from '@tessera/ui';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { PressKey } from './CommandList.tsx';
import styles from './CommandPalette.module.css';
import { shellMessages } from './messages.ts';

const messages = shellMessages.palette;
const loadList = () => import('./CommandList.tsx');
const CommandList = lazy(loadList);

/** Loads the list while nothing else happens, where browsers tell. */
export function prepareCommands(): void {
  window.requestIdleCallback?.(() => void loadList().catch(() => {}));
}

interface CommandPaletteProps {
  onClose: () => void;
  onCreateDashboard: () => void;
}

/**
 * Everything by name: a text field that filters a list, in which arrows choose. The field is there at once, for what is
 * typed right after the shortcut; the list may still have to be loaded.
 */
export function CommandPalette(props: CommandPaletteProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [active, setActive] = useState<string>();
  const [entered, setEntered] = useState(false);
  const press = useRef<PressKey>(null);
  return (
    <Modal onClose={props.onClose} aria-label={messages.label} className={styles.palette}>
      <div className={styles.box}>
        <SearchIcon size={18} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded={active !== undefined}
          aria-controls={active && id}
          aria-activedescendant={active}
          aria-label={messages.placeholder}
          placeholder={messages.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={(event) => (press.current ? press.current(event) : setEntered(event.key === 'Enter'))}
        />
      </div>
      <Suspense>
        <CommandList
          {...props}
          id={id}
          typed={typed}
          chosen={chosen}
          onChoose={setChosen}
          onActive={setActive}
          entered={entered}
          press={press}
        />
      </Suspense>
    </Modal>
  );
}
