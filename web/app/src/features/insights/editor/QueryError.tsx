import { type Issue, isWithin, pathInQuery } from '@tessera/query-model';
import { AlertIcon } from '@tessera/ui';
import { createContext, use } from 'react';
import { ApiError } from '../../../api/ApiError.ts';
import styles from './Editor.module.css';
import { editorMessages as messages } from './messages.ts';

/** Something wrong with a field of the query. */
export interface FieldError {
  path: string;
  text: string;
}

const Errors = createContext<readonly FieldError[]>([]);

export const QueryErrors = Errors.Provider;

/** What is wrong with the fields of a query: by our own rules, or else by the server's answer. */
export function fieldErrors(issues: readonly Issue[], error: Error | null): FieldError[] {
  const path = error instanceof ApiError ? pathInQuery(error.attr) : null;
  return [
    ...issues.map((it) => ({ path: it.path, text: messages.issues[it.code] })),
    ...(path !== null && error ? [{ path, text: error.message }] : []),
  ];
}

interface QueryErrorProps {
  /** The field of the query that a control is for. */
  path: string;
  /** Fields within it whose controls say it themselves. */
  except?: readonly string[];
}

/** What is wrong with one field, at the control for it. */
export function QueryError({ path, except = [] }: QueryErrorProps) {
  const error = use(Errors).find(
    (it) => isWithin(it.path, path) && !except.some((field) => isWithin(it.path, `${path}__${field}`)),
  );
  return error ? (
    <p role="alert" className={styles.error}>
      <AlertIcon size={14} aria-hidden />
      {error.text}
    </p>
  ) : null;
}
