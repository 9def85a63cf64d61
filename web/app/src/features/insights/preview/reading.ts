import { isTotalValue, writeQuery } from '@tessera/query-model';
import { type Reading, read } from '../results/reading.ts';
import type { Reply } from './useAnswer.ts';

/** A reply drawn as it is wanted, if it has what that takes; else as it was asked for. */
export function readingOf({ trend, answer }: Reply, display: string): Reading {
  const drawn = isTotalValue(display) === isTotalValue(trend.display) ? display : trend.display;
  return read({
    query: {
      kind: 'InsightVizNode',
      source: { kind: 'TrendsQuery', ...writeQuery({ ...trend, display: drawn }) },
    },
    result: answer.results,
    last_refresh: answer.last_refresh,
    resolved_date_range: answer.resolved_date_range,
    timezone: answer.timezone,
    hasMore: answer.hasMore,
  });
}
