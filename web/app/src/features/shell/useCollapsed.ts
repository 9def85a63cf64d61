import { useState } from 'react';

const KEY = 'tessera.navigation';

/** Whether the navigation is narrow, kept in this browser. */
export function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(KEY) === 'collapsed');
  return [
    collapsed,
    (value) => {
      localStorage.setItem(KEY, value ? 'collapsed' : 'expanded');
      setCollapsed(value);
    },
  ];
}
