// The libraries of the shop: profiles, canned operations, part codes, as the backend says; edits drawn when answered.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { CannedId, PartCodeId, ProfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { type Conflict, isOpen } from '../../../src-shared/domain/conflict/conflict.ts';
import { type EditedLibrary, type Library, libraryKinds } from '../../../src-shared/domain/library/library.ts';
import type { LibraryAddition, LibrarySheet } from '../../../src-shared/ipc/library-requests.ts';
import type { Notices } from '../../../src-shared/ipc/notices.ts';
import type { ChangedRecord } from '../../../src-shared/ipc/shapes.ts';
import type { GroupOf, IdOf, RecordKind, RecordOfKind, ValueOf } from '../../../src-shared/sync/records.ts';
import { ask } from '../../api/bridge.ts';
import { type Loading, readyValue } from '../loading.ts';

export type LibraryState = { readonly sheet: Loading<LibrarySheet> };

export const useLibrary = create<LibraryState>()(() => ({ sheet: { kind: 'idle' } }));

/** Reads the libraries; what was there stays until the answer is. */
export async function loadLibrary(): Promise<void> {
  if (useLibrary.getState().sheet.kind !== 'ready') useLibrary.setState({ sheet: { kind: 'loading' } });
  const reply = await ask('library.read', {});
  useLibrary.setState({ sheet: reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' } });
}

/** Takes what the backend tells of a library; what came as a whole is read anew. */
export function hearLibrary({ library, changes, canUndo, canRedo }: Notices['library.changed']): void {
  const sheet = librarySheet();
  if (sheet === undefined || changes.length === 0) return void loadLibrary();
  const undo = { ...sheet.undo, [library]: { canUndo, canRedo } };
  useLibrary.setState({ sheet: { kind: 'ready', value: { ...withChanges(sheet, changes), undo } } });
}

export const librarySheet = (): LibrarySheet | undefined => readyValue(useLibrary.getState().sheet);

/** Where a window holds the records of each library. */
const lists = {
  profile: 'profiles',
  canned: 'canned',
  'part-code': 'partCodes',
  employee: 'employees',
  insurer: 'insurers',
  customer: 'customers',
  'dms-connection': 'dmsConnections',
} as const satisfies Readonly<Record<Library, keyof LibrarySheet>>;

/** A record of a library as it is now. */
export const libraryRecord = <K extends Library>(kind: K, id: string): RecordOfKind<K> | undefined =>
  (librarySheet()?.[lists[kind]] as readonly RecordOfKind<K>[] | undefined)?.find((one) => one.id === id);

/** All changes at once: a table of part codes may bring thousands. */
function withChanges(sheet: LibrarySheet, changes: readonly ChangedRecord[]): LibrarySheet {
  const changed = (kind: RecordKind) => changes.flatMap((one) => (one.kind === kind ? [one.record] : []));
  const next = libraryKinds.map((kind) => [lists[kind], put(sheet[lists[kind]], changed(kind))]);
  const conflicts = put(sheet.conflicts, changed('conflict') as readonly Conflict[]).filter(isOpen);
  return { ...sheet, ...Object.fromEntries(next), conflicts };
}

type Kept = { readonly id: string; readonly deleted: boolean };

/** Records in the order of their ids, with the changed ones in place; the same list where none is. */
function put<T extends Kept>(records: readonly T[], changed: readonly T[]): readonly T[] {
  if (changed.length === 0) return records;
  const byId = new Map([...records, ...changed].map((record) => [record.id, record]));
  return [...byId.values()].filter(({ deleted }) => !deleted).sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Adds records; answers their ids. */
export const addToLibrary = (addition: LibraryAddition): Promise<Result<readonly string[]>> =>
  ask('library.add', addition);

export const removeFromLibrary = (library: EditedLibrary, ids: readonly string[]): Promise<Failure | undefined> =>
  failureOf(ask('library.remove', { library, ids }));

export const undoLibrary = (library: EditedLibrary): Promise<Failure | undefined> =>
  failureOf(ask('library.undo', { library }));
export const redoLibrary = (library: EditedLibrary): Promise<Failure | undefined> =>
  failureOf(ask('library.redo', { library }));

export const makeDefault = (profileId: ProfileId): Promise<Failure | undefined> =>
  failureOf(ask('profile.make-default', { profileId }));

type Changed<K extends Library, G extends GroupOf<K>> = { readonly group: G; readonly value: ValueOf<K, G> };

/** Writes a group of a record. */
export const changeRecord = <K extends EditedLibrary, G extends GroupOf<K>>(
  kind: K,
  id: IdOf<K>,
  change: Changed<K, G>,
): Promise<Failure | undefined> => {
  const name = kind === 'part-code' ? 'partCodeId' : `${kind}Id`;
  return failureOf(ask(`${kind}.change`, { [name]: id, ...change } as never));
};

export const changeCanned = <G extends GroupOf<'canned'>>(
  cannedId: CannedId,
  change: Changed<'canned', G>,
): Promise<Failure | undefined> => changeRecord('canned', cannedId, change);

export const changePartCode = <G extends GroupOf<'part-code'>>(
  partCodeId: PartCodeId,
  change: Changed<'part-code', G>,
): Promise<Failure | undefined> => changeRecord('part-code', partCodeId, change);

async function failureOf(reply: Promise<Result<unknown>>): Promise<Failure | undefined> {
  const answer = await reply;
  return answer.ok ? undefined : answer.failure;
}
