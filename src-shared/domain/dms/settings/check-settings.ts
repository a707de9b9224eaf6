// A connection while somebody types it: how its settings begin, and what of them and its secrets cannot stand yet.

import { cdkSecrets, cdkSettings } from './cdk.ts';
import { type DmsPartner, type DmsSettings, dmsSettings } from './connection.ts';
import { openTrackSecrets, openTrackSettings } from './opentrack.ts';
import { simulatedSecrets, simulatedSettings } from './simulated.ts';

/** A partner's settings by their names, whatever was typed. */
export type TypedSettings = Readonly<Record<string, unknown>>;

const shapes = {
  cdk: cdkSettings.shape,
  opentrack: openTrackSettings.shape,
  simulated: simulatedSettings.shape,
} as const;

/** A partner's settings before anybody typed any: empty, or as they usually are. */
export const settingsBegun = (partner: DmsPartner): TypedSettings =>
  Object.fromEntries(
    Object.entries(shapes[partner]).map(([name, schema]) => [name, schema.safeParse(undefined).data ?? '']),
  );

/** The settings as they may be written, or the names of those that are not right, `receiptAccounts.cash` in a list. */
export function checkSettings(
  partner: DmsPartner,
  settings: TypedSettings,
): { readonly setup: DmsSettings } | { readonly wrong: readonly string[] } {
  const parsed = dmsSettings.safeParse({ partner, settings });
  if (parsed.success) return { setup: parsed.data };
  return { wrong: parsed.error.issues.map(({ path }) => path.slice(1).join('.')) };
}

const secretShapes = { cdk: cdkSecrets, opentrack: openTrackSecrets, simulated: simulatedSecrets } as const;

/** The names of secrets that are not as their partner writes them; one that is empty or absent was not typed. */
export function wrongSecrets(partner: DmsPartner, secrets: Readonly<Record<string, string>>): readonly string[] {
  const typed = Object.fromEntries(Object.entries(secrets).filter(([, text]) => text !== ''));
  const parsed = secretShapes[partner].partial().safeParse(typed);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}
