// What a PC asks the dealer's system through the cloud while it is connected: searches, a number, and the connection itself.

import { z } from 'zod';
import { capabilities, partnerCustomer, partnerVehicle } from '../domain/dms/partner.ts';
import { dmsPartners, dmsSettings } from '../domain/dms/settings/connection.ts';
import { lineText } from '../domain/text.ts';
import { recordId } from './protocol.ts';

/** `POST /dms/customers`: who matches these words; without any, whoever matches the workfile's owner. */
export const customerSearch = z.object({
  workfileId: recordId.exactOptional(),
  text: z
    .object({ last: lineText(80), first: lineText(80), company: lineText(120), phone: lineText(40) })
    .partial()
    .exactOptional(),
});
export type CustomerSearch = Readonly<z.output<typeof customerSearch>>;
export const customerMatches = z.object({ matches: z.array(partnerCustomer) });

/** `POST /dms/vehicles`: which vehicle has this VIN, or its last signs; without one, the workfile's. */
export const vehicleSearch = z.object({ workfileId: recordId.exactOptional(), vin: lineText(17).exactOptional() });
export type VehicleSearch = Readonly<z.output<typeof vehicleSearch>>;
export const vehicleMatches = z.object({ matches: z.array(partnerVehicle) });

/** `POST /dms/reserve`: asks for a number and waits a few seconds; `later` goes on without whoever waited. */
export const reserveRequest = z.object({ workfileId: recordId });
export const reserveAnswer = z.union([
  z.object({ number: z.string().min(1) }),
  z.object({ state: z.literal('later') }),
]);
export type ReserveAnswer = Readonly<z.output<typeof reserveAnswer>>;

/** `PUT /dms/connection`: the switch and each partner's own settings. Secrets are written and never read; absent ones stay. */
export { type ConnectionInput, connectionInput } from '../domain/dms/settings/connection.ts';

/**
 * `GET /dms/connection`: as it stands, and which of its secrets the cloud has; null while the shop has none. `partners` are
 * those that this cloud has a way to; an older one does not say.
 */
export const connectionAnswer = z.object({
  connection: z
    .object({
      on: z.boolean(),
      setup: dmsSettings,
      capabilities,
      secretsSet: z.array(z.string()),
    })
    .nullable(),
  partners: z.array(z.enum(dmsPartners)).exactOptional(),
});
export type ConnectionAnswer = Readonly<z.output<typeof connectionAnswer>>;

/** `POST /dms/connection/test`: how far it came, in the order of its steps; what follows a failed one was not tried. */
export const connectionSteps = ['settings', 'secrets', 'reach', 'customers'] as const;
export const connectionTest = z.object({
  steps: z.array(z.object({ step: z.enum(connectionSteps), ok: z.boolean(), words: z.string() })),
});
export type ConnectionTest = Readonly<z.output<typeof connectionTest>>;

/** Why such a question has no answer; `reason` in the partner's own words. */
export const dmsRefusals = ['no-connection', 'not-offered', 'dms-unreachable', 'dms-refused'] as const;
export type DmsRefusal = (typeof dmsRefusals)[number];
export const dmsRefusalAnswer = z.object({ reason: z.enum(dmsRefusals), words: z.string() });
