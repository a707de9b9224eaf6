// Which service answers which request about employees, insurance companies and RO numbers.

import { invalid } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { configureRequests, Numbering } from '../../../src-shared/ipc/configure-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { readFirstRun } from '../../db/first-run.ts';
import { heldNumbers } from '../../db/number-lease.ts';
import { prefixHere } from '../../db/ro-numbers.ts';
import { type Change, changeGroup } from '../changes.ts';
import { allowed, type Desk } from '../desk.ts';

export const configureHandlers = (desk: Desk): Pick<Handlers, keyof typeof configureRequests> => ({
  'employee.change': ({ employeeId: id, ...change }) => changeNamed(desk, 'employee', { id, ...change }),
  'insurer.change': ({ insurerId: id, ...change }) => changeNamed(desk, 'insurer', { id, ...change }),
  'first-run.read': () => {
    const user = allowed(desk, 'see-workfiles');
    return user.ok ? ok(readFirstRun(desk.store)) : user;
  },
  'numbering.read': () => readNumbering(desk),
});

/** Changes a group of what is chosen by its name: it keeps one. */
function changeNamed(desk: Desk, kind: 'employee' | 'insurer', change: Change): Result<null> {
  const isNameless = change.group === 'about' && (change.value as { readonly name: string }).name.trim() === '';
  return isNameless ? failed(invalid(`${kind}.about.name`, 'required')) : changeGroup(desk, kind, change);
}

function readNumbering(desk: Desk): Result<Numbering> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const blocks = heldNumbers(desk.store).map(([next, last]) => ({ next, last }));
  return ok({ pcName: desk.pcName, prefix: prefixHere(desk.store), blocks });
}
