const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayAndYear = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

const DAY = 86_400_000;

/** What to write under an axis for a bucket; `start` is wall time of the project, which no zone may shift. */
export function axisLabel(start: string, interval: string): string {
  const at = wallTime(start);
  if (Number.isNaN(at)) {
    return start;
  }
  switch (interval) {
    case 'month':
      return month.format(at);
    case 'hour':
    case 'minute':
      return at % DAY === 0 ? day.format(at) : clock.format(at);
    default:
      return day.format(at);
  }
}

/** A bucket in words, for tooltips and tables; `label` is what the server calls it. */
export function bucketName(start: string, interval: string, label?: string): string {
  const at = wallTime(start);
  if (Number.isNaN(at)) {
    return label ?? start;
  }
  switch (interval) {
    case 'month':
      return month.format(at);
    case 'week':
      return dayAndYear.formatRange(at, at + 6 * DAY);
    case 'hour':
    case 'minute':
      return `${dayAndYear.format(at)}, ${clock.format(at)}`;
    default:
      return weekday.format(at);
  }
}

function wallTime(start: string): number {
  return Date.parse(`${start.replace(' ', 'T')}${start.includes(' ') ? 'Z' : 'T00:00:00Z'}`);
}
