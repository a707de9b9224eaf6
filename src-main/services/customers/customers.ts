// The customers of the shop: changed, merged and split again, and read with the workfiles that are theirs.

import { invalid } from '../../../src-shared/base/failure.ts';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { type Customer, customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { type Directory, directoryOf } from '../../../src-shared/domain/people/customer-directory.ts';
import type { Visit } from '../../../src-shared/ipc/people/customer-requests.ts';
import { visitsOf } from '../../db/customer-visits.ts';
import { recordsOf } from '../../db/record.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { type Change, changeGroup, writeStep } from '../changes.ts';
import { allowed, type Desk } from '../desk.ts';

/** Changes a group of a customer; a person or a company keeps a name. */
export function changeCustomer(desk: Desk, change: Change): Result<null> {
  if (change.group === 'merged') return failed({ kind: 'forbidden', need: 'customer.merge' });
  const isNameless = change.group === 'name' && customerLabel({ name: change.value as Customer['name'] }).trim() === '';
  return isNameless ? failed(invalid('customer.name', 'required')) : changeGroup(desk, 'customer', change);
}

/** The customers of the shop as they count. */
export const directoryHere = ({ store }: Desk): Directory =>
  directoryOf(recordsOf(store, 'customer', libraries.customer));

/** Says that a customer is another one. What was merged into the first stands behind the other now, too. */
export function mergeCustomers(desk: Desk, customerId: CustomerId, into: CustomerId): Result<null> {
  const { survivorOf } = directoryHere(desk);
  const [one, other] = [survivorOf(customerId), survivorOf(into)];
  if (one === undefined || other === undefined) return failed({ kind: 'not-found', what: 'customer' });
  if (one === other) return ok(null);
  // The one that counts lies in no ring any more: what it pointed at was itself.
  const edits = other.merged === undefined ? [] : [pointed(other.id, '')];
  return writeStep(desk, [pointed(one.id, other.id), ...edits]);
}

/** Brings a customer back that was merged into another one; the one that counts loses a pointer that led in a ring. */
export function splitCustomer(desk: Desk, customerId: CustomerId): Result<null> {
  const survivor = directoryHere(desk).survivorOf(customerId);
  if (survivor === undefined) return failed({ kind: 'not-found', what: 'customer' });
  if (survivor.id === customerId) return ok(null);
  const ring = survivor.merged === undefined ? [] : [pointed(survivor.id, '')];
  return writeStep(desk, [pointed(customerId, ''), ...ring]);
}

const pointed = (id: CustomerId, into: CustomerId | ''): NewEdit => ({
  kind: 'customer',
  id,
  group: 'merged',
  value: { into },
});

const mostVisits = 200;

/** The latest workfiles of some customers: as many of each as fit together. */
export function readVisits(desk: Desk, customerIds: readonly CustomerId[]): Result<readonly Visit[]> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const each = Math.ceil(mostVisits / customerIds.length);
  return ok(customerIds.flatMap((id) => visitsOf(desk.store, id, each)));
}
