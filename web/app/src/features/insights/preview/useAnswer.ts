import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type JsonObject, type TrendState, writeQuery } from '@tessera/query-model';
import { useEffect, useState } from 'react';
import { api } from '../../../api/client.ts';
import type { TrendAnswer } from '../wire.ts';

const DEBOUNCE = 250;

/** An answer, the trend that it answers, and how long it took. */
export interface Reply {
  answer: TrendAnswer;
  trend: TrendState;
  milliseconds: number;
}

/** A question that is being asked. */
export interface Asking {
  /** The last answer, perhaps to an earlier question. */
  reply: Reply | undefined;
  /** Why the present question has no answer. */
  error: Error | null;
  /** Whether an answer is on its way. */
  isStale: boolean;
  /** Has it computed anew. */
  refresh: () => void;
}

type Refresh = 'blocking' | 'force_blocking';

/**
 * The answer to a trend, asked for when it has not changed for a moment. While a new one is on its way the last one
 * stays; a request that nobody waits for any more is cancelled.
 */
export function useAnswer(projectId: number, trend: TrendState, isValid: boolean): Asking {
  const client = useQueryClient();
  const settled = useSettled(trend);
  const query = writeQuery(settled);
  const options = (refresh: Refresh) => ({
    queryKey: ['project', projectId, 'answer', query] as const,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Reply> => {
      const from = performance.now();
      const answer = await ask(projectId, query, refresh, signal);
      return { answer, trend: settled, milliseconds: performance.now() - from };
    },
  });
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    ...options('blocking'),
    enabled: isValid,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return {
    reply: data,
    error: settled === trend && isValid ? error : null,
    isStale: isValid && (isFetching || (isPlaceholderData && !error) || settled !== trend),
    refresh: () =>
      void client.fetchQuery({ ...options('force_blocking'), staleTime: 0 }).catch(() => undefined),
  };
}

function ask(
  projectId: number,
  query: JsonObject,
  refresh: Refresh,
  signal: AbortSignal,
): Promise<TrendAnswer> {
  return api.post<TrendAnswer>(`/api/projects/${projectId}/query/`, { query, refresh }, { signal });
}

/** The value as it was when it last stayed the same for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), DEBOUNCE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
