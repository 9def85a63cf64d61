import { Link } from '@tanstack/react-router';
import { buttonClass } from '@tessera/ui';
import { shellMessages } from './messages.ts';
import { MissingPage } from './pageStates.tsx';

const messages = shellMessages.notFound;

export function NotFoundPage() {
  return (
    <MissingPage
      title={messages.title}
      actions={
        <Link to="/" className={buttonClass({ variant: 'primary' })}>
          {messages.home}
        </Link>
      }
    >
      {messages.text}
    </MissingPage>
  );
}
