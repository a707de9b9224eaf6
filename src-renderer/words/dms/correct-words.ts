// What to correct where the dealer's system did not take a payment, and where.

import { type RefusalCause, refusalCause } from '../../../src-shared/domain/dms/refusal-cause.ts';

/** Where something is corrected: among the ids of the workfile, or where the connection is set up. */
export type Place = 'properties' | 'connection';
type Correction = { readonly todo: string; readonly place?: Place };

const corrections: Readonly<Record<RefusalCause, Correction>> = {
  busy: { todo: 'The DMS has too much to do: wait some minutes, then try again.' },
  access: {
    todo: 'Ask a manager to test the connection and its secrets under Configure › DMS connection, then try again.',
    place: 'connection',
  },
  date: {
    todo: 'Have the month of its date opened in the DMS, or void the receipt and take it again with a date of an open month; then try again.',
  },
  customer: {
    todo: 'Compare the Customer ID under Properties with the DMS, correct it, then try again.',
    place: 'properties',
  },
  repair: {
    todo: 'Compare the Repair ID under Properties with the DMS, correct it, then try again.',
    place: 'properties',
  },
  account: {
    todo: 'Ask a manager to correct the accounts under Configure › DMS connection, then try again.',
    place: 'connection',
  },
  other: { todo: 'Correct what the DMS names, here or in the DMS itself, then try again.' },
};

/** By the partner's reason. */
export const correctionOf = (reason: string): Correction => corrections[refusalCause(reason)];
