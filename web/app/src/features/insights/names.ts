import { insightMessages } from './messages.ts';
import type { Insight } from './wire.ts';

/** What an insight is called: as somebody named it, or else after what it asks. */
export function nameOf({ name, derived_name }: Pick<Insight, 'name' | 'derived_name'>): string {
  return name || derived_name || insightMessages.untitled;
}
