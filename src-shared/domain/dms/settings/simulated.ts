// What a shop says of the simulated dealer's system, on which people learn and tests run: what it takes and how it recalls.

import { z } from 'zod';
import { recalls } from '../export-job.ts';
import type { Capabilities } from '../partner.ts';

const takes = z.boolean().default(true);

/** Settings that people may read. Where it is only the cloud knows. */
export const simulatedSettings = z.strictObject({
  recall: z.enum(recalls).default('reference'),
  newVehicles: takes,
  reservations: takes,
  payments: takes,
});
export type SimulatedSettings = Readonly<z.output<typeof simulatedSettings>>;

/** It asks for no secret. */
export const simulatedSecrets = z.strictObject({});

/** What it takes is what the shop wants to see. */
export const simulatedCapabilities = (settings: SimulatedSettings): Capabilities => ({
  customers: { search: true, create: true, update: true },
  vehicles: { search: true, create: settings.newVehicles },
  repairOrders: { reserve: settings.reservations, export: true, vehicle: false },
  payments: settings.payments,
  recall: settings.recall,
});
