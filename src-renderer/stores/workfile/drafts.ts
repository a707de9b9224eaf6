// Text being typed: kept by the backend moments after each keystroke, forgotten when committed or given up.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Notices } from '../../../src-shared/ipc/notices.ts';
import { ask } from '../../api/bridge.ts';
import { update, useWorkfiles } from './workfiles.ts';

/** A keystroke is kept 150 ms later at the latest, well within the promised 250 ms. */
const keepAfterMs = 150;

type Waiting = { readonly timer: ReturnType<typeof setTimeout>; readonly text: string };

// The first keystroke after a rest starts the wait and later ones do not restart it: steady typing is kept as it goes.
const waiting = new Map<string, Waiting>();

/** Takes in the text of a field at each keystroke; undefined when the field has none any more. */
export function noteDraft(workfileId: WorkfileId, place: string, text: string | undefined): void {
  if (text === undefined) {
    dropDraft(workfileId, place);
    return;
  }
  decideRestored(workfileId, [place]);
  const key = `${workfileId} ${place}`;
  const before = waiting.get(key);
  const timer = before?.timer ?? setTimeout(() => keepDraft(workfileId, place), keepAfterMs);
  waiting.set(key, { timer, text });
}

/** What stands typed and not committed, by place, up to the last keystroke. */
export function typedTexts(workfileId: WorkfileId): Readonly<Record<string, string>> {
  const ofThis = [...waiting].filter(([key]) => key.startsWith(`${workfileId} `));
  const late = ofThis.map(([key, { text }]) => [key.slice(workfileId.length + 1), text] as const);
  return { ...useWorkfiles.getState().open[workfileId]?.drafts, ...Object.fromEntries(late) };
}

/** Places of text from before that nobody has typed in or kept since. */
export const undecided = (workfileId: WorkfileId): readonly string[] =>
  (useWorkfiles.getState().open[workfileId]?.restored ?? []).flatMap(({ place, decided }) => (decided ? [] : [place]));

/** Takes text from before for typed now: it is committed like any other. */
export function decideRestored(workfileId: WorkfileId, places: readonly string[]): void {
  if (!undecided(workfileId).some((place) => places.includes(place))) return;
  update(workfileId, (workfile) => ({
    ...workfile,
    restored: workfile.restored.map((draft) => (places.includes(draft.place) ? { ...draft, decided: true } : draft)),
  }));
}

/** Forgets the drafts of records that are gone. */
export function dropDeleted({ workfileId, changes }: Notices['workfile.changed']): void {
  const gone = changes.filter(({ record }) => record.deleted).map(({ kind, record }) => `${kind}/${record.id}/`);
  for (const place of Object.keys(typedTexts(workfileId))) {
    if (gone.some((start) => place.startsWith(start))) dropDraft(workfileId, place);
  }
}

/** Forgets the draft of a place. */
export function dropDraft(workfileId: WorkfileId, place: string): void {
  const key = `${workfileId} ${place}`;
  const before = waiting.get(key);
  waiting.delete(key);
  if (before !== undefined) clearTimeout(before.timer);
  const workfile = useWorkfiles.getState().open[workfileId];
  // The tab may be closed by the time a commit is answered: its draft must go all the same.
  if (workfile !== undefined && workfile.drafts[place] === undefined) return;
  update(workfileId, ({ drafts, restored, ...rest }) => {
    const { [place]: _dropped, ...others } = drafts;
    return { ...rest, drafts: others, restored: restored.filter((draft) => draft.place !== place) };
  });
  void ask('draft.drop', { workfileId, place });
}

function keepDraft(workfileId: WorkfileId, place: string): void {
  const key = `${workfileId} ${place}`;
  const text = waiting.get(key)?.text;
  waiting.delete(key);
  if (text === undefined) return;
  update(workfileId, (workfile) => ({ ...workfile, drafts: { ...workfile.drafts, [place]: text } }));
  void ask('draft.keep', { workfileId, place, text });
}

/** Keeps at once what was typed in the last moments: after signing out nobody may. */
export function keepLatestDrafts(): void {
  for (const [key, { timer }] of waiting) {
    clearTimeout(timer);
    const [workfileId = '', place = ''] = key.split(' ');
    keepDraft(workfileId as WorkfileId, place);
  }
}

/** Keeps every draft once more: a backend that started anew may have missed the last ones. */
export function keepDraftsAgain(workfileId: WorkfileId): void {
  for (const [place, text] of Object.entries(useWorkfiles.getState().open[workfileId]?.drafts ?? {})) {
    void ask('draft.keep', { workfileId, place, text });
  }
}

/** Gives up the text found from before; the fields show again what was committed last. */
export function discardRestored(workfileId: WorkfileId): void {
  const restored = useWorkfiles.getState().open[workfileId]?.restored ?? [];
  for (const { place } of restored) dropDraft(workfileId, place);
  update(workfileId, (workfile) => ({ ...workfile, restored: [], discards: workfile.discards + 1 }));
}
