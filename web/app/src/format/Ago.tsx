import { ago, exactTime, shortAgo } from './time.ts';
import { useNow } from './useNow.ts';

interface AgoProps {
  instant: string;
  /** In as few letters as tell it. */
  short?: boolean;
  className?: string;
  /** What the instant in full is called when it is pointed at. */
  title?: (exact: string) => string;
}

/** How long ago something was; in full when it is pointed at. */
export function Ago({ instant, short, className, title = (exact) => exact }: AgoProps) {
  // What has just come may be younger than the minute.
  const now = Math.max(useNow(), Date.parse(instant));
  return (
    <time className={className} dateTime={instant} title={title(exactTime(instant))}>
      {short ? shortAgo(instant, now) : ago(instant, now)}
    </time>
  );
}
