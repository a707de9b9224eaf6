// What this PC remembers about how its user likes the window.

import { create } from 'zustand';
import type { Settings } from '../../src-shared/ipc/shapes.ts';
import { ask, tellHost } from '../api/bridge.ts';

const unset: Settings = { theme: 'system', density: 'compact', layouts: {} };

export const useSettings = create<{ readonly settings: Settings }>()(() => ({ settings: unset }));

export async function loadSettings(): Promise<void> {
  const reply = await ask('settings.read', {});
  if (!reply.ok) return;
  useSettings.setState({ settings: reply.value });
  tellHost('window.theme', { theme: reply.value.theme });
}

/** Changes some likings and remembers them; a failed write costs a liking, never work. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const settings = { ...useSettings.getState().settings, ...change };
  useSettings.setState({ settings });
  if (change.theme !== undefined) tellHost('window.theme', { theme: change.theme });
  await ask('settings.write', settings);
}

/** Remembers how something is laid out, as text. */
export function rememberLayout(name: string, layout: unknown): Promise<void> {
  const { layouts } = useSettings.getState().settings;
  return changeSettings({ layouts: { ...layouts, [name]: JSON.stringify(layout) } });
}

/** What was remembered under a name; undefined when nothing readable was. */
export function readLayout(settings: Settings, name: string): unknown {
  const text = settings.layouts[name];
  return text?.startsWith('{') ? (JSON.parse(text) as unknown) : undefined;
}
