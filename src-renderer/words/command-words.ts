// What was asked of the cloud and what came of it, in words.

import type { ClosingPoint } from '../../src-shared/domain/workfile/closing.ts';
import type { Move } from '../../src-shared/domain/workfile/life.ts';
import type { Stage } from '../../src-shared/domain/workfile/workfile.ts';
import type { GivenCommand, UsedNumber } from '../../src-shared/ipc/command-shapes.ts';
import type { CommandRefusal } from '../../src-shared/sync/commands.ts';

/** `RO 10231`, or that the number is still to come. */
export const roWords = (number: string | null): string => (number === null ? 'RO number pending' : `RO ${number}`);

/** What waits, short enough for the workfile's header: `Lock waiting…`, `RO 10231 waiting`. */
export function pendingWords({ name, state, number, version, move }: GivenCommand): string {
  if (move !== null) return moveWords[move][state === 'cancelling' ? 'cancelling' : 'waiting'];
  if (name === 'start-supplement') {
    return state === 'cancelling' ? `${version} being cancelled…` : `${version} starts when the cloud answers`;
  }
  if (name === 'lock-estimate') return state === 'cancelling' ? 'Lock being cancelled…' : 'Lock waiting…';
  const forDealer = dealerTitle(name);
  if (forDealer !== undefined) return `${forDealer} ${state === 'cancelling' ? 'being cancelled…' : 'waiting…'}`;
  if (state === 'cancelling') return 'Conversion being cancelled…';
  return number === null ? roWords(null) : `${roWords(number)} waiting`;
}

/** What was asked for. */
export function commandTitle({ name, number, version, move }: GivenCommand): string {
  if (move !== null) return moveWords[move].title;
  if (name === 'start-supplement') return `Start supplement ${version}`;
  const forDealer = dealerTitle(name);
  if (forDealer !== undefined) return forDealer;
  return name === 'lock-estimate'
    ? 'Lock estimate'
    : `Convert to repair order${number === null ? '' : `, RO ${number}`}`;
}

/** What the dealer's system is asked for; undefined for all else. */
const dealerTitle = (name: GivenCommand['name']): string | undefined =>
  Object.hasOwn(dealerTitles, name) ? dealerTitles[name as keyof typeof dealerTitles] : undefined;

const dealerTitles = {
  'export-payment': 'Payment to the DMS',
  'export-customer': 'New customer in the DMS',
  'update-customer': 'Customer update in the DMS',
  'export-vehicle': 'New vehicle in the DMS',
  'reserve-repair-id': 'DMS Repair ID',
  'export-repair-order': 'Repair order to the DMS',
  'resolve-export': 'Checked export',
} as const satisfies { readonly [N in GivenCommand['name']]?: string };

/** How it stands, in a sentence. */
export function commandState(command: GivenCommand): string {
  switch (command.state) {
    case 'waiting':
      return 'Waits to be sent';
    case 'sent':
      return 'Waits for the cloud, which may have it already';
    case 'cancelling':
      return 'Is taken back, unless the cloud has done it already';
    case 'done':
      return 'Done';
    case 'cancelled':
      return 'Cancelled; nothing was changed';
    case 'refused':
      return refusalWords(command);
  }
}

/** Why the cloud did not do it. */
export function refusalWords({ name, refusal }: GivenCommand): string {
  const reason = refusal?.reason ?? 'invalid';
  if (name === 'move-workfile' && reason === 'not-ready') return 'Not done: two values waited for a choice by then.';
  if (reason === 'empty' && dealerTitle(name) !== undefined) return 'Not done: the workfile has no name to send yet.';
  const told = refusal === null ? undefined : factual[reason]?.(refusal);
  return told ?? reasons[reason] ?? `The cloud did not take it (${name}, ${reason}).`;
}

type Refusal = NonNullable<GivenCommand['refusal']>;

