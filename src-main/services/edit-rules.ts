// The rules that an edit must keep, checked before it is written; undo and kept edits pass them like any other.

import { invalid } from '../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { permissionFor } from '../../src-shared/domain/access/permissions.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import { lockedBy } from '../../src-shared/domain/estimate/lock.ts';
import { isLibrary } from '../../src-shared/domain/library/library.ts';
import { isFrozen } from '../../src-shared/domain/vehicle/frozen.ts';
import { isShutTo } from '../../src-shared/domain/workfile/life.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { openConflictsOf } from '../db/open-conflicts.ts';
import { parseValue, readOwner, readRecord, recordsOf } from '../db/record.ts';
import { stageHere } from '../db/stage-here.ts';
import { isSupplementWaiting } from '../db/versions.ts';
import type { NewEdit } from '../db/write-edits.ts';
import { allowed, type Desk } from './desk.ts';
import { checkBin, checkNotBinned } from './life/bin-rules.ts';

/** The workfile that all the edits belong to, or the first rule that one of them breaks. */
export function checkEdits(desk: Desk, edits: readonly NewEdit[]): Result<WorkfileId> {
  const owners = new Set<WorkfileId>();
  const restored = new Set<string>();
  for (const edit of edits) {
    if (edit.group === deletion && edit.value.deleted === false) restored.add(edit.id);
    const owner = checkEdit(desk, edit, restored);
    if (!owner.ok) return owner;
    owners.add(owner.value);
  }
  const [owner, second] = owners;
  if (owner === undefined || second !== undefined) return failed(invalid('input.changes', 'not-a-choice'));
  const bin = checkBin(desk, owner, edits);
  if (!bin.ok) return bin;
  const lines = checkLines(desk, edits);
  return lines.ok ? checkLock(desk, owner, edits) : lines;
}

/** Whether a workfile and its estimate still let records of this kind be edited. */
export function checkOpen(desk: Desk, workfileId: WorkfileId, kind: RecordKind = 'line'): Result<WorkfileId> {
  const kept = checkNotBinned(desk, workfileId);
  return kept.ok ? checkShut(desk, workfileId, kind) : kept;
}

function checkShut(desk: Desk, workfileId: WorkfileId, kind: RecordKind): Result<WorkfileId> {
  if (isShutTo(kind, wholeRecord, stageHere(desk.store, workfileId)))
    return failed({ kind: 'conflict', what: 'ended' });
  const closed = lockedBy(kind, recordsOf(desk.store, 'estimate', workfileId));
  const author = desk.sync.user()?.userId ?? '';
  return closed === undefined || isSupplementWaiting(desk.store, workfileId, author)
    ? ok(workfileId)
    : failed({ kind: 'locked', what: 'estimate', ...(closed.lock.by === '' ? {} : { holder: closed.lock.by }) });
}

/** `restored` are the records that an earlier edit of the same step brings back. */
function checkEdit(desk: Desk, { kind, id, group, value }: NewEdit, restored: ReadonlySet<string>): Result<WorkfileId> {
  const user = allowed(desk, permissionFor(kind, group));
  if (!user.ok) return user;
  const policy = policyOf(kind, group);
  if (policy === 'cloud' || policy === 'once') return failed({ kind: 'forbidden', need: `${policy}-only` });
  const parsed = parseValue(kind, group, value);
  if (!parsed.ok) return parsed;
  const owned = readOwner(desk.store, kind, id);
  const isGone = owned?.deleted === true && group !== deletion && !restored.has(id);
  if (owned === undefined || isGone) return failed({ kind: 'not-found', what: kind });
  const owner = checkOwner(desk, owned.workfileId);
  if (!owner.ok || kind !== 'vehicle' || group !== 'identity') return owner;
  return isClosed(desk, id, owner.value) ? failed({ kind: 'locked', what: 'vehicle' }) : owner;
}

/** Whether a vehicle stays as it was locked. Between two values that met before, a person may still choose. */
function isClosed({ store }: Desk, id: string, workfileId: WorkfileId): boolean {
  const vehicle = readRecord(store, 'vehicle', id);
  if (vehicle === undefined || !recordsOf(store, 'estimate', workfileId).some((one) => isFrozen(one, vehicle))) {
    return false;
  }
  return !openConflictsOf(store, workfileId).some(({ about }) => about.recordId === id && about.group === 'identity');
}

/** A workfile that is not deleted, or a library of the shop. */
export function checkOwner({ store }: Pick<Desk, 'store'>, owner: string): Result<WorkfileId> {
  if (isLibrary(owner)) return ok(owner as WorkfileId);
  const workfile = readRecord(store, 'workfile', owner);
  return workfile?.deleted === false ? ok(workfile.id) : failed({ kind: 'not-found', what: 'workfile' });
}

function checkLock(desk: Desk, workfileId: WorkfileId, edits: readonly NewEdit[]): Result<WorkfileId> {
  const stage = stageHere(desk.store, workfileId);
  if (edits.some(({ kind, group }) => isShutTo(kind, group, stage))) return failed({ kind: 'conflict', what: 'ended' });
  const kinds = [...new Set(edits.map(({ kind }) => kind))];
  return kinds.map((kind) => checkShut(desk, workfileId, kind)).find((open) => !open.ok) ?? ok(workfileId);
}

/** A line's rules look at several groups, so they are asked of the line as it will be after all edits. */
function checkLines({ store }: Desk, edits: readonly NewEdit[]): Result<null> {
  const lines = new Map<string, Line>();
  for (const { kind, id, group, value } of edits) {
    const line = kind === 'line' ? (lines.get(id) ?? readRecord(store, 'line', id)) : undefined;
    if (line !== undefined) lines.set(id, lineAfter(line, group, value));
  }
  for (const line of lines.values()) {
    const wrong = line.deleted ? null : checkLine(line);
    if (wrong !== null) return failed(wrong);
  }
  return ok(null);
}

function lineAfter(line: Line, group: string, value: JsonObject): Line {
  if (group === wholeRecord) return line;
  return { ...line, [group]: group === deletion ? value.deleted : value };
}
