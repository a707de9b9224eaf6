// Workfiles: making one, opening one, saving one.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { checkWorkfile } from '../../src-shared/domain/workfile/check-workfile.ts';
import type { SaveAnswer, WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { markUnsavedSince } from '../db/head.ts';
import { readSheet } from '../db/sheet.ts';
import { transact } from '../db/transact.ts';
import { writeEdits } from '../db/write-edits.ts';
import { allowed, announceEdits, type Desk, nameOf } from './desk.ts';
import { checkNotBinned } from './life/bin-rules.ts';
import { writeNewWorkfile } from './life/new-workfile.ts';
import { promisedBySave } from './plan/promise-event.ts';
import { readRatesFrom } from './starting-rates.ts';

/** Makes a workfile with an empty owner, vehicle, insurance and estimate, at the shop's usual rates. */
export function createWorkfile(desk: Desk): Result<WorkfileId> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const { workfileId, applied } = writeNewWorkfile(desk, user.value);
  announceEdits(desk, applied);
  return ok(workfileId);
}

/** A workfile with everything in it. */
export function openWorkfile(desk: Desk, workfileId: WorkfileId): Result<WorkfileSheet> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const sheet = readSheet(desk.store, workfileId);
  if (sheet === 'missing') return failed({ kind: 'not-found', what: 'workfile' });
  if (sheet === 'arriving') return failed({ kind: 'unavailable', what: 'workfile-arriving' });
  const ratesFrom = readRatesFrom(desk.store, workfileId);
  return ok(ratesFrom === null ? sheet : { ...sheet, ratesFrom });
}

/** Checks a workfile and marks its next revision; everything wrong comes back and then nothing is marked. */
export function saveWorkfile(desk: Desk, workfileId: WorkfileId): Result<SaveAnswer> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const sheet = openWorkfile(desk, workfileId);
  if (!sheet.ok) return sheet;
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  const problems = checkWorkfile(sheet.value);
  if (problems.length > 0) return ok({ saved: false, problems });
  const now = desk.clock();
  const revision = sheet.value.workfile.saved.revision + 1;
  const value = { revision, at: now, by: nameOf(user.value) };
  const promised = promisedBySave(desk, sheet.value, user.value);
  const { store } = desk;
  const applied = transact(store, () => {
    const saved = { kind: 'workfile', id: workfileId, group: 'saved', value } as const;
    const edits = [saved, ...(promised?.edits ?? [])];
    const written = writeEdits(store, { workfileId, edits, now, as: 'plain' });
    markUnsavedSince(store, workfileId, 0);
    return written;
  });
  announceEdits(desk, applied);
  return ok({ saved: true, revision, ...(promised && { promise: promised.missing }) });
}