/** Refusals that say what the cloud knew: who was first, which number, which version. */
const factual: Readonly<Partial<Record<CommandRefusal, (refusal: Refusal) => string>>> = {
  locked: ({ by, version }) => `Not done: the estimate was locked before${as(version)}${who(by)}.`,
  'other-version': ({ version }) => `Not done: the estimate had reached ${version || 'another version'} by then.`,
  'other-stage': ({ by, stage }) => `Not done: the workfile was ${stageStands[stage ?? 'closed']} by then${who(by)}.`,
  // The cloud names the journal file that the receipt stands in.
  posted: ({ number }) =>
    number === '' ? 'Not done: it is in the DMS already.' : `Not done: it is in ${number} for the books.`,
  converted: ({ number }) =>
    `Not done: it was made repair order${number === '' ? '' : ` ${number}`} before, on another PC.`,
  'number-used': ({ number }) =>
    `Not done: the number ${number} belongs to another repair order. Convert again to get a new one.`,
  'number-held': ({ number }) =>
    `Not done: the number ${number} is set apart for another PC of the shop. Convert again, with another number or the next one.`,
  'number-far': ({ number }) =>
    `Not done: the number ${number} is more than 10,000 above the shop’s largest, and later numbers would follow it. Convert again with a lower one.`,
};
const who = (by: string): string => (by === '' ? '' : ` by ${by}`);
const as = (version: string): string => (version === '' ? '' : ` as ${version}`);

/** What each way of a workfile is called. */
export const moveWords: Readonly<Record<Move, { readonly [W in 'title' | 'waiting' | 'cancelling']: string }>> = {
  close: { title: 'Close repair order', waiting: 'Closing waits…', cancelling: 'Closing being cancelled…' },
  cancel: {
    title: 'Cancel opportunity',
    waiting: 'Cancelling waits…',
    cancelling: 'Cancelling being taken back…',
  },
  reopen: { title: 'Reopen', waiting: 'Reopening waits…', cancelling: 'Reopening being cancelled…' },
};

const stageStands: Readonly<Record<Stage, string>> = {
  opportunity: 'an opportunity',
  'repair-order': 'a repair order',
  closed: 'closed',
  cancelled: 'cancelled',
};

const reasons: Readonly<Partial<Record<CommandRefusal, string>>> = {
  forbidden: 'Not done: your role does not include this.',
  invalid: 'Not done: the cloud could not read it.',
  missing: 'Not done: the workfile is not in the cloud.',
  deleted: 'Not done: it was deleted before.',
  empty: 'Not done: the estimate had no lines.',
  'not-ready': 'Not done: something was missing or a line was open. The lock dialog lists what.',
  changed: 'Not done: the estimate was changed on another PC before the lock arrived. Look at it, and lock it again.',
  'not-locked': 'Not done: the estimate was not locked. What you wrote is in the open version.',
  binned: 'Not done: the workfile lay in the bin by then. What you wrote is in it: restore it, and convert it again.',
  'total-loss': 'Not done: the vehicle was a total loss by then. Take that back if it is repaired all the same.',
  'no-connection': 'Not done: the shop has no DMS connection that is on.',
  'not-offered': 'Not done: the DMS partner does not take this.',
  'no-customer-id': 'Not done: the workfile has no Customer ID of the DMS yet. Find the customer, and export again.',
  'no-vehicle-id': 'Not done: the workfile has no Vehicle ID of the DMS yet. Find the vehicle, and export again.',
  'no-repair-id':
    'Not done: the repair order needs a Repair ID of the DMS that it did not have before. Enter it, and export again.',
  voided: 'Not done: the receipt was voided. Nothing was sent.',
  'being-exported': 'Not done: it is on its way to the DMS.',
  cancelled: 'Cancelled; nothing was changed.',
};

/** What is looked through before a repair order is closed. */
export const closingWords: Readonly<Record<ClosingPoint['key'], string>> = {
  'estimate-open': 'The estimate is not locked',
  'owner-missing': 'The owner has no name',
  'vehicle-missing': 'The vehicle has no make',
  'payer-missing': 'Nobody says who pays',
  undecided: 'Two values wait for a choice',
  'vin-missing': 'The VIN is missing',
  'mileage-missing': 'The mileage out is missing',
  'vehicle-out-open': 'Vehicle Out is not complete',
  'balance-due': 'A balance is still due',
  'tasks-open': 'Tasks are still open',
  'receipts-not-exported': 'Receipts are neither posted in a DMS nor in a journal file',
  'dms-customer-missing': 'The DMS Customer ID is missing; it cannot be added once the RO is closed',
  'dms-vehicle-missing': 'The DMS Vehicle ID is missing; it cannot be added once the RO is closed',
  'dms-repair-missing': 'The DMS Repair ID is missing; the RO does not go to the DMS without it',
  'not-saved': 'Edits wait for Save',
};

/** Which workfile has an RO number, or waits for it under its label so far. */
export const usedNumberWords = ({ label, owner }: UsedNumber): string =>
  `Used by ${[label, owner].filter((part) => part !== '').join(', ')}.`;
