/** What an export is made of: the records of its workfile, as the shop has them now. */
import type { DmsId } from '../../../src-shared/domain/dms/dms-id.ts';
import type { CustomerDetails, PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import type { DmsSettings } from '../../../src-shared/domain/dms/settings/connection.ts';
import { partnerTypeOf } from '../../../src-shared/domain/dms/settings/setting.ts';
import type { Estimate } from '../../../src-shared/domain/estimate/estimate.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { type Contact, phonesOf } from '../../../src-shared/domain/people/contact.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { receiptTypeLabel } from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { RecordKind, RecordOfKind } from '../../../src-shared/sync/records.ts';
import type { StoredRecord } from '../../db/records.ts';
import type { Room } from '../commands/command-room.ts';
import { readLockable } from '../commands/lockable.ts';
import { domainRecord } from '../record-state.ts';

/** The records of one workfile. */
export type Facts = {
  readonly records: readonly StoredRecord[];
  readonly all: <K extends RecordKind>(kind: K) => readonly RecordOfKind<K>[];
};

/** The records of these kinds beside one; undefined where the shop does not have that. */
export async function readFacts(
  store: Pick<Room['store'], 'readRecords'>,
  key: { readonly kind: RecordKind; readonly id: string },
  kinds: readonly RecordKind[],
): Promise<Facts | undefined> {
  const records = await store.readRecords([key], kinds);
  if (!records.some(({ kind, id, deleted }) => kind === key.kind && id === key.id && !deleted)) return undefined;
  const all: Facts['all'] = (kind) =>
    records.filter((one) => one.kind === kind && !one.deleted).map((one) => domainRecord(kind, one));
  return { records, all };
}

type Of<K extends PartnerRequest['kind']> = Extract<PartnerRequest, { kind: K }>;
type Ids = Pick<Of<'payment'>, 'repairId' | 'customerId'> & { readonly vehicleId: string };

/** What the dealer calls the repair, the customer and the vehicle; empty where nobody knows. */
export function idsOf(workfile: RecordOfKind<'workfile'> | undefined): Ids {
  return {
    repairId: workfile?.dmsRepairId?.id ?? '',
    customerId: workfile?.dmsCustomerId?.id ?? '',
    vehicleId: workfile?.dmsVehicleId?.id ?? '',
  };
}

type Payment = {
  readonly receipt: Receipt;
  readonly reference: string;
  readonly ids: Ids;
  readonly setup: DmsSettings;
};

/** A receipt as the partner takes it; null where the shop gave its type no word of the partner's. */
export function paymentOf({ receipt: { money }, reference, ids, setup }: Payment): Of<'payment'> | null {
  const type =
    setup.partner === 'cdk' ? partnerTypeOf(setup.settings.receiptAccounts, money.type) : receiptTypeLabel(money);
  if (type === null) return null;
  const { repairId, customerId } = ids;
  const { amountCents, date, reference: checkNumber, memo } = money;
  return { kind: 'payment', reference, repairId, customerId, amountCents, date, type, checkNumber, memo };
}

/** The owner as a new customer of the dealer. */
export function customerOf(contacts: readonly Contact[], reference: string): Of<'customer'> | null {
  const owner = contacts.find(({ parent }) => parent.role === 'owner');
  if (owner === undefined) return null;
  const { name, address } = owner;
  const place = [address.street, address.street2, address.city, `${address.state} ${address.postalCode}`.trim()];
  const customer = {
    ...{ last: name.last, first: name.first, company: name.company, phone: phonesOf(owner)[0] ?? '' },
    address: place.filter((part) => part !== '').join(', '),
  };
  return name.last + name.company === '' ? null : { kind: 'customer', reference, customer, details: detailsOf(owner) };
}

function detailsOf({ address, cell, home, business, email }: Contact): CustomerDetails {
  const { street, street2, city, state, postalCode } = address;
  const phones = { cell: cell.number, home: home.number, business: business.number };
  return { street, street2, city, state, postalCode, ...phones, email: email.address };
}

/** The owner as a correction of the customer that the dealer has. */
export function customerUpdateOf(
  contacts: readonly Contact[],
  { known, reference }: { readonly known: DmsId; readonly reference: string },
): Of<'customer'> | null {
  const asked = customerOf(contacts, reference);
  if (asked?.details === undefined) return null;
  const { details, ...customer } = asked;
  // Whoever we made there got the first number as the one at home.
  const home = details.home || (known.source === 'exported' ? asked.customer.phone : '');
  return { ...customer, update: { customerId: known.id, ...details, home } };
}

/** The vehicle as a new one of the dealer, by the make and the model that the partner knows. */
export function vehicleOf(
  vehicle: RecordOfKind<'vehicle'> | undefined,
  { make, model, reference, customerId }: { readonly [name in 'make' | 'model' | 'reference' | 'customerId']: string },
): Of<'vehicle'> | null {
  if (vehicle === undefined) return null;
  const { identity, plate } = vehicle;
  const year = identity.year === 0 ? null : identity.year;
  const named = { make: make || identity.make, model: model || identity.model };
  return {
    kind: 'vehicle',
    reference,
    customerId,
    vehicle: { vin: identity.vin, year, ...named, plate: plate.number },
  };
}

/** What a workfile comes to, to the cent: the sum of its estimates as they stand. */
export async function totalOf(store: Room['store'], estimates: readonly Estimate[]): Promise<number> {
  let total = 0;
  for (const { id } of estimates) {
    const found = await readLockable(store, id);
    if (found !== undefined) total += priceEstimate(found.facts).totals.grandTotal;
  }
  return total;
}
