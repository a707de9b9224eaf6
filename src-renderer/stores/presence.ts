// What the shop's other PCs have open, and telling them what is open here.

import { create } from 'zustand';
import { maxPlaces, type PcPresence, type Place } from '../../src-shared/sync/presence.ts';
import { ask } from '../api/bridge.ts';
import { isWorkfileTab, useShell } from './shell.ts';
import { useWorkfiles } from './workfile/workfiles.ts';

type Presence = { readonly others: readonly PcPresence[] /** What was told last, as text. */; readonly told: string };

export const usePresence = create<Presence>()(() => ({ others: [], told: '[]' }));

/** Asks what the others have open, and tells anew what is open here: the backend may have started just now. */
export async function loadPresence(): Promise<void> {
  usePresence.setState({ told: '[]' });
  tellPresence();
  const reply = await ask('presence.list', {});
  if (reply.ok) hearPresence(reply.value);
}

export const hearPresence = (others: readonly PcPresence[]): void => usePresence.setState({ others });

/** Tells which workfiles are open in this window, when that is something else than before. */
export function tellPresence(): void {
  const open = openHere();
  const text = JSON.stringify(open);
  if (text === usePresence.getState().told) return;
  usePresence.setState({ told: text });
  void ask('presence.show', { open });
}

function openHere(): readonly Place[] {
  const { open } = useWorkfiles.getState();
  const { tabs } = useShell.getState();
  return tabs
    .filter(isWorkfileTab)
    .slice(-maxPlaces)
    .map((workfile) => ({ workfile, section: open[workfile]?.section ?? 'contacts' }));
}
