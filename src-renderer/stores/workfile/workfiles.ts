// The open workfiles: what the backend said of each, the edits on their way, and where the person is.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { Notices } from '../../../src-shared/ipc/notices.ts';
import type { Draft, WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { ask } from '../../api/bridge.ts';
import { type Loading, readyValue } from '../loading.ts';
import { adoptOrphans } from './orphans.ts';
import { applyChanges, applyEdit, type GroupEdit } from './sheet.ts';

export const sections = [
  'overview',
  'contacts',
  'vehicle',
  'insurance',
  'rates',
  'estimate',
  'versions',
  'photos',
  'notes',
  'plan',
  'receipts',
  'history',
] as const;
export type Section = (typeof sections)[number];

/** What keeps a workfile from being saved: something wrong at a place, or text there that was not taken. */
export type Obstacle = { readonly place: string; readonly failure?: Failure };

/** Text found from before; decided once the person typed there or kept it. */
export type Restored = Draft & { readonly decided?: boolean };

export type OpenWorkfile = {
  /** What is drawn: the truth with the pending edits on top. */
  readonly sheet: Loading<WorkfileSheet>;
  /** What the backend said last. */
  readonly truth: WorkfileSheet | undefined;
  /** Edits that the backend has not answered yet, oldest first. */
  readonly pending: readonly GroupEdit[];
  /** Questions on their way that change something. */
  readonly sending: number;
  readonly section: Section;
  /** Text being typed and not committed, by place. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Text found from before, until it is committed or discarded. */
  readonly restored: readonly Restored[];
  /** What the last Save met. */
  readonly obstacles: readonly Obstacle[];
  /** The place gone to last: the next problem is the one behind it. */
  readonly visited: string;
  /** The headings whose sections are closed. */
  readonly closed: ReadonlySet<string>;
  /** How often restored text was discarded: fields are drawn anew then. */
  readonly discards: number;
};

export const useWorkfiles = create<{ readonly open: Readonly<Record<string, OpenWorkfile>> }>()(() => ({ open: {} }));

const opening: OpenWorkfile = {
  sheet: { kind: 'loading' },
  truth: undefined,
  pending: [],
  sending: 0,
  section: 'contacts',
  drafts: {},
  restored: [],
  obstacles: [],
  visited: '',
  closed: new Set(),
  discards: 0,
};

/** Opens a workfile, or reads it again after a failure. */
export async function openWorkfile(workfileId: WorkfileId): Promise<void> {
  const present = useWorkfiles.getState().open[workfileId];
  if (present !== undefined && present.sheet.kind !== 'failed') return;
  useWorkfiles.setState(({ open }) => ({ open: { ...open, [workfileId]: opening } }));
  const reply = await ask('workfile.open', { workfileId });
  // Drafts come together with the sheet: fields read them when they are first drawn.
  const adopted = reply.ok ? adoptOrphans(reply.value) : [];
  const restored = adopted.map(({ draft }) => draft);
  const drafts = Object.fromEntries(restored.map(({ place, text }) => [place, text]));
  update(workfileId, (workfile) => take({ ...workfile, restored, drafts }, reply));
  for (const { draft, from } of adopted) {
    if (draft.place === from) continue;
    void ask('draft.keep', { workfileId, place: draft.place, text: draft.text });
    void ask('draft.drop', { workfileId, place: from });
  }
}

/** Reads the truth anew; what is being typed stays. */
export async function reloadWorkfile(workfileId: WorkfileId): Promise<void> {
  const reply = await ask('workfile.open', { workfileId });
  update(workfileId, (workfile) => take(workfile, reply));
}

const take = (workfile: OpenWorkfile, reply: Result<WorkfileSheet>): OpenWorkfile =>
  reply.ok ? draw({ ...workfile, truth: reply.value }) : { ...workfile, sheet: { ...reply, kind: 'failed' } };

export function closeWorkfile(workfileId: WorkfileId): void {
  useWorkfiles.setState(({ open }) => {
    const { [workfileId]: _closed, ...others } = open;
    return { open: others };
  });
}

export function showSection(workfileId: WorkfileId, section: Section): void {
  update(workfileId, (workfile) => ({ ...workfile, section }));
}

export function noteObstacles(workfileId: WorkfileId, obstacles: readonly Obstacle[]): void {
  update(workfileId, (workfile) => ({ ...workfile, obstacles }));
}

export function noteVisited(workfileId: WorkfileId, place: string): void {
  update(workfileId, (workfile) => ({ ...workfile, visited: place }));
}

/** Closes the section of a heading, or opens it. */
export function toggleSection(workfileId: WorkfileId, heading: string): void {
  update(workfileId, (workfile) => {
    const closed = new Set(workfile.closed);
    if (!closed.delete(heading)) closed.add(heading);
    return { ...workfile, closed };
  });
}

/** Takes in what changed, here or elsewhere. */
export function hearChanges(notice: Notices['workfile.changed']): void {
  const { workfileId, changes, canUndo, canRedo, unsavedSince } = notice;
  update(workfileId, (workfile) =>
    workfile.truth === undefined
      ? workfile
      : draw({ ...workfile, truth: { ...applyChanges(workfile.truth, changes), canUndo, canRedo, unsavedSince } }),
  );
}

/** Changes what the window holds of one open workfile. */
export function update(workfileId: WorkfileId, change: (workfile: OpenWorkfile) => OpenWorkfile): void {
  useWorkfiles.setState(({ open }) => {
    const workfile = open[workfileId];
    return workfile === undefined ? { open } : { open: { ...open, [workfileId]: change(workfile) } };
  });
}

/** Lays the pending edits over the truth. */
export function draw(workfile: OpenWorkfile): OpenWorkfile {
  if (workfile.truth === undefined) return workfile;
  return { ...workfile, sheet: { kind: 'ready', value: workfile.pending.reduce(applyEdit, workfile.truth) } };
}

/** The sheet of an open workfile as it is drawn. */
export const sheetOf = (workfileId: WorkfileId): WorkfileSheet | undefined =>
  readyValue(useWorkfiles.getState().open[workfileId]?.sheet ?? opening.sheet);

/** A slice of an open workfile's sheet; the sheet must be there. */
export function useSheet<T>(workfileId: WorkfileId, pick: (sheet: WorkfileSheet) => T): T {
  return useWorkfiles(({ open }) => {
    const sheet = open[workfileId]?.sheet;
    if (sheet?.kind !== 'ready') throw new Error('the workfile is not open');
    return pick(sheet.value);
  });
}
