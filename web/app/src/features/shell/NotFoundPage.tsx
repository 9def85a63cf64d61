import { Link } from '@tanstack/react-router';
import { buttonClass, EmptyState, Mark } from '@tessera/ui';
import { shellMessages } from './messages.ts';
import { useTitle } from './useTitle.ts';

const messages = shellMessages.notFound;

export function NotFoundPage() {
  useTitle(messages.title);
  return (
    <EmptyState
      page
      icon={<Mark size={40} />}
      title={messages.title}
      actions={
        <Link to="/" className={buttonClass({ variant: 'primary' })}>
          {messages.home}
        </Link>
      }
    >
      {messages.text}
    </EmptyState>
  );
}
