import { useQuery } from '@tanstack/react-query';
import { CheckIcon, DashboardIcon, Dialog, PlusIcon, SearchField, Skeleton, showToast } from '@tessera/ui';
import { useState } from 'react';
import { dashboardsQuery, useCreateDashboard } from '../../dashboards/queries.ts';
import styles from './Editor.module.css';
import { editorMessages } from './messages.ts';
import type { Board } from './useSaving.ts';

const messages = editorMessages.boards;

interface BoardsDialogProps {
  projectId: number;
  /** The dashboards that show the insight already. */
  shownOn: readonly number[];
  onChoose: (board: Board) => void;
  onClose: () => void;
}

/** Chooses a dashboard to add to, or makes one of the name that was typed. */
export function BoardsDialog({ projectId, shownOn, onChoose, onClose }: BoardsDialogProps) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery(dashboardsQuery(projectId));
  const { mutate: create, isPending } = useCreateDashboard(projectId);
  const name = typed.trim();
  const boards = (data ?? [])
    .map((it) => ({ id: it.id, name: it.name || messages.untitled }))
    .filter((it) => it.name.toLowerCase().includes(name.toLowerCase()));
  const createAndChoose = () =>
    create(
      { name },
      {
        onSuccess: ({ id }) => onChoose({ id, name }),
        onError: (error) => showToast(messages.failed(error.message), { tone: 'danger' }),
      },
    );
  return (
    <Dialog title={messages.title} closeLabel={editorMessages.close} onClose={onClose}>
      <SearchField
        label={messages.search}
        clearLabel={editorMessages.close}
        value={typed}
        onChange={setTyped}
      />
      {data ? (
        <ul className={styles.boards} aria-busy={isPending}>
          {boards.map((board) => (
            <li key={board.id}>
              <button
                type="button"
                className={styles.board}
                disabled={shownOn.includes(board.id)}
                onClick={() => onChoose(board)}
              >
                <DashboardIcon size={15} aria-hidden />
                <span>{board.name}</span>
                {shownOn.includes(board.id) && (
                  <small>
                    <CheckIcon size={13} aria-hidden /> {messages.on}
                  </small>
                )}
              </button>
            </li>
          ))}
          {name !== '' && (
            <li>
              <button type="button" className={styles.board} disabled={isPending} onClick={createAndChoose}>
                <PlusIcon size={15} aria-hidden />
                <span>{messages.create(name)}</span>
              </button>
            </li>
          )}
        </ul>
      ) : (
        <div role="status" aria-label={messages.loading}>
          <Skeleton height={120} />
        </div>
      )}
      <p className={styles.note}>
        {data?.length === 0 ? messages.nothing : messages.createNew} {messages.savesFirst}
      </p>
    </Dialog>
  );
}
