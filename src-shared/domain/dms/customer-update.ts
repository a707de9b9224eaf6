// Why the customer of a workfile is not corrected in the dealer's system, and what was told of it last.

import type { Contact } from '../people/contact.ts';
import { isEnded } from '../workfile/life.ts';
import type { Workfile } from '../workfile/workfile.ts';
import type { DmsEvent } from './dms-event.ts';
import { dmsIdOf } from './dms-id.ts';
import type { ShopConnection } from './shop-connection.ts';
import { isOutcomeUnknown, newestOf } from './unknown-outcome.ts';

export type CustomerNotUpdated =
  | 'no-connection'
  | 'not-offered'
  | 'ended'
  | 'no-customer-id'
  | 'no-name'
  | 'outcome-unknown';

type Known = {
  readonly workfile: Pick<Workfile, 'stage' | 'dmsCustomerId'>;
  readonly contacts: readonly Pick<Contact, 'parent' | 'name'>[];
  readonly connection: Pick<ShopConnection, 'about' | 'updates'> | undefined;
  readonly events: readonly DmsEvent[];
};

/** Null where it can be asked for. The cloud takes what the workfile says when it hears of it. */
export function whyNotUpdateCustomer({ workfile, contacts, connection, events }: Known): CustomerNotUpdated | null {
  if (connection === undefined || !connection.about.on) return 'no-connection';
  if (connection.updates?.customers !== true) return 'not-offered';
  if (isEnded(workfile.stage.stage)) return 'ended';
  if (dmsIdOf(workfile, 'dmsCustomerId') === '') return 'no-customer-id';
  const owner = contacts.find(({ parent }) => parent.role === 'owner');
  if (owner === undefined || owner.name.last + owner.name.company === '') return 'no-name';
  return isOutcomeUnknown(events, 'dmsCustomerId') ? 'outcome-unknown' : null;
}

/** What was told last of a correction. */
export const lastCustomerUpdate = (events: readonly DmsEvent[]): DmsEvent['what'] | undefined =>
  newestOf(events, 'customer-updated', 'customer-not-updated');
