import { AlertIcon } from '@tessera/ui';
import { ApiError } from '../../api/ApiError.ts';
import styles from './EntryFrame.module.css';

/** Why a form was refused, unless it is about one of `fields`, which say it themselves. */
export function FormError({ error, fields = [] }: { error: Error | null; fields?: readonly string[] }) {
  if (!error || (error instanceof ApiError && error.attr !== null && fields.includes(error.attr))) {
    return null;
  }
  return (
    <p role="alert" className={styles.alert}>
      <AlertIcon size={16} aria-hidden />
      {error.message}
    </p>
  );
}

/** What the API says about one field. */
export function fieldError(error: Error | null, field: string): string | null {
  return error instanceof ApiError && error.attr === field ? error.detail : null;
}
