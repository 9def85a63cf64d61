import {
  Avatar,
  ComfortableIcon,
  CompactIcon,
  chooseColorScheme,
  chooseDensity,
  cx,
  Menu,
  MenuHeading,
  MenuItem,
  MenuSeparator,
  MoonIcon,
  MoreIcon,
  SignOutIcon,
  SunIcon,
  SystemIcon,
  useColorSchemeChoice,
  useDensity,
} from '@tessera/ui';
import { useMe } from '../access/queries.ts';
import { shellMessages as messages } from './messages.ts';
import styles from './ProjectSwitcher.module.css';
import { useSignOut } from './useSignOut.ts';

const THEMES = [
  { value: 'system', label: messages.system, icon: <SystemIcon size={15} /> },
  { value: 'light', label: messages.light, icon: <SunIcon size={15} /> },
  { value: 'dark', label: messages.dark, icon: <MoonIcon size={15} /> },
] as const;

const DENSITIES = [
  { value: 'comfortable', label: messages.comfortable, icon: <ComfortableIcon size={15} /> },
  { value: 'compact', label: messages.compact, icon: <CompactIcon size={15} /> },
] as const;

/** Who is signed in, how the application looks, and the way out. */
export function UserMenu({ collapsed }: { collapsed: boolean }) {
  const me = useMe();
  const scheme = useColorSchemeChoice();
  const density = useDensity();
  const signOut = useSignOut();
  const name = `${me.first_name} ${me.last_name}`.trim() || me.email;
  return (
    <Menu
      label={messages.account(name)}
      placement="top-start"
      matchWidth
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          className={cx(styles.switcher, styles.account, collapsed && styles.collapsed)}
          aria-label={collapsed ? messages.account(name) : undefined}
        >
          <Avatar name={name} />
          {!collapsed && (
            <>
              <span className={styles.names}>
                <span className={styles.name}>{name}</span>
                <span className={styles.organization}>{me.email}</span>
              </span>
              <span className="visually-hidden">{messages.accountOf}</span>
              <MoreIcon size={16} aria-hidden />
            </>
          )}
        </button>
      )}
    >
      <MenuHeading>{messages.theme}</MenuHeading>
      {THEMES.map(({ value, label, icon }) => (
        <MenuItem
          key={value}
          icon={icon}
          checked={value === scheme}
          onSelect={() => chooseColorScheme(value)}
        >
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuHeading>{messages.density}</MenuHeading>
      {DENSITIES.map(({ value, label, icon }) => (
        <MenuItem key={value} icon={icon} checked={value === density} onSelect={() => chooseDensity(value)}>
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<SignOutIcon size={15} />} onSelect={signOut}>
        {messages.signOut}
      </MenuItem>
    </Menu>
  );
}
