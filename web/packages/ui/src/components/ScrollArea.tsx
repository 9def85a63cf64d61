import { type ComponentProps, useEffect, useRef, useState } from 'react';

/** Scrolls what is too large for it, also by keys: while there is something to scroll, the Tab key leads here. */
export function ScrollArea({ children, ...props }: ComponentProps<'div'>) {
  const area = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element) {
      return;
    }
    const measure = () =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) {
      observer.observe(child);
    }
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={area} tabIndex={scrolls ? 0 : undefined} {...props}>
      {children}
    </div>
  );
}
