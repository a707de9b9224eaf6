// Settings of a connection while somebody types them: how they begin, and which of them cannot stand yet.

import { cdkSettings } from './cdk.ts';
import { type DmsPartner, type DmsSettings, dmsSettings } from './connection.ts';
import { openTrackSettings } from './opentrack.ts';
import { simulatedSettings } from './simulated.ts';

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
