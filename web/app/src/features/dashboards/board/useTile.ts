import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardContextValue } from './BoardContext.ts';
import { useBoardContext } from './BoardContext.ts';
import { dueIn, forcedTileQuery, tileQuery } from './queries.ts';
import type { Filters } from './wire.ts';

const EVERY_MINUTE = 60_000;

/** The answer of an insight on the board, and what is happening to it. */
export function useTile(insightId: number) {
  const context = useBoardContext();
  const client = useQueryClient();
  const place = placeOf(context, insightId);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...tileQuery(place, context.filters, savedOf(context)),
    // Only while the page can be seen.
    refetchInterval: ({ state }) => {
      const due = dueIn(state.data);
      return context.watched ? EVERY_MINUTE : due !== null && Math.max(EVERY_MINUTE, due);
    },
  });
  return {
    insight: data,
    /** Whether there is an answer to show, be it of the filters before. */
    isAnswered: data !== undefined && data.last_refresh !== null,
    error,
    isFetching,
    isOutdated: isPlaceholderData,
    retry: () => void refetch(),
    refresh: () =>
      client.fetchQuery(forcedTileQuery(place, context.filters, savedOf(context))).catch(() => undefined),
  };
}

/** Computes all answers of the board anew; `progress` is there while that is going on. */
export function useRefreshAll(insightIds: readonly number[]) {
  const context = useBoardContext();
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const refresh = async () => {
    setProgress({ done: 0, all: insightIds.length });
    await Promise.all(
      insightIds.map((id) =>
        client
          .fetchQuery(forcedTileQuery(placeOf(context, id), context.filters, savedOf(context)))
          .catch(() => undefined)
          .then(() => setProgress((now) => now && { ...now, done: now.done + 1 })),
      ),
    );
    setProgress(null);
  };
  return { progress, refresh: () => void refresh() };
}

function placeOf({ projectId, boardId }: BoardContextValue, insightId: number) {
  return { projectId, boardId, insightId };
}

function savedOf({ sync }: BoardContextValue): () => Filters {
  return () => sync.saved().filters;
}
