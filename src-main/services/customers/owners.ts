// A contact who is a customer of the shop: filled from one, or kept as a new one.

import { invalid } from '../../../src-shared/base/failure.ts';
import type { ContactId, CustomerId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionFor } from '../../../src-shared/domain/access/permissions.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { type Contact, contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { customerFrom, takenFrom } from '../../../src-shared/domain/people/take-customer.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { readRecord } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { type NewEdit, writeEdits } from '../../db/write-edits.ts';
import { writeStep } from '../changes.ts';
import { allowed, announceEdits, type Desk, newId } from '../desk.ts';
import { checkEdits } from '../edit-rules.ts';
import { directoryHere } from './customers.ts';

/** Fills a contact from a customer and says whose it is, as one step. */
export function takeCustomer(desk: Desk, contactId: ContactId, customerId: CustomerId): Result<null> {
  const contact = readContact(desk, contactId);
  if (!contact.ok) return contact;
  const customer = directoryHere(desk).survivorOf(customerId);
  if (customer === undefined) return failed({ kind: 'not-found', what: 'customer' });
  const edits = Object.entries(takenFrom(customer, contact.value)).map(
    ([group, value]): NewEdit => ({ kind: 'contact', id: contactId, group, value }),
  );
  return edits.length === 0 ? ok(null) : writeStep(desk, edits);
}

/** Makes a customer of a contact, and says in the contact that it is one: both or neither, each undone by itself. */
export function keepAsCustomer(desk: Desk, contactId: ContactId): Result<CustomerId> {
  const user = allowed(desk, permissionFor('customer', wholeRecord));
  if (!user.ok) return user;
  const contact = readContact(desk, contactId);
  if (!contact.ok) return contact;
  if (contactLabel(contact.value.name).trim() === '') return failed(invalid('customer.name', 'required'));
  const customerId = newId<CustomerId>(desk);
  const link: NewEdit = { kind: 'contact', id: contactId, group: 'customer', value: { customerId } };
  const workfileId = checkEdits(desk, [link]);
  if (!workfileId.ok) return workfileId;
  const made: NewEdit = { kind: 'customer', id: customerId, group: wholeRecord, value: customerFrom(contact.value) };
  const now = desk.clock();
  const { store } = desk;
  const applied = transact(store, () => [
    writeEdits(store, { workfileId: libraries.customer, edits: [made], now, as: 'step' }),
    writeEdits(store, { workfileId: workfileId.value, edits: [link], now, as: 'step' }),
  ]);
  for (const one of applied) announceEdits(desk, one);
  return ok(customerId);
}

function readContact({ store }: Desk, contactId: ContactId): Result<Contact> {
  const contact = readRecord(store, 'contact', contactId);
  return contact?.deleted === false ? ok(contact) : failed({ kind: 'not-found', what: 'contact' });
}
