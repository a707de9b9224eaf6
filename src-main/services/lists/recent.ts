// The workfiles that a person had open last on this PC, the newest first.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isUuid } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { headsOf, readLabel } from '../../db/head-list.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import { allowed, type Desk } from '../desk.ts';

const mostRecent = 12;
const nameOf = (userId: string): string => `recent:${userId}`;

/** Notes that the person has a workfile before them. */
export function noteVisit(desk: Desk, workfileId: WorkfileId): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  if (readLabel(desk.store, workfileId) === undefined) return failed({ kind: 'not-found', what: 'workfile' });
  const before = readIds(desk, user.value.userId);
  const next = [workfileId, ...before.filter((id) => id !== workfileId)].slice(0, mostRecent);
  if (before[0] !== workfileId) writeSetting(desk.store, nameOf(user.value.userId), JSON.stringify(next));
  return ok(null);
}

/** Those that are still in the list, as they stand in it. */
export function listRecent(desk: Desk): Result<readonly WorkfileHead[]> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  return ok(headsOf(desk.store, readIds(desk, user.value.userId)));
}

function readIds({ store }: Desk, userId: string): readonly WorkfileId[] {
  const ids = JSON.parse(readSetting(store, nameOf(userId)) ?? '[]') as unknown;
  return Array.isArray(ids) ? ids.filter((id): id is WorkfileId => typeof id === 'string' && isUuid(id)) : [];
}
