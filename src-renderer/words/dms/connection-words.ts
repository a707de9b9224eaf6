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

/** Why what was typed cannot be saved yet: the first setting that is empty or not right, or secrets that are missing. */
export function whyNotSave(
  { partner, settings }: Typed,
  wrong: readonly string[],
  missing: readonly string[],
): string | undefined {
  const [first] = wrong;
  if (first !== undefined) {
    const name = settingName(partner, first);
    return settings[first] === '' ? `${name} is still empty.` : `${name} is not as the partner writes it.`;
  }
  if (missing.length === 0) return undefined;
  return `Credentials are missing: ${missing.map(secretName).join(', ')}. Without them it can be saved switched off.`;
}

/** Why the cloud did not take it. */
export const wordNotSaved = (failure: Failure): Wording =>
  failure.kind === 'invalid' && failure.field === 'secrets'
    ? {
        what: 'The credentials are not complete.',
        safe: 'Nothing was changed; what you typed stays here.',
        todo: 'Type those that are missing, or save the connection switched off.',
        code: 'DMS-CREDENTIALS',
      }
    : wordFailure(failure);

/** How one step of a test went. */
export function stepWords({ step, ok, words }: ConnectionTest['steps'][number]): string {
  switch (step) {
    case 'settings':
      return ok ? `The connection is set up: ${words}` : 'No connection is saved yet';
    case 'secrets':
      return ok
        ? 'Its credentials are complete'
        : `Credentials are missing: ${words.split(', ').map(secretName).join(', ')}`;
    case 'reach':
      return ok ? 'The DMS answers' : 'The DMS does not answer';
    case 'customers':
      return ok ? 'It lets customers be searched' : `It refused a search of customers: ${words}`;
  }
}
