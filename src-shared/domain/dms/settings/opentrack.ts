// What a shop says of its Dealertrack DMS, which is reached through OpenTrack.
// Sources: ot.dms.dealertrack.com/ServiceAPI.asmx (operations), github tmonck/OpenTrack.NET (sign-in, customers, vehicles).

import { z } from 'zod';
import type { Capabilities } from '../partner.ts';
import { code, partnerUrl } from './setting.ts';

/** How the password travels in the signed header: as it is, over TLS, or only as a digest that no one can use again. */
export const openTrackPasswords = ['text', 'digest'] as const;

/** Settings that people may read. */
export const openTrackSettings = z.strictObject({
  url: partnerUrl(['dealertrack.com', 'arkona.com']).default('https://ot.dms.dealertrack.com'),
  /** The dealer's group, and the dealer in it. */
  enterpriseCode: code(10),
  companyNumber: code(10),
  password: z.enum(openTrackPasswords).default('text'),
  /** Repair orders: who writes them, and how their one line is coded. `*` is a labor code of its own words. */
  serviceWriterId: code(10),
  laborOpCode: code(20).default('*'),
  transactionCode: code(4).default('CP'),
  serviceType: code(4).default('MR'),
});
export type OpenTrackSettings = Readonly<z.output<typeof openTrackSettings>>;

/** The user that Dealertrack gave our app; never shown again and never logged. */
export const openTrackSecrets = z.strictObject({ username: code(80), password: code(200) });
export type OpenTrackSecrets = Readonly<z.output<typeof openTrackSecrets>>;

/**
 * What OpenTrack takes: it searches customers and vehicles, adds and corrects customers, and adds repair orders; payments
 * it does not take. An open repair order is found by its tag; a customer that was added is not found by a reference of ours.
 */
export const openTrackCapabilities: Capabilities = {
  customers: { search: true, create: true, update: true },
  vehicles: { search: true, create: false },
  repairOrders: { reserve: false, export: true, vehicle: false },
  payments: false,
  recall: 'none',
  recalls: { 'repair-order': 'late-reference' },
};
