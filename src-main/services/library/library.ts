// What belongs to the shop and to no workfile: profiles, canned operations and templates, part codes.

import { invalid } from '../../../src-shared/base/failure.ts';
import type { ProfileId, RatesId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionFor } from '../../../src-shared/domain/access/permissions.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { profileRates } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import {
  isKept,
  type Library,
  libraries,
  libraryIds,
  libraryKinds,
} from '../../../src-shared/domain/library/library.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import type { LibraryAddition, LibrarySheet } from '../../../src-shared/ipc/library-requests.ts';
import { deletion, type JsonObject, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { listDrafts } from '../../db/draft.ts';
import { openConflictsOf } from '../../db/open-conflicts.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { readUndoState } from '../../db/undo-state.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { writeStep } from '../changes.ts';
import { allowed, commit, type Desk, newId } from '../desk.ts';
import { redo, undo } from '../undo.ts';

/** Everything that belongs to the shop. */
export function readLibrary(desk: Desk): Result<LibrarySheet> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const { store } = desk;
  return ok({
    profiles: recordsOf(store, 'profile', libraries.profile),
    canned: recordsOf(store, 'canned', libraries.canned),
    partCodes: recordsOf(store, 'part-code', libraries['part-code']),
    employees: recordsOf(store, 'employee', libraries.employee),
    insurers: recordsOf(store, 'insurer', libraries.insurer),
    customers: recordsOf(store, 'customer', libraries.customer),
    dmsConnections: recordsOf(store, 'dms-connection', libraries['dms-connection']),
    conflicts: libraryIds.flatMap((workfileId) => openConflictsOf(store, workfileId)),
    drafts: libraryIds.flatMap((workfileId) => listDrafts(store, { workfileId, author: user.value.userId })),
    undo: Object.fromEntries(libraryKinds.map((kind) => [kind, steps(desk, kind)])) as LibrarySheet['undo'],
  });
}

const steps = ({ store }: Desk, library: Library) => {
  const { canUndo, canRedo } = readUndoState(store, libraries[library]);
  return { canUndo, canRedo };
};

/** Adds records to a library; answers their ids. */
export function addToLibrary(desk: Desk, { kind, records }: LibraryAddition): Result<readonly string[]> {
  const user = allowed(desk, permissionFor(kind, wholeRecord));
  if (!user.ok) return user;
  const nameless = records.some((record) => nameOf(record).trim() === '');
  if (nameless) return failed(invalid(`${kind}.name`, 'required'));
  const edits = records.map(
    (groups): NewEdit => ({ kind, id: newId(desk), group: wholeRecord, value: groups as JsonObject }),
  );
  commit(desk, { workfileId: libraries[kind], edits, as: 'step' });
  return ok(edits.map(({ id }) => id));
}

const nameOf = (record: LibraryAddition['records'][number]): string =>
  ('code' in record ? record.code?.code : undefined) ??
  ('about' in record ? record.about?.name : undefined) ??
  ('name' in record && record.name !== undefined ? contactLabel(record.name) : '');

/** Removes records of a library; of who wrote and who paid nothing is removed, it is made inactive. */
export function removeFromLibrary(desk: Desk, library: Library, ids: readonly string[]): Result<null> {
  if (isKept(library)) return failed({ kind: 'forbidden', need: 'make-inactive' });
  const gone = ids.some((id) => readRecord(desk.store, library, id)?.deleted !== false);
  if (gone) return failed({ kind: 'not-found', what: library });
  return writeStep(
    desk,
    ids.map((id) => ({ kind: library, id, group: deletion, value: { deleted: true } })),
  );
}

export const undoLibrary = (desk: Desk, library: Library): Result<boolean> => undo(desk, libraries[library]);
export const redoLibrary = (desk: Desk, library: Library): Result<boolean> => redo(desk, libraries[library]);

/** Makes a profile the default of its company or of the shop; the one that was is none any more. */
export function makeDefault(desk: Desk, profileId: ProfileId): Result<null> {
  const profiles = recordsOf(desk.store, 'profile', libraries.profile);
  const chosen = profiles.find(({ id }) => id === profileId);
  if (chosen === undefined) return failed({ kind: 'not-found', what: 'profile' });
  const changed = profiles.filter((one) => one.usual.isDefault !== (one === chosen) && isRival(one, chosen));
  if (changed.length === 0) return ok(null);
  return writeStep(
    desk,
    changed.map((one) => ({ kind: 'profile', id: one.id, group: 'usual', value: { isDefault: one === chosen } })),
  );
}

const isRival = ({ about }: Profile, { about: chosen }: Profile): boolean =>
  about.kind === chosen.kind &&
  (about.kind === 'facility' || about.company.trim().toLowerCase() === chosen.company.trim().toLowerCase());

/** Gives a workfile the rates and rules of a profile, and says where they come from. */
export function updateRates(desk: Desk, ratesId: RatesId, profileId: ProfileId): Result<null> {
  const profile = readRecord(desk.store, 'profile', profileId);
  if (profile === undefined || profile.deleted) return failed({ kind: 'not-found', what: 'profile' });
  const explained = (readRecord(desk.store, 'rates', ratesId)?.reasons?.list.length ?? 0) > 0;
  const groups: JsonObject = { ...profileRates(profile), ...(explained && { reasons: { list: [] } }) };
  return writeStep(
    desk,
    Object.entries(groups).map(([group, value]) => ({ kind: 'rates', id: ratesId, group, value: value as JsonObject })),
  );
}
