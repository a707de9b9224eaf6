// The connection of a shop to its dealer's system: which partner it is, what the shop set, and what only the cloud knows.

import { z } from 'zod';
import type { Capabilities } from '../partner.ts';
import { cdkCapabilities, cdkSecrets, cdkSettings } from './cdk.ts';
import { openTrackCapabilities, openTrackSecrets, openTrackSettings } from './opentrack.ts';
import { simulatedCapabilities, simulatedSecrets, simulatedSettings } from './simulated.ts';

/** The dealers' systems that the cloud speaks to. */
export const dmsPartners = ['cdk', 'opentrack', 'simulated'] as const;
export type DmsPartner = (typeof dmsPartners)[number];

/** The partners as dealers know them. */
export const dmsPartnerNames: Readonly<Record<DmsPartner, string>> = {
  cdk: 'CDK Drive (Fortellis)',
  opentrack: 'Dealertrack DMS (OpenTrack)',
  simulated: 'Simulated dealer',
};

/** What each partner takes, unless a shop set it otherwise. */
export const dmsCapabilities: Readonly<Record<DmsPartner, Capabilities>> = {
  cdk: cdkCapabilities,
  opentrack: openTrackCapabilities,
  simulated: simulatedCapabilities(simulatedSettings.parse({})),
};

/** What people of the shop see and change. */
export const dmsSettings = z.discriminatedUnion('partner', [
  z.strictObject({ partner: z.literal('cdk'), settings: cdkSettings }),
  z.strictObject({ partner: z.literal('opentrack'), settings: openTrackSettings }),
  z.strictObject({ partner: z.literal('simulated'), settings: simulatedSettings }),
]);
export type DmsSettings = Readonly<z.output<typeof dmsSettings>>;

/** What a shop's partner takes as the shop set it up. */
export const capabilitiesOf = (setup: DmsSettings): Capabilities =>
  setup.partner === 'simulated' ? simulatedCapabilities(setup.settings) : dmsCapabilities[setup.partner];

/** What a manager writes of the connection; secrets that are absent stay as they are. What is pasted has blanks around it. */
export const connectionInput = z.strictObject({
  on: z.boolean(),
  setup: dmsSettings,
  secrets: z.record(z.string().max(40), z.string().trim().max(200)).exactOptional(),
});
export type ConnectionInput = Readonly<z.output<typeof connectionInput>>;

/** The whole connection; its secrets are written by a manager, kept by the cloud, and shown to nobody. */
export const dmsConnection = z.discriminatedUnion('partner', [
  z.strictObject({ partner: z.literal('cdk'), settings: cdkSettings, secrets: cdkSecrets }),
  z.strictObject({ partner: z.literal('opentrack'), settings: openTrackSettings, secrets: openTrackSecrets }),
  z.strictObject({ partner: z.literal('simulated'), settings: simulatedSettings, secrets: simulatedSecrets }),
]);
export type DmsConnection = Readonly<z.output<typeof dmsConnection>>;

/** The names of the secrets that each partner needs. */
export const dmsSecretNames: Readonly<Record<DmsPartner, readonly string[]>> = {
  cdk: Object.keys(cdkSecrets.shape),
  opentrack: Object.keys(openTrackSecrets.shape),
  simulated: Object.keys(simulatedSecrets.shape),
};

/** In which books an export is found again: whose they are, and where CDK lists open orders by advisor, under whom. */
export function booksOf(setup: DmsSettings): string {
  const lists = setup.partner === 'cdk' ? [setup.settings.serviceDepartmentId, setup.settings.serviceAdvisorId] : [];
  return [setup.partner, storeIdsOf(setup), ...lists].filter((part) => part !== '').join(' ');
}

/** The dealer's store as people know it there. */
export function storeIdsOf(setup: DmsSettings): string {
  switch (setup.partner) {
    case 'cdk':
      return setup.settings.subscriptionId;
    case 'opentrack':
      return `${setup.settings.enterpriseCode} ${setup.settings.companyNumber}`;
    case 'simulated':
      return '';
  }
}
