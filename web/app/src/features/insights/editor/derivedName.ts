import { breakdownName, type TrendState } from '@tessera/query-model';
import { editorMessages as messages } from './messages.ts';

/** What an insight is about, for as long as nobody gives it a name. */
export function derivedName({ series, breakdown }: TrendState): string {
  const names = series.flatMap((it) =>
    it.kind === 'event'
      ? [it.customName || messages.derivedSeries(it.event ?? messages.allEvents, it.math)]
      : [],
  );
  return messages.derived(names, breakdownName(breakdown)) || messages.nothing;
}
