// The connection of a shop to its dealer's system: which partner it is, what the shop set, and what only the cloud knows.

import { z } from 'zod';
import type { Capabilities } from '../partner.ts';
import { cdkCapabilities, cdkSecrets, cdkSettings } from './cdk.ts';
import { openTrackCapabilities, openTrackSecrets, openTrackSettings } from './opentrack.ts';

/** The dealers' systems that the cloud speaks to. */
export const dmsPartners = ['cdk', 'opentrack'] as const;
export type DmsPartner = (typeof dmsPartners)[number];

/** The partners as dealers know them. */
export const dmsPartnerNames: Readonly<Record<DmsPartner, string>> = {
  cdk: 'CDK Drive (Fortellis)',
  opentrack: 'Dealertrack DMS (OpenTrack)',
};

/** What each partner takes. */
export const dmsCapabilities: Readonly<Record<DmsPartner, Capabilities>> = {
  cdk: cdkCapabilities,
  opentrack: openTrackCapabilities,
};

/** What people of the shop see and change. */
export const dmsSettings = z.discriminatedUnion('partner', [
  z.strictObject({ partner: z.literal('cdk'), settings: cdkSettings }),
  z.strictObject({ partner: z.literal('opentrack'), settings: openTrackSettings }),
]);
export type DmsSettings = Readonly<z.output<typeof dmsSettings>>;

/** The whole connection; its secrets are written by a manager, kept by the cloud, and shown to nobody. */
export const dmsConnection = z.discriminatedUnion('partner', [
  z.strictObject({ partner: z.literal('cdk'), settings: cdkSettings, secrets: cdkSecrets }),
  z.strictObject({ partner: z.literal('opentrack'), settings: openTrackSettings, secrets: openTrackSecrets }),
]);
export type DmsConnection = Readonly<z.output<typeof dmsConnection>>;
