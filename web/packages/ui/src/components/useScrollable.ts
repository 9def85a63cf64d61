import { type RefCallback, useCallback, useState } from 'react';

interface Scrollable {
  ref: RefCallback<HTMLElement>;
  tabIndex: 0 | undefined;
}

/** Makes an element reachable by keyboard for as long as there is more in it than it shows. */
export function useScrollable(): Scrollable {
  const [scrolls, setScrolls] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element) {
      const look = () =>
        setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
      const observer = new ResizeObserver(look);
      observer.observe(element);
      for (const child of element.children) {
        observer.observe(child);
      }
      return () => observer.disconnect();
    }
    return undefined;
  }, []);
  return { ref, tabIndex: scrolls ? 0 : undefined };
}
