import { useNavigate, useSearch } from '@tanstack/react-router';
import { cx } from '@tessera/ui';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { prepareCharts } from '../../insights/results/ResultView.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import styles from './Board.module.css';
import { BoardContext, type BoardContextValue, useBoard } from './BoardContext.ts';
import { BoardHeader } from './BoardHeader.tsx';
import { FilterBar } from './FilterBar.tsx';
import { overlaid } from './filters.ts';
import { Grid } from './Grid.tsx';
import { LeavingGuard } from './LeavingGuard.tsx';
import { boardMessages as messages } from './messages.ts';
import type { BoardSearch } from './search.ts';
import { useBoardShortcuts } from './useBoardShortcuts.ts';
import { useBoardStore } from './useBoardStore.ts';
import { type FullScreen, useFullScreen } from './useFullScreen.ts';
import type { Filters, FullDashboard } from './wire.ts';

const FullView = lazy(() => import('./FullView.tsx'));
const ROUTE = '/signed-in/project/$projectId/dashboard/$dashboardId';
const NO_COLORS: [] = [];

interface BoardProps {
  projectId: number;
  dashboard: FullDashboard;
}

/** A dashboard that has been loaded. */
export function Board({ projectId, dashboard }: BoardProps) {
  const { store, sync } = useBoardStore(projectId, dashboard);
  const search = useSearch({ from: ROUTE });
  const root = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(root);
  const [said, setSaid] = useState('');
  const boardFilters = useSyncExternalStore(store.subscribe, () => store.current().filters);
  const filters = useMemo(
    () => overlaid(boardFilters, search.filters_override),
    [boardFilters, search.filters_override],
  );
  // A no-break space makes the same sentence another one, so that it is said again.
  const announce = useCallback(
    (sentence: string) => setSaid((before) => (before === sentence ? `${sentence}\u00a0` : sentence)),
    [],
  );
  const boardId = dashboard.id;
  const canEdit = mayEdit(dashboard);
  const colors = dashboard.breakdown_colors ?? NO_COLORS;
  const watched = fullScreen.active;
  const context = useMemo<BoardContextValue>(
    () => ({ projectId, boardId, store, sync, canEdit, filters, watched, colors, announce }),
    [projectId, boardId, store, sync, canEdit, filters, watched, colors, announce],
  );
  return (
    <BoardContext value={context}>
      <div ref={root} data-stage className={cx(styles.board, fullScreen.active && styles.wall)}>
        <BoardView dashboard={dashboard} search={search} fullScreen={fullScreen} />
      </div>
      <LeavingGuard />
      <div className="visually-hidden" aria-live="assertive">
        {said}
      </div>
    </BoardContext>
  );
}

interface BoardViewProps {
  dashboard: FullDashboard;
  search: BoardSearch;
  fullScreen: FullScreen;
}

function BoardView({ dashboard, search, fullScreen }: BoardViewProps) {
  const board = useBoard();
  useTitle(board.name || messages.untitled);
  const [editing, setEditing] = useState(false);
  const navigate = useNavigate({ from: '/project/$projectId/dashboard/$dashboardId' });
  const show = useCallback(
    (change: BoardSearch, replace = true) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: false }),
    [navigate],
  );
  const showTried = useCallback((filters_override?: Filters) => show({ filters_override }), [show]);
  // A step of its own: going back closes what fills the screen.
  const open = useCallback((tile: number) => show({ tile }, false), [show]);
  useEffect(prepareCharts, []);
  useBoardShortcuts(() => fullScreen.active || setEditing((now) => !now));
  const tile = search.tile === undefined ? undefined : board.tiles.get(search.tile);
  return (
    <>
      <BoardHeader dashboard={dashboard} editing={editing} onEdit={setEditing} fullScreen={fullScreen} />
      <FilterBar override={search.filters_override} onOverride={showTried} />
      <Grid editing={editing && !fullScreen.active} onOpen={open} />
      {tile?.content.kind === 'insight' && (
        <Suspense>
          <FullView
            tile={tile}
            insightId={tile.content.insightId}
            onClose={() => show({ tile: undefined })}
          />
        </Suspense>
      )}
    </>
  );
}

function mayEdit({ effective_privilege_level, user_access_level }: FullDashboard): boolean {
  return effective_privilege_level >= 37 && user_access_level !== 'viewer' && user_access_level !== 'none';
}
