// The versions of an estimate, read for a screen or a print.

import type { VersionId, WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import {
  openVersion,
  type ReadVersion,
  readVersion as readLocked,
} from '../../src-shared/domain/estimate/supplement/locked-version.ts';
import { libraries } from '../../src-shared/domain/library/library.ts';
import { estimatorsOf } from '../../src-shared/domain/people/employee.ts';
import type { Handlers } from '../../src-shared/ipc/requests.ts';
import { recordsOf } from '../db/record.ts';
import { readSheet } from '../db/sheet.ts';
import { knownEstimators, readLockedVersion } from '../db/versions.ts';
import { allowed, type Desk, nameOf } from './desk.ts';

/** A version with everything that it prints: a locked one as it was locked, the open one as it stands. */
export function readVersion(desk: Desk, workfileId: WorkfileId, version: VersionId | 'open'): Result<ReadVersion> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const sheet = readSheet(desk.store, workfileId);
  if (sheet === 'missing') return failed({ kind: 'not-found', what: 'workfile' });
  if (sheet === 'arriving') return failed({ kind: 'unavailable', what: 'workfile-arriving' });
  if (version === 'open') return ok(openVersion(sheet));
  const locked = readLockedVersion(desk.store, version);
  const read = locked?.parent.workfileId === workfileId && !locked.deleted ? readLocked(locked) : undefined;
  return read === undefined ? failed({ kind: 'not-found', what: 'version' }) : ok(read);
}

/** Who may be named as the estimator of a version: the shop's estimators, those of its workfiles, and who asks. */
export function listEstimators(desk: Desk): Result<readonly string[]> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const me = nameOf(user.value);
  const employed = estimatorsOf(recordsOf(desk.store, 'employee', libraries.employee)).map(({ about }) => about.name);
  const names = new Set([...employed, ...knownEstimators(desk.store), me]);
  return ok([...names].filter((name) => name !== '').toSorted());
}

export const versionHandlers = (desk: Desk): Pick<Handlers, 'version.read' | 'estimator.list'> => ({
  'version.read': ({ workfileId, version }) => readVersion(desk, workfileId, version),
  'estimator.list': () => listEstimators(desk),
});
