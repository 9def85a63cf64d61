import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, SearchField, Skeleton, showToast } from '@tessera/ui';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../api/client.ts';
import type { Page } from '../../../api/page.ts';
import { DisplayIcon, displayOf } from '../../insights/DisplayIcon.tsx';
import { dashboardsOf, insightKeys } from '../../insights/queries.ts';
import type { Insight } from '../../insights/wire.ts';
import { useBoard, useBoardContext } from './BoardContext.ts';
import { boardMessages } from './messages.ts';
import styles from './Picker.module.css';
import { useAdoptTile } from './useAdoptTile.ts';
import type { FullDashboard } from './wire.ts';

const messages = boardMessages.picker;

interface InsightBasic {
  id: number;
  name: string | null;
  derived_name: string | null;
  description: string | null;
  query: Insight['query'];
}

/** Saved insights that are not on the dashboard yet. */
export default function InsightPicker({ onClose }: { onClose: () => void }) {
  const { projectId, boardId } = useBoardContext();
  const { tiles } = useBoard();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<number | null>(null);
  const search = useDeferredValue(typed.trim());
  const adopt = useAdoptTile();
  const client = useQueryClient();
  const path = `/api/projects/${projectId}/insights/`;
  const { data, error } = useQuery({
    queryKey: [...insightKeys.all(projectId), 'picker', search],
    queryFn: ({ signal }) =>
      api.get<Page<InsightBasic>>(path, {
        query: { basic: true, saved: true, limit: 100, order: '-last_modified_at', search: search || null },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const here = new Set(
    [...tiles.values()].map(({ content }) => content.kind === 'insight' && content.insightId),
  );
  const found = data?.results.filter(({ id }) => !here.has(id));
  const nameOf = (it: InsightBasic) => it.name || it.derived_name || boardMessages.tile.untitled;
  const add = async (insight: InsightBasic) => {
    setAdding(insight.id);
    try {
      const dashboards = new Set(await dashboardsOf(projectId, insight.id)).add(boardId);
      await api.patch(`${path}${insight.id}/`, { dashboards: [...dashboards] });
      void client.invalidateQueries({ queryKey: insightKeys.all(projectId) });
      const dashboard = await api.get<FullDashboard>(`/api/projects/${projectId}/dashboards/${boardId}/`);
      adopt(dashboard, (all) =>
        all.find(({ content }) => content.kind === 'insight' && content.insightId === insight.id),
      );
      showToast(messages.added(nameOf(insight)));
    } catch (failure) {
      showToast(boardMessages.refused(failure instanceof Error ? failure.message : ''), { tone: 'danger' });
    } finally {
      setAdding(null);
    }
  };
  return (
    <Dialog wide title={messages.title} closeLabel={boardMessages.close} onClose={onClose}>
      <SearchField
        label={messages.search}
        clearLabel={messages.clear}
        value={typed}
        onChange={setTyped}
        data-autofocus
      />
      {found ? (
        found.length > 0 ? (
          <ul className={styles.list}>
            {found.map((it) => (
              <li key={it.id} className={styles.row}>
                <DisplayIcon display={displayOf(it)} />
                <div className={styles.names}>
                  <div className={styles.name}>{nameOf(it)}</div>
                  {it.description && <div className={styles.description}>{it.description}</div>}
                </div>
                <Button
                  size="sm"
                  busy={adding === it.id}
                  disabled={adding !== null}
                  aria-label={messages.add(nameOf(it))}
                  onClick={() => void add(it)}
                >
                  {boardMessages.add}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.nothing}>{search ? messages.nothingFound(search) : messages.nothing}</p>
        )
      ) : error ? (
        <p role="alert" className={styles.nothing}>
          {messages.failed} {error.message}
        </p>
      ) : (
        <Skeleton height={160} />
      )}
    </Dialog>
  );
}
