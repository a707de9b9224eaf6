// A record that the cloud refused to create may be made again: as a new creation, by whoever chooses to.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { permissionFor } from '../../src-shared/domain/access/permissions.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import { wholeRecord } from '../../src-shared/sync/protocol.ts';
import { parseValue, readRecord } from '../db/record.ts';
import type { NewEdit } from '../db/write-edits.ts';
import { allowed, type Desk } from './desk.ts';
import { checkOpen, checkOwner } from './edit-rules.ts';

/** The workfile that a record to be made again belongs to, or the rule that it breaks by now. */
export function checkCreation(desk: Desk, edit: NewEdit): Result<WorkfileId> {
  const user = allowed(desk, permissionFor(edit.kind, wholeRecord));
  if (!user.ok) return user;
  if (readRecord(desk.store, edit.kind, edit.id) !== undefined) return failed({ kind: 'conflict', what: edit.kind });
  const wrong = Object.entries(edit.value)
    .map(([group, value]) => parseValue(edit.kind, group, value))
    .find((parsed) => !parsed.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const broken = edit.kind === 'line' ? checkLine(edit.value as unknown as Line) : null;
  if (broken !== null) return failed(broken);
  const workfileId = ownerOf(desk, edit);
  return workfileId.ok ? checkOpen(desk, workfileId.value, edit.kind) : workfileId;
}

function ownerOf({ store }: Desk, { kind, id, value }: NewEdit): Result<WorkfileId> {
  if (kind === 'workfile') return ok(id as WorkfileId);
  const { workfileId } = value.parent as { readonly workfileId: WorkfileId };
  return checkOwner({ store }, workfileId);
}
