import { EmptyState } from '@tessera/ui';
import { shellMessages } from './messages.ts';

export function NoProjectPage() {
  return (
    <EmptyState page title={shellMessages.noProject.title}>
      {shellMessages.noProject.text}
    </EmptyState>
  );
}
