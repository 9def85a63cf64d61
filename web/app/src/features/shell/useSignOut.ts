import { showToast } from '@tessera/ui';
import { signOut } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';

/** Ends the session; says so when that did not work. */
export function useSignOut(): () => void {
  return () =>
    void signOut().catch((error: Error) =>
      showToast(messages.signOutFailed(error.message), { tone: 'danger' }),
    );
}
