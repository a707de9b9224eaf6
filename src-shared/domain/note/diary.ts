// The notes of a workfile as people read them: versions behind the newest, answers below what they answer.

import type { NoteId } from '../../base/ids.ts';
import type { Note, NoteKind } from './note.ts';

/** A note with everything that was made of it. */
export type DiaryNote = {
  /** The first version: its id names the note, and it holds the pin. */
  readonly first: Note;
  /** What it says now. */
  readonly now: Note;
  /** All versions, oldest first. */
  readonly versions: readonly Note[];
  /** Versions that were written without knowledge of the one that counts; none of them is lost. */
  readonly beside: readonly Note[];
  /** Oldest first. */
  readonly answers: readonly DiaryNote[];
};

/** The diary: pinned notes first, then the newest first. */
export function diaryOf(notes: readonly Note[]): readonly DiaryNote[] {
  const byId = new Map<string, Note>(notes.map((note) => [note.id, note]));
  const families = familiesOf(notes, byId);
  const read = new Map([...families].map(([id, versions]) => [id, readFamily(versions)]));
  const answers = new Map<string, DiaryNote[]>();
  const tops: DiaryNote[] = [];
  for (const entry of read.values()) {
    const asked = byId.get(entry.first.follows.answerTo);
    const top = asked && topOf(asked, byId);
    if (top === undefined || top === entry.first.id) tops.push(entry);
    else answers.set(top, [...(answers.get(top) ?? []), entry]);
  }
  const ordered = (entry: DiaryNote): DiaryNote => ({
    ...entry,
    answers: (answers.get(entry.first.id) ?? []).toSorted((one, other) => older(one.first, other.first)),
  });
  return tops.map(ordered).toSorted(byPinThenNewest);
}

export type DiaryFilter = { readonly kind: NoteKind | 'all'; readonly text: string };

/** Whether a note, one of its versions or of its answers is what somebody looks for. */
export function isWanted(entry: DiaryNote, filter: DiaryFilter): boolean {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isKind = filter.kind === 'all' || entry.now.content.kind === filter.kind;
  const own = entry.versions.some((note) => words.every((word) => wordsOf(note).includes(word)));
  return (isKind && own) || entry.answers.some((answer) => isWanted(answer, filter));
}

const wordsOf = ({ content, written }: Note): string => `${content.text} ${written.by}`.toLowerCase();

function familiesOf(notes: readonly Note[], byId: ReadonlyMap<string, Note>): ReadonlyMap<NoteId, readonly Note[]> {
  const families = new Map<NoteId, Note[]>();
  for (const note of notes) {
    const first = firstOf(note, byId).id;
    families.set(first, [...(families.get(first) ?? []), note]);
  }
  return families;
}

/** The first version; what follows a note that is not here stands for itself. */
function firstOf(note: Note, byId: ReadonlyMap<string, Note>): Note {
  const seen = new Set<string>();
  let first = note;
  for (
    let before = byId.get(note.follows.versionOf);
    before !== undefined;
    before = byId.get(first.follows.versionOf)
  ) {
    // A circle cannot be written here; what came from elsewhere must not hang the window.
    if (seen.has(before.id)) break;
    seen.add(before.id);
    first = before;
  }
  return first;
}

/** The note of which an answer is shown: answers to answers stand beside them. In a circle nobody was asked first. */
function topOf(note: Note, byId: ReadonlyMap<string, Note>): NoteId | undefined {
  const seen = new Set<string>();
  let top = firstOf(note, byId);
  for (let asked = byId.get(top.follows.answerTo); asked !== undefined; asked = byId.get(top.follows.answerTo)) {
    if (seen.has(asked.id)) return undefined;
    seen.add(asked.id);
    top = firstOf(asked, byId);
  }
  return top.id;
}

/** The version that counts is the end of the longest chain: who knew more versions said more. */
function readFamily(family: readonly Note[]): DiaryNote {
  const versions = family.toSorted(older);
  const byId = new Map<string, Note>(versions.map((note) => [note.id, note]));
  const first = firstOf(versions[0] as Note, byId);
  const followed = new Set(versions.map(({ follows }) => follows.versionOf));
  const ends = versions.filter(({ id }) => !followed.has(id));
  const [now = first, ...beside] = ends.toSorted(
    (one, other) => depthOf(other, byId) - depthOf(one, byId) || older(other, one),
  );
  return { first, now, versions, beside, answers: [] };
}

function depthOf(note: Note, byId: ReadonlyMap<string, Note>): number {
  const seen = new Set<string>([note.id]);
  for (let before = byId.get(note.follows.versionOf); before !== undefined && !seen.has(before.id); ) {
    seen.add(before.id);
    before = byId.get(before.follows.versionOf);
  }
  return seen.size;
}

const older = (one: Note, other: Note): number =>
  one.written.at - other.written.at || (one.id < other.id ? -1 : Number(one.id > other.id));

const byPinThenNewest = (one: DiaryNote, other: DiaryNote): number =>
  Number(other.first.pin.pinned) - Number(one.first.pin.pinned) || older(other.first, one.first);
