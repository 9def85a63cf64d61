import { MAX_LIMIT, MAX_SERIES, type TrendState } from './state.ts';

/** Something that keeps a query from being run. */
export interface Issue {
  code: 'noSeries' | 'tooManySeries' | 'endsBeforeItBegins' | 'limitOutOfRange';
  /** The field of the query, as the API names it in errors. */
  path: string;
}

/** What is wrong with a query, as far as it takes no server to know. */
export function issuesOf(state: TrendState): Issue[] {
  const { series, dates, breakdown } = state;
  const issues: Issue[] = [];
  if (series.length === 0) {
    issues.push({ code: 'noSeries', path: 'series' });
  }
  if (series.length > MAX_SERIES) {
    issues.push({ code: 'tooManySeries', path: 'series' });
  }
  if (isIsoDate(dates.from) && isIsoDate(dates.to) && dates.from > dates.to) {
    issues.push({ code: 'endsBeforeItBegins', path: 'dateRange__date_to' });
  }
  if (breakdown.kind === 'property' && breakdown.limit !== null && !isLimit(breakdown.limit)) {
    issues.push({ code: 'limitOutOfRange', path: 'breakdownFilter__breakdown_limit' });
  }
  return issues;
}

function isLimit(limit: number): boolean {
  return Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT;
}

function isIsoDate(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}/.test(text);
}

/** The path in an API error without what leads to the query: `query__source__series__0` is `series__0`. */
export function pathInQuery(attr: string | null): string | null {
  return attr?.match(/^query(?:__source)*__(.+)$/)?.[1] ?? null;
}

/** Whether an error at `path` is about `field` or something in it. */
export function isWithin(path: string | null, field: string): boolean {
  return path !== null && (path === field || path.startsWith(`${field}__`));
}
