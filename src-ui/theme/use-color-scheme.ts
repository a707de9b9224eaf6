// Follows what the system prefers, unless a scheme is chosen by hand.
import { useSyncExternalStore } from 'react';
import type { ColorScheme } from './theme.ts';

export type ThemeChoice = 'system' | ColorScheme;

const darkQuery = '(prefers-color-scheme: dark)';

function listen(tell: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

export function useColorScheme(choice: ThemeChoice): ColorScheme {
  const prefersDark = useSyncExternalStore(listen, () => window.matchMedia(darkQuery).matches);
  if (choice !== 'system') return choice;
  return prefersDark ? 'dark' : 'light';
}
