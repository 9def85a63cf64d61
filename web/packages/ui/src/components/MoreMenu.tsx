import type { ReactNode } from 'react';
import { MoreIcon } from '../icons/index.ts';
import { IconButton } from './Button.tsx';
import { Menu } from './Menu.tsx';

interface MoreMenuProps {
  /** What the menu is about; its button is called so too. */
  label: string;
  size?: 'sm' | 'md';
  iconSize?: number;
  children: ReactNode;
}

/** The menu behind three dots: what else can be done with something. */
export function MoreMenu({ label, size, iconSize = 16, children }: MoreMenuProps) {
  return (
    <Menu
      label={label}
      trigger={(trigger) => (
        <IconButton {...trigger} size={size} label={label} icon={<MoreIcon size={iconSize} />} />
      )}
    >
      {children}
    </Menu>
  );
}
