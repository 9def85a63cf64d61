import { Button, EmptyState, ErrorState, Mark } from '@tessera/ui';
import type { ReactNode } from 'react';
import { shellMessages } from './messages.ts';
import { useTitle } from './useTitle.ts';

interface MissingPageProps {
  title: string;
  /** Where to go instead. */
  actions: ReactNode;
  children: ReactNode;
}

/** In place of a page about something that is not there. */
export function MissingPage({ title, actions, children }: MissingPageProps) {
  useTitle(title);
  return (
    <EmptyState page icon={<Mark size={40} />} title={title} actions={actions}>
      {children}
    </EmptyState>
  );
}

interface UnloadedPageProps {
  title: string;
  error: Error;
  onRetry: () => void;
}

/** In place of a page about something that could not be loaded. */
export function UnloadedPage({ title, error, onRetry }: UnloadedPageProps) {
  useTitle(title);
  return (
    <ErrorState page title={title} actions={<Button onClick={onRetry}>{shellMessages.failed.retry}</Button>}>
      {error.message}
    </ErrorState>
  );
}
