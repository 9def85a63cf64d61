import { Link } from '@tanstack/react-router';
import { boardMessages as messages } from './messages.ts';

/** Says that changes wait for somebody to sign in; that is done in another tab, because they are only in this one. */
export function SignedOut() {
  return (
    <>
      {messages.signedOut}{' '}
      <Link to="/login" target="_blank" preload={false}>
        {messages.signIn}
      </Link>{' '}
      {messages.toKeep}
    </>
  );
}
