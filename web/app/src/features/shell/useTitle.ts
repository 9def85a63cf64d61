import { useEffect } from 'react';
import { shellMessages } from './messages.ts';

/** Names the page in the title of the window, which is read aloud, kept in the history and shown on tabs. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = shellMessages.windowTitle(title);
  }, [title]);
}
