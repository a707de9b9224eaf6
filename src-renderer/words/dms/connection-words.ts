// The connection to the dealer's system in words: what it takes, why it cannot be saved yet, and how a test of it went.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { DmsPartner } from '../../../src-shared/domain/dms/settings/connection.ts';
import type { ShopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import type { ConnectionTest } from '../../../src-shared/sync/dms.ts';
import { type Wording, wordFailure } from '../failure-words.ts';
import { secretName, settingName } from './setting-words.ts';

/** In the order in which they are shown. */
export const takesWords: readonly { readonly key: keyof ShopConnection['takes']; readonly words: string }[] = [
  { key: 'customerSearch', words: 'Searches customers' },
  { key: 'newCustomers', words: 'Takes new customers' },
  { key: 'vehicleSearch', words: 'Searches vehicles' },
  { key: 'newVehicles', words: 'Takes new vehicles' },
  { key: 'reservations', words: 'Reserves RO numbers' },
  { key: 'repairOrders', words: 'Takes closed repair orders' },
  { key: 'payments', words: 'Takes payments' },
];

type Typed = { readonly partner: DmsPartner; readonly settings: Readonly<Record<string, unknown>> };

/** The names of credentials that are not as the partner writes them, and of those that a connection that is on lacks. */
export type WrongCredentials = { readonly wrong: readonly string[]; readonly missing: readonly string[] };

/** Why what was typed cannot be saved yet: the first setting or credential that is empty or not right. */
export function whyNotSave(
  { partner, settings }: Typed,
  wrong: readonly string[],
  credentials: WrongCredentials,
): string | undefined {
  const [first] = wrong;
  if (first !== undefined) {
    const name = settingName(partner, first);
    return settings[first] === '' ? `${name} is still empty.` : `${name} is not as the partner writes it.`;
  }
  const [credential] = credentials.wrong;
  if (credential !== undefined) return `${secretName(credential)} is not as the partner writes it.`;
  const { missing } = credentials;
  if (missing.length === 0) return undefined;
  return `Credentials are missing: ${missing.map(secretName).join(', ')}. Without them it can be saved switched off.`;
}

/** Why the cloud did not take it. */
export function wordNotSaved(failure: Failure): Wording {
  const [part, name] = failure.kind === 'invalid' ? failure.field.split('.') : [];
  const safe = 'Nothing was changed; what you typed stays here.';
  if (part === 'partner') {
    const todo = 'Choose the DMS that the shop works with, or save the connection switched off.';
    return { what: 'This cloud has no way to that partner.', safe, todo, code: 'DMS-PARTNER' };
  }
  if (part !== 'secrets') return wordFailure(failure);
  const code = 'DMS-CREDENTIALS';
  if (name !== undefined) {
    const what = `${secretName(name)} is not as the partner writes it.`;
    return { what, safe, todo: 'Copy it again, without blanks and line breaks.', code };
  }
  const todo = 'Type those that are missing, or save the connection switched off.';
  return { what: 'The credentials are not complete.', safe, todo, code };
}

/** How one step of a test went. */
export function stepWords({ step, ok, words }: ConnectionTest['steps'][number]): string {
  switch (step) {
    case 'settings':
      return ok ? `The connection is set up: ${words}` : 'No connection is saved yet';
    case 'secrets':
      return ok
        ? 'Its credentials are complete'
        : `Credentials are missing or not right${words === '' ? '' : `: ${words.split(', ').map(secretName).join(', ')}`}`;
    case 'reach':
      return ok ? 'The DMS answers' : 'The DMS does not answer';
    case 'customers':
      return ok ? 'It lets customers be searched' : `It refused a search of customers: ${words}`;
  }
}
