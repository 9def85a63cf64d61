import { Skeleton } from '@tessera/ui';
import { shellMessages } from './messages.ts';

/** While the code of a page is on its way. */
export function PendingPage() {
  return (
    <div aria-busy="true" role="status" aria-label={shellMessages.loading} style={{ padding: 24 }}>
      <Skeleton width={220} height={28} />
    </div>
  );
}
