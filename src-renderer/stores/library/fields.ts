// Ties fields of a screen to a record of a library: value, commit, draft, length, two values, and why it cannot be changed.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import {
  type EditedLibrary,
  isLibraryKind,
  type Library,
  libraries,
} from '../../../src-shared/domain/library/library.ts';
import { emptyGroup, longestText } from '../../../src-shared/domain/record.ts';
import type { Draft } from '../../../src-shared/ipc/shapes.ts';
import { type GroupOf, type IdOf, type RecordOfKind, records, type ValueOf } from '../../../src-shared/sync/records.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { Format } from '../../words/formats.ts';
import { twoValuesAt } from '../workfile/conflicts.ts';
import { noteDraft } from '../workfile/drafts.ts';
import { fieldPlace, placeOf } from '../workfile/places.ts';
import { changeRecord, libraryRecord, librarySheet, useLibrary } from './library.ts';

type FieldOf<K extends EditedLibrary, G, T> = keyof {
  [F in keyof ValueOf<K, G> as ValueOf<K, G>[F] extends T ? F : never]: F;
} &
  string;

export type LibraryTie<K extends EditedLibrary> = {
  readonly kind: K;
  readonly record: RecordOfKind<K>;
  readonly disabledReason: string | undefined;
};

/** Ties the fields of one record. */
export function useLibraryFields<K extends EditedLibrary>({ kind, record, disabledReason }: LibraryTie<K>) {
  const conflicts = useLibraryConflicts();
  const bind = <T>(group: GroupOf<K>, field: string) => {
    const place = fieldPlace(kind, record.id, group, field);
    return {
      id: place,
      value: (groupOf(kind, record, group) as unknown as Readonly<Record<string, T>>)[field] as T,
      draft: libraryDraft(place),
      onDraft: (text: string | undefined) => noteLibraryDraft(kind, place, text),
      onCommit: (value: T) =>
        writeGroup(kind, record.id as IdOf<K>, group, (latest) => ({ ...latest, [field]: value })),
      disabledReason,
      twoValues: twoValuesAt(conflicts, record.id, group, field),
    };
  };
  const lengthOf = (group: GroupOf<K>, field: string): number => longestText(records[kind].spec, group, field) ?? 0;
  return {
    text: <G extends GroupOf<K>>(group: G, field: FieldOf<K, G, string>) => ({
      ...bind<string>(group, field),
      maxLength: lengthOf(group, field),
    }),
    /** A field that is printed and read by a format. */
    value: <G extends GroupOf<K>>(group: G, field: FieldOf<K, G, string>, format: Format<string>) => ({
      ...bind<string>(group, field),
      ...format,
      maxLength: lengthOf(group, field),
    }),
    /** A yes or no. */
    flag: <G extends GroupOf<K>>(group: G, field: FieldOf<K, G, boolean>) => {
      const { draft: _draft, onDraft: _onDraft, ...field_ } = bind<boolean>(group, field);
      return field_;
    },
  };
}

/** The fields of libraries in which two values wait for a choice. */
export const useLibraryConflicts = (): readonly Conflict[] =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.conflicts : noConflicts));
const noConflicts: readonly Conflict[] = [];

/** What stands typed in a field and is not committed. */
export const libraryDraft = (place: string): string | undefined =>
  librarySheet()?.drafts.find((draft) => draft.place === place)?.text;

/** Takes in the text of a field at each keystroke; undefined when it has none any more. */
export function noteLibraryDraft(kind: Library, place: string, text: string | undefined): void {
  const sheet = librarySheet();
  if (sheet === undefined) return;
  const others = sheet.drafts.filter((draft) => draft.place !== place);
  const drafts = text === undefined ? others : [...others, { place, text, keptAt: 0 }];
  if (text !== undefined || others.length < sheet.drafts.length) {
    useLibrary.setState({ sheet: { kind: 'ready', value: { ...sheet, drafts } } });
  }
  noteDraft(libraries[kind], place, text);
}

/** What stands typed in the forms of the libraries and is not committed. */
export const libraryDrafts = (): readonly Draft[] => librarySheet()?.drafts ?? [];

/** Keeps every one of them once more: a backend that could not write, or started anew, may have missed the last ones. */
export function keepLibraryDraftsAgain(): void {
  for (const { place, text } of libraryDrafts()) {
    const { kind } = placeOf(place);
    if (isLibraryKind(kind)) noteDraft(libraries[kind], place, text);
  }
}

const turns = new Map<string, Promise<Failure | undefined>>();

/** Changes a group of a record on top of what it holds when the edits before are answered: none writes over another. */
export function editRecord<K extends EditedLibrary, G extends GroupOf<K>>(
  kind: K,
  id: IdOf<K>,
  group: G,
  change: (latest: ValueOf<K, G>, record: RecordOfKind<K>) => ValueOf<K, G>,
): Promise<Failure | undefined> {
  const write = async (): Promise<Failure | undefined> => {
    const record = libraryRecord(kind, id);
    return record === undefined
      ? { kind: 'not-found', what: kind }
      : changeRecord(kind, id, { group, value: change(groupOf(kind, record, group), record) });
  };
  const turn = (turns.get(id) ?? Promise.resolve()).then(write);
  turns.set(id, turn);
  return turn;
}

/** Waits until every edit of a record is answered; why the last of them was refused, if it was just now. */
export async function settledRecord(id: string): Promise<Failure | undefined> {
  const turn = turns.get(id);
  const failure = await turn;
  // Told once: whoever takes the text back afterwards is not held by it any more.
  if (turns.get(id) === turn) turns.delete(id);
  return failure;
}

/** The same, answered with words for the field. */
export async function writeGroup<K extends EditedLibrary, G extends GroupOf<K>>(
  kind: K,
  id: IdOf<K>,
  group: G,
  change: (latest: ValueOf<K, G>, record: RecordOfKind<K>) => ValueOf<K, G>,
): Promise<string | undefined> {
  const failure = await editRecord(kind, id, group, change);
  return failure && wordBriefly(failure);
}

/** A seldom group that says nothing is absent: its fields read as empty. */
const groupOf = <K extends EditedLibrary, G extends GroupOf<K>>(
  kind: K,
  record: RecordOfKind<K>,
  group: G,
): ValueOf<K, G> =>
  ((record as unknown as Readonly<Record<string, unknown>>)[group] ??
    emptyGroup(records[kind].spec, group as never)) as ValueOf<K, G>;
