// Why something about the dealer's system is not done.

import { type DmsConflict, journalConflicts } from './journal-words.ts';

export const dmsConflicts: Readonly<Record<string, DmsConflict>> = {
  'dms-off': {
    what: 'The DMS feature is switched off for this shop.',
    todo: 'Ask a manager to switch it on under Configure > DMS connection.',
  },
  'dms-not-offered': {
    what: 'The DMS partner does not take new records of this kind.',
    todo: 'Add it in the DMS itself, and type its ID here.',
  },
  'dms-update-not-ready': {
    what: 'The customer cannot be updated in the DMS now.',
    todo: 'Look beside the Customer ID under Properties: it says what is missing.',
  },
  'dms-known': {
    what: 'The workfile has this ID already.',
    todo: 'Look at it under Properties; take it away there if it is wrong.',
  },
  'dms-no-name': {
    what: 'The owner has no name yet.',
    todo: 'Enter a last name or a company in the workfile, and export again.',
  },
  'dms-no-customer': {
    what: 'The DMS keeps vehicles under their customer, and the workfile has no Customer ID yet.',
    todo: 'Add the DMS Customer ID first; one that is on its way comes by itself. Then export the vehicle.',
  },
  'dms-order-not-ready': {
    what: 'The repair order is not ready for the DMS.',
    todo: 'Close the workfile, give it its Customer ID and Repair ID, and export again.',
  },
  'export-settled': {
    what: 'Meanwhile it is known what became of this export.',
    todo: 'Look under Properties or Payments.',
  },
  'dms-order-unknown': {
    what: 'Nobody knows whether the repair order arrived in the DMS.',
    todo: 'Look for it there, and say what you found with “Check in DMS…” under Properties.',
  },
  'receipt-exported': {
    what: 'The receipt is in the DMS, or on its way there: it is no longer voided.',
    todo: 'Reverse it instead; the reversal is exported as a receipt of its own.',
  },
  ...journalConflicts,
};
