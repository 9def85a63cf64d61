import { useSyncExternalStore } from 'react';

/** What the reader chose: a scheme, or that of the system. */
export type ColorSchemeChoice = 'system' | 'light' | 'dark';
export type ColorScheme = 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

/** The same names as in app/public/scheme.js, which applies the choice before the first paint. */
const SCHEME_KEY = 'tessera.scheme';
const DENSITY_KEY = 'tessera.density';

const listeners = new Set<() => void>();
const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;
system?.addEventListener('change', notify);

export function useColorSchemeChoice(): ColorSchemeChoice {
  return useSyncExternalStore(subscribe, colorSchemeChoice);
}

/** The scheme in force. Charts need it, because a canvas does not follow custom properties. */
export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, colorScheme);
}

export function useDensity(): Density {
  return useSyncExternalStore(subscribe, density);
}

export function colorSchemeChoice(): ColorSchemeChoice {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function colorScheme(): ColorScheme {
  const chosen = colorSchemeChoice();
  if (chosen !== 'system') {
    return chosen;
  }
  return system?.matches ? 'dark' : 'light';
}

export function density(): Density {
  return document.documentElement.dataset.density === 'compact' ? 'compact' : 'comfortable';
}

export function chooseColorScheme(choice: ColorSchemeChoice): void {
  set('theme', SCHEME_KEY, choice === 'system' ? null : choice);
}

export function chooseDensity(choice: Density): void {
  set('density', DENSITY_KEY, choice === 'comfortable' ? null : choice);
}

function set(attribute: 'theme' | 'density', key: string, value: string | null): void {
  if (value === null) {
    delete document.documentElement.dataset[attribute];
    localStorage.removeItem(key);
  } else {
    document.documentElement.dataset[attribute] = value;
    localStorage.setItem(key, value);
  }
  notify();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) {
    listener();
  }
}
