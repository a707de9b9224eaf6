// What a dealer's system can do for a shop, and the words in which it is asked.

import { z } from 'zod';
import { type Recall, recalls } from './export-job.ts';

/** What may change a dealer's books. */
export const partnerRequestKinds = ['customer', 'vehicle', 'reservation', 'repair-order', 'payment'] as const;
export type PartnerRequestKind = (typeof partnerRequestKinds)[number];

/** What one partner's interface takes; what it does not take is said on the screens and never sent. */
export const capabilities = z.object({
  customers: z.object({ search: z.boolean(), create: z.boolean(), update: z.boolean().default(false) }),
  vehicles: z.object({ search: z.boolean(), create: z.boolean() }),
  /** `vehicle`: whether it takes a repair order only with the vehicle's ID. */
  repairOrders: z.object({ reserve: z.boolean(), export: z.boolean(), vehicle: z.boolean().default(false) }),
  payments: z.boolean(),
  recall: z.enum(recalls),
  /** Kinds of request that the partner recalls otherwise. */
  recalls: z.partialRecord(z.enum(partnerRequestKinds), z.enum(recalls)).optional(),
});
export type Capabilities = Readonly<z.infer<typeof capabilities>>;

/** How the partner helps to find out whether it has an export of that kind. */
export const recallOf = ({ recall, recalls: others }: Capabilities, kind: PartnerRequestKind): Recall =>
  others?.[kind] ?? recall;

/** A customer of the dealer, with the columns of the match list (CCC DMS Dashboard). */
export const partnerCustomer = z.object({
  customerId: z.string(),
  last: z.string(),
  first: z.string(),
  company: z.string(),
  phone: z.string(),
  address: z.string(),
});
export type PartnerCustomer = z.infer<typeof partnerCustomer>;

/** A vehicle that the dealer knows. */
export const partnerVehicle = z.object({
  vehicleId: z.string(),
  vin: z.string(),
  year: z.int().nullable(),
  make: z.string(),
  model: z.string(),
  plate: z.string(),
});
export type PartnerVehicle = z.infer<typeof partnerVehicle>;

const cents = z.int();
const text = z.string();

/** Where a customer lives and how they are reached, part by part; what the shop does not know is empty. */
const customerDetails = z.object({
  street: text,
  street2: text,
  city: text,
  state: text,
  postalCode: text,
  cell: text,
  home: text,
  business: text,
  email: text,
});
export type CustomerDetails = Readonly<z.infer<typeof customerDetails>>;

/** The customer that is corrected, and what the shop knows of them; what is empty stays as the dealer has it. */
const customerUpdate = customerDetails.extend({ customerId: text });
export type CustomerUpdate = Readonly<z.infer<typeof customerUpdate>>;

/**
 * What changes the dealer's books: each is exported by the same protocol (see `export-job.ts`). `reference` is ours: the
 * receipt's number, or one that was made for the export and stays with it. Money in cents, dates `YYYY-MM-DD`.
 */
export const partnerRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer'),
    reference: text,
    customer: partnerCustomer.omit({ customerId: true }),
    /** Of a new customer; absent in what was asked for when the address still went as one line. */
    details: customerDetails.exactOptional(),
    /** Absent for a new customer. */
    update: customerUpdate.exactOptional(),
  }),
  z.object({
    kind: z.literal('vehicle'),
    reference: text,
    customerId: text,
    vehicle: partnerVehicle.omit({ vehicleId: true }),
  }),
  z.object({ kind: z.literal('reservation'), reference: text }),
  z.object({
    kind: z.literal('repair-order'),
    reference: text,
    repairId: text,
    /** The Repair ID whose export this one corrects; empty for the first. */
    corrects: text,
    customerId: text,
    vehicleId: text,
    totalCents: cents,
    /** Miles at arrival; absent where nobody read them. */
    odometer: z.int().min(0).optional(),
  }),
  z.object({
    kind: z.literal('payment'),
    reference: text,
    repairId: text,
    customerId: text,
    amountCents: cents,
    date: text,
    /** The partner's word for the receipt's type. */
    type: text,
    checkNumber: text,
    memo: text,
  }),
]);
export type PartnerRequest = z.infer<typeof partnerRequest>;

/** What a request corrects in the dealer's books; undefined where it adds to them. */
export const updateIn = (request: PartnerRequest): CustomerUpdate | undefined =>
  request.kind === 'customer' ? request.update : undefined;

/**
 * How an outcome that nobody knows is cleared up. A correction counts as not there, whatever became of it: sent again it
 * leaves the same customer, so that nobody has to look.
 */
export const recallFor = (capabilities: Capabilities, request: PartnerRequest): Recall =>
  updateIn(request) === undefined ? recallOf(capabilities, request.kind) : 'reference';
