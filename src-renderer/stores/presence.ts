// What the shop's other PCs have open, and telling them what is open here.

import { create } from 'zustand';
import { maxPlaces, type PcPresence, type Place } from '../../src-shared/sync/presence.ts';
import { ask } from '../api/bridge.ts';
import { useClock } from './clock.ts';
import { isWorkfileTab, useShell } from './shell.ts';
import { useWorkfiles } from './workfile/workfiles.ts';

type Presence = {
  readonly others: readonly PcPresence[];
  /** What was told last, as text. */
  readonly told: string;
  /** What was typed in each workfile when it was last looked at, and when that was new last. */
  readonly typed: Readonly<Record<string, { readonly drafts: object; readonly at: number }>>;
};

export const usePresence = create<Presence>()(() => ({ others: [], told: '[]', typed: {} }));

/** Who paused for less than this goes on typing: nobody wants to hear of each pause. */
const pauseMs = 60_000;

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
  noteTyping();
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
    .map((workfile) => ({
      ...{ workfile, section: open[workfile]?.section ?? 'contacts' },
      ...(isTyping(workfile) && { typing: true as const }),
    }));
}

/** Text from before a crash was typed by nobody now. */
function noteTyping(): void {
  const { typed } = usePresence.getState();
  const { now } = useClock.getState();
  const news = Object.entries(useWorkfiles.getState().open).flatMap(([id, { drafts, restored }]) => {
    const before = typed[id];
    if (before?.drafts === drafts) return [];
    const isNew = Object.keys(drafts).some((place) => restored.every((one) => one.place !== place || one.decided));
    return [[id, { drafts, at: isNew ? now : (before?.at ?? 0) }] as const];
  });
  if (news.length > 0) usePresence.setState({ typed: { ...typed, ...Object.fromEntries(news) } });
}

function isTyping(workfileId: string): boolean {
  const at = usePresence.getState().typed[workfileId]?.at ?? 0;
  return at > 0 && useClock.getState().now - at < pauseMs;
}
