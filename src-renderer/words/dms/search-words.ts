// The searches of DMS Activity in words: what is looked for, why there is no answer, and what is on its way.

import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import type { IdWay } from '../../../src-shared/ipc/dms/id-way.ts';
import type { DmsRefusal } from '../../../src-shared/sync/dms.ts';
import { refusalWords } from '../command-words.ts';

export const unlistedCustomer = 'Customer not listed – export as new customer record';
export const unlistedVehicle = 'Vehicle not listed – export as new vehicle record';

type Problem = { readonly what: string; readonly safe?: string; readonly todo: string };

const byHand = 'Or type the ID by hand under Properties.';

/** Why a search has no answer. */
export function noAnswerWords(reason: DmsRefusal, partner: string): Problem {
  switch (reason) {
    case 'no-connection':
      return { what: 'The shop has no DMS connection that is on.', todo: byHand };
    case 'not-offered':
      return { what: 'This DMS partner cannot be searched.', todo: byHand };
    case 'dms-unreachable':
      return { what: 'The DMS does not answer.', safe: 'Nothing was changed.', todo: `Try again later. ${byHand}` };
    case 'dms-refused':
      return { what: `The DMS did not take the search: ${partner || 'it gave no reason'}.`, todo: byHand };
  }
}

/** Said while nothing goes to the cloud. */
export const searchWaits: Problem = {
  what: 'You are offline: the search waits, and runs by itself when the cloud can be reached.',
  todo: `Leave this dialog open: closed, it gives the search up. ${byHand}`,
};

/** Why a vehicle cannot be made a new one there while its customer has no ID. */
export const vehicleWithoutCustomer = (isComing: boolean): string =>
  isComing
    ? 'The new customer is still on its way to the DMS: export the vehicle when the Customer ID is here, which comes by itself.'
    : 'Add the DMS Customer ID first: the DMS keeps a vehicle under it.';

/** What was sent to get an id. */
export const sentForId: Readonly<Record<DmsIdGroup, string>> = {
  dmsRepairId: 'the number of the repair order',
  dmsCustomerId: 'the new customer',
  dmsVehicleId: 'the new vehicle',
};

/** Said under an id that the partner asks for with a repair order. */
export const neededWords = 'Not known yet; needed before closing the RO';

/** What is said under an id that is still to come. */
export function wayWords(way: IdWay): string {
  switch (way.kind) {
    case 'waiting':
      return 'Waits for the cloud; goes on when online';
    case 'asked':
      return 'Sent to the DMS; its ID comes here by itself';
    case 'refused':
      return refusalWords(way.command);
    case 'unknown':
      return 'Outcome unknown: look in the DMS whether it is there, and say so with “Check in DMS…”';
    case 'failed':
      return `${way.event.status}: ${way.event.note || 'the DMS gave no reason'}`;
  }
}
