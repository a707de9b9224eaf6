// What every adapter of a dealer's system is: searches that may be repeated, and one way to change its books.

import type { Outcome } from '../../src-shared/domain/dms/export-job.ts';
import type {
  Capabilities,
  PartnerCustomer,
  PartnerRequest,
  PartnerVehicle,
} from '../../src-shared/domain/dms/partner.ts';

/** An answer, or why there is none in the partner's own words; empty where it said nothing. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'none'; readonly reason: string };

/** What an adapter has of the world. `timeoutMs`: when a request, with all that it asks on its way, is given up. */
export type PartnerPorts = {
  readonly clock: () => number;
  /** A new id, by which the partner and we name one call. */
  readonly newId: () => string;
  readonly timeoutMs: number;
};

export type Partner = {
  readonly capabilities: Capabilities;
  /** Customers that match every word: of a name, a company, a phone's digits. */
  readonly findCustomers: (words: string) => Promise<Reply<readonly PartnerCustomer[]>>;
  /** Vehicles by VIN, or by its last six signs. */
  readonly findVehicles: (vin: string) => Promise<Reply<readonly PartnerVehicle[]>>;
  /** Asks for one change. Whatever is not surely done or surely refused is unknown. `key` stays with the request for good. */
  readonly send: (key: string, request: PartnerRequest) => Promise<Outcome>;
  /** The partner's own reference of what has ours; null when it has nothing, a reason where it answers neither. */
  readonly lookUp: (kind: PartnerRequest['kind'], reference: string) => Promise<Reply<string | null>>;
};
