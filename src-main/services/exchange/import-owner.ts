// Who the owner of an imported estimate is: customers of the shop that they may be, and what a choice of one writes.

import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionFor } from '../../../src-shared/domain/access/permissions.ts';
import type { ImportedRecords } from '../../../src-shared/domain/exchange/records-in.ts';
import { type Contact, contactLabel, contactSpec } from '../../../src-shared/domain/people/contact.ts';
import { customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { twinsOf } from '../../../src-shared/domain/people/customer-directory.ts';
import { completedFrom, customerFrom } from '../../../src-shared/domain/people/take-customer.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { ImportCustomer } from '../../../src-shared/ipc/exchange-requests.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import { directoryHere } from '../customers/customers.ts';
import { allowed, type Desk, newId } from '../desk.ts';

const most = 3;

/** The customers that the owner of a file may be, by phone, e-mail, or name and place. */
export function customersLike(desk: Desk, records: ImportedRecords): readonly ImportCustomer[] {
  const owner = ownerOf(records);
  if (owner === undefined) return [];
  return twinsOf(directoryHere(desk), { id: '', ...owner })
    .slice(0, most)
    .map(({ customer, likeness }) => ({ customerId: customer.id, name: customerLabel(customer), likeness }));
}

/** What a choice writes: further groups of the owner, and a customer where a new one is kept. */
export type OwnerImport = { readonly groups: object; readonly customer: readonly NewEdit[] };

/** Makes that of a choice: one of the shop's customers, a new one, or nobody. */
export function importOwner(
  desk: Desk,
  records: ImportedRecords,
  choice: CustomerId | 'new' | undefined,
): Result<OwnerImport> {
  const owner = ownerOf(records);
  if (choice === undefined || owner === undefined) return ok({ groups: {}, customer: [] });
  if (choice === 'new') return newCustomer(desk, owner);
  const customer = directoryHere(desk).survivorOf(choice);
  if (customer === undefined) return failed({ kind: 'not-found', what: 'customer' });
  return ok({ groups: completedFrom(customer, owner), customer: [] });
}

function newCustomer(desk: Desk, owner: Owner): Result<OwnerImport> {
  const user = allowed(desk, permissionFor('customer', wholeRecord));
  if (!user.ok) return user;
  if (contactLabel(owner.name).trim() === '') return ok({ groups: {}, customer: [] });
  const id = newId<CustomerId>(desk);
  const made: NewEdit = { kind: 'customer', id, group: wholeRecord, value: customerFrom(owner) };
  return ok({ groups: { customer: { customerId: id } }, customer: [made] });
}

type Owner = Omit<Contact, 'id' | 'deleted' | 'parent'>;

function ownerOf({ contacts }: ImportedRecords): Owner | undefined {
  const groups = contacts.find(({ role }) => role === 'owner')?.groups;
  return groups && { preference: emptyGroup(contactSpec, 'preference'), ...groups };
}
