const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago an instant was, in words; a date when it is more than a month. */
export function ago(instant: string, now: number): string {
  const passed = now - Date.parse(instant);
  if (passed < MINUTE) {
    return 'just now';
  }
  if (passed < HOUR) {
    return relative.format(-Math.floor(passed / MINUTE), 'minute');
  }
  if (passed < DAY) {
    return relative.format(-Math.floor(passed / HOUR), 'hour');
  }
  return passed < 31 * DAY
    ? relative.format(-Math.floor(passed / DAY), 'day')
    : date.format(Date.parse(instant));
}

/** How long ago an instant was, in as few letters as tell it. */
export function shortAgo(instant: string, now: number): string {
  const passed = now - Date.parse(instant);
  if (passed < MINUTE) {
    return 'just now';
  }
  if (passed < HOUR) {
    return `${Math.floor(passed / MINUTE)}m ago`;
  }
  return passed < DAY ? `${Math.floor(passed / HOUR)}h ago` : `${Math.floor(passed / DAY)}d ago`;
}

/** An instant in full, in the reader's zone: for tooltips. */
export function exactTime(instant: string): string {
  return exact.format(Date.parse(instant));
}
