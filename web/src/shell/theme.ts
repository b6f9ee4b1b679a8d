import { useSyncExternalStore } from 'react';

export type Theme = 'auto' | 'light' | 'dark';

const key = 'touchstone.theme';
const listeners = new Set<() => void>();

const kept = (): Theme => (localStorage.getItem(key) ?? 'auto') as Theme;

function choose(theme: Theme): void {
  if (theme === 'auto') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(key, theme);
    document.documentElement.dataset.theme = theme;
  }
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** The theme of this device, the same wherever it is chosen. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, kept), choose];
}
