import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { AlertIcon, Button, buttonClass, ErrorState, OfflineIcon } from '@tessera/ui';
import { useEffect } from 'react';
import { ApiError } from '../../api/ApiError.ts';
import { shellMessages } from './messages.ts';
import { useTitle } from './useTitle.ts';

const messages = shellMessages.failed;

/** In place of a page that could not be shown. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  useEffect(() => resetQueries(), [resetQueries]);
  const unreachable = error instanceof ApiError && error.isUnreachable;
  const title = unreachable ? messages.unreachable : messages.title;
  useTitle(title);
  return (
    <ErrorState
      page
      icon={unreachable ? <OfflineIcon size={28} aria-hidden /> : <AlertIcon size={28} aria-hidden />}
      title={title}
      actions={
        <>
          <a href="/" className={buttonClass()}>
            {messages.home}
          </a>
          <Button
            variant="primary"
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            {messages.retry}
          </Button>
        </>
      }
    >
      {unreachable ? messages.unreachableText : error instanceof ApiError ? error.detail : messages.text}
    </ErrorState>
  );
}
