// Edits that the cloud did not take: shown with both values until a person chooses.

import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { permissionFor } from '../../src-shared/domain/access/permissions.ts';
import type { KeptEdit } from '../../src-shared/ipc/shapes.ts';
import { type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { wordsOfValue } from '../../src-shared/sync/value-words.ts';
import { readLabel } from '../db/head-list.ts';
import { dropKept, type Kept, listKept, readKept } from '../db/kept.ts';
import { isDamaged } from '../db/record.ts';
import { transact } from '../db/transact.ts';
import { writeEdits } from '../db/write-edits.ts';
import { allowed, announceEdits, type Desk } from './desk.ts';
import { checkEdits } from './edit-rules.ts';
import { checkCreation } from './kept-creations.ts';

/** Every kept edit, oldest first. */
export function listKeptEdits(desk: Desk): Result<readonly KeptEdit[]> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(listKept(desk.store).map((kept) => describe(desk, kept))) : user;
}

/** Makes the kept edit again, on top of the present value or as a new record. */
export function useKeptEdit(desk: Desk, edit: string): Result<null> {
  const kept = readKept(desk.store, edit);
  if (kept === undefined) return failed({ kind: 'not-found', what: 'kept-edit' });
  const { kind, id, group, mine } = kept;
  if (isDamaged(desk.store, kind, id)) return failed({ kind: 'unavailable', what: 'damaged-record' });
  const again = { kind, id, group, value: JSON.parse(mine) as JsonObject };
  const edits = [again];
  const checked = group === wholeRecord ? checkCreation(desk, again) : checkEdits(desk, edits);
  if (!checked.ok) return checked;
  const { store } = desk;
  const applied = transact(store, () => {
    dropKept(store, edit);
    return writeEdits(store, { workfileId: checked.value, edits, now: desk.clock(), as: 'step' });
  });
  announceEdits(desk, applied);
  return ok(null);
}

/** Lets the kept edit go; the present value stays. */
export function dismissKeptEdit(desk: Desk, edit: string): Result<null> {
  const kept = readKept(desk.store, edit);
  if (kept === undefined) return failed({ kind: 'not-found', what: 'kept-edit' });
  const user = allowed(desk, permissionFor(kept.kind, kept.group));
  if (!user.ok) return user;
  dropKept(desk.store, edit);
  desk.sync.edited();
  return ok(null);
}

function describe(desk: Desk, kept: Kept): KeptEdit {
  const { edit, workfileId, kind, group, reason, keptAt } = kept;
  const mine = JSON.parse(kept.mine) as JsonObject;
  const theirs = kept.theirs === null ? null : (JSON.parse(kept.theirs) as JsonObject);
  const workfileLabel = readLabel(desk.store, workfileId) ?? '';
  const words = { mine: wordsOfValue(mine, theirs), theirs: theirs === null ? '' : wordsOfValue(theirs, mine) };
  return { edit, workfileId, workfileLabel, kind, group, reason, keptAt, ...words };
}
