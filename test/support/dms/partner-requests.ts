/** What a shop asks a dealer's system for, and what an adapter has of the world, for tests. */

import { randomUUID } from 'node:crypto';
import type { PartnerPorts } from '../../../src-cloud/dms/partner.ts';
import type { CustomerUpdate, PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';

/** Long enough for a busy machine, but where no answer is wanted. */
export const patienceMs = 20_000;
export const shortMs = 2000;

export const turpin = {
  last: 'Turpin',
  first: 'Sharon',
  company: '',
  phone: '(312) 555-0142',
  address: '410 Harbor Lane, Springfield IL',
};
export const accord = { vin: '1HGCM82633A004352', year: 2003, make: 'Honda', model: 'Accord', plate: 'HBR 4102' };

type Of<K> = Extract<PartnerRequest, { readonly kind: K }>;

export const newCustomer = (customer: Partial<typeof turpin> = {}): Of<'customer'> => ({
  kind: 'customer',
  reference: 'C-1',
  customer: { ...turpin, ...customer },
});
export const harborLane = {
  ...{ street: '410 Harbor Lane', street2: 'Unit 2', city: 'Springfield', state: 'IL', postalCode: '62704-1200' },
  ...{ cell: '(312) 555-0199', home: '', business: '', email: 'sharon@example.com' },
};
/** What the shop knows of a customer whom the dealer has, with nothing where it knows nothing. */
export const customerUpdate = (
  customerId: string,
  customer: Partial<typeof turpin> = {},
  more: Partial<CustomerUpdate> = {},
): Of<'customer'> => ({
  ...newCustomer(customer),
  update: {
    ...{ customerId, street: '12 Quay St', street2: '', city: 'Holland', state: 'MI', postalCode: '49423-1200' },
    ...{ cell: '', home: '(616) 555-0188', business: '', email: 'sharon@example.com' },
    ...more,
  },
});
export const newVehicle = (customerId: string): Of<'vehicle'> => ({
  kind: 'vehicle',
  reference: 'V-1',
  customerId,
  vehicle: accord,
});
export const repairOrder = (more: Partial<Of<'repair-order'>> = {}): Of<'repair-order'> => ({
  kind: 'repair-order',
  reference: '48213',
  repairId: '48213',
  corrects: '',
  customerId: '800001',
  vehicleId: '4001',
  totalCents: 123_456,
  ...more,
});
export const payment = (more: Partial<Of<'payment'>> = {}): Of<'payment'> => ({
  kind: 'payment',
  reference: '48213-1A',
  repairId: '48213',
  customerId: '800001',
  amountCents: 100_000,
  date: '2026-05-10',
  type: '1020',
  checkNumber: '',
  memo: '',
  ...more,
});

/** The world as an adapter has it, with an end of its own. */
export const testPorts = (timeoutMs = patienceMs): PartnerPorts => ({ clock: Date.now, newId: randomUUID, timeoutMs });
