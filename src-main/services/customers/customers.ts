// The customers of the shop.

import { invalid } from '../../../src-shared/base/failure.ts';
import { failed, type Result } from '../../../src-shared/base/result.ts';
import { type Customer, customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { type Change, changeGroup } from '../changes.ts';
import type { Desk } from '../desk.ts';

/** Changes a group of a customer; a person or a company keeps a name. */
export function changeCustomer(desk: Desk, change: Change): Result<null> {
  const isNameless = change.group === 'name' && customerLabel({ name: change.value as Customer['name'] }).trim() === '';
  return isNameless ? failed(invalid('customer.name', 'required')) : changeGroup(desk, 'customer', change);
}
