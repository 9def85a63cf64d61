import { Page } from '@tessera/ui';
import { captureMessages as messages } from './messages.ts';

export function SendEventsPage() {
  return <Page title={messages.title}>{null}</Page>;
}
