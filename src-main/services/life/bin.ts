// Putting a workfile into the bin, and restoring it: an edit like another, so that undo and redo know it.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { lifeRequests } from '../../../src-shared/ipc/life/life-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { readBinnedAt } from '../../db/head-list.ts';
import { toEdit, writeStep } from '../changes.ts';
import { allowed, type Desk, nameOf } from '../desk.ts';
import { takeIn } from './intake.ts';

export const lifeHandlers = (desk: Desk): Pick<Handlers, keyof typeof lifeRequests> => ({
  'workfile.bin': ({ workfileId }) => binWorkfile(desk, workfileId),
  'workfile.restore': ({ workfileId }) => restoreWorkfile(desk, workfileId),
  'workfile.take-in': (intake) => takeIn(desk, intake),
});

function binWorkfile(desk: Desk, workfileId: WorkfileId): Result<null> {
  const user = allowed(desk, 'bin-workfiles');
  if (!user.ok) return user;
  // Twice is once: when it was put there stays.
  if (readBinnedAt(desk.store, workfileId) > 0) return ok(null);
  return write(desk, workfileId, { at: Math.max(1, desk.clock()), by: nameOf(user.value) });
}

function restoreWorkfile(desk: Desk, workfileId: WorkfileId): Result<null> {
  if (readBinnedAt(desk.store, workfileId) === 0) return failed({ kind: 'conflict', what: 'not-in-bin' });
  return write(desk, workfileId, { at: 0, by: '' });
}

const write = (desk: Desk, id: WorkfileId, value: { readonly at: number; readonly by: string }): Result<null> =>
  writeStep(desk, [toEdit('workfile', { id, group: 'bin', value })]);
