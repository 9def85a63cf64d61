import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time, once a minute: what was "just now" must not stay so. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
