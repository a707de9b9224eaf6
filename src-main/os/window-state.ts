// What the windows were like when last seen: bounds, zoom and theme; a broken file costs only that.

import { readFileSync } from 'node:fs';
import type { Log } from './log.ts';
import { replaceFile } from './replace-file.ts';
import { isZoom } from './zoom.ts';

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Theme = 'system' | 'light' | 'dark';
export type WindowState = {
  /** Null until a window was moved or sized. */
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
  readonly zoom: number;
  readonly theme: Theme;
};
export type WindowMemory = {
  readonly state: () => WindowState;
  readonly change: (part: Partial<WindowState>) => void;
};

export const smallestWindow = { width: 1024, height: 700 } as const;
const firstSize = { width: 1440, height: 900 } as const;
const initial: WindowState = { bounds: null, maximized: false, zoom: 100, theme: 'system' };

export function openWindowMemory(file: string, log: Log): WindowMemory {
  const held = { state: readState(file, log) };
  return {
    state: () => held.state,
    change(part) {
      const next = { ...held.state, ...part };
      if (JSON.stringify(next) === JSON.stringify(held.state)) return;
      held.state = next;
      writeState(file, next, log);
    },
  };
}

/** The bounds for a window: as remembered if a screen still shows them, else of the first size and placed by the system. */
export function boundsOnScreen(bounds: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> {
  const screen = bounds === null ? undefined : screens.find((one) => showsTitleBar(one, bounds));
  const room = screen ?? screens[0] ?? { x: 0, y: 0, ...firstSize };
  const size = screen && bounds ? bounds : firstSize;
  const width = Math.max(Math.min(size.width, room.width), smallestWindow.width);
  const height = Math.max(Math.min(size.height, room.height), smallestWindow.height);
  return screen && bounds ? { x: bounds.x, y: Math.max(bounds.y, room.y), width, height } : { width, height };
}

/** Enough of the title bar to take hold of it with the mouse. */
function showsTitleBar(screen: Bounds, bounds: Bounds): boolean {
  const visible = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  return visible >= 200 && bounds.y >= screen.y - 8 && bounds.y <= screen.y + screen.height - 60;
}

function readState(file: string, log: Log): WindowState {
  try {
    const state = parseState(JSON.parse(readFileSync(file, 'utf8')));
    if (state !== undefined) return state;
    log('window-state.broken');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) log('window-state.broken');
  }
  return initial;
}

function writeState(file: string, state: WindowState, log: Log): void {
  try {
    replaceFile(file, JSON.stringify(state));
  } catch {
    log('window-state.unwritten');
  }
}

function parseState(raw: unknown): WindowState | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { bounds, maximized, zoom, theme } = raw as Readonly<Record<string, unknown>>;
  if (!isBounds(bounds) || typeof maximized !== 'boolean' || !isZoom(zoom) || !isTheme(theme)) return undefined;
  return { bounds, maximized, zoom, theme };
}

const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark';

function isBounds(value: unknown): value is Bounds | null {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { x, y, width, height } = value as Readonly<Record<string, unknown>>;
  return [x, y, width, height].every((one) => Number.isInteger(one) && Math.abs(Number(one)) < 100_000);
}
