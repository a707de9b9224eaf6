// Why a workfile does not go the way that somebody asked for: closing, cancelling, reopening, the bin.

export const lifeConflicts: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
  ended: {
    what: 'The workfile is closed or cancelled, or is about to be.',
    todo: 'Reopen it first (Workfile > Reopen), or cancel what waits under Tools > Locks and conversions.',
  },
  'close-not-ready': {
    what: 'The repair order is not ready to be closed.',
    todo: 'Settle what the close dialog lists.',
  },
  'total-loss': {
    what: 'The vehicle is a total loss: nobody repairs it.',
    todo: 'Take that back first (Workfile > Total loss).',
  },
  'in-bin': { what: 'The workfile is in the bin.', todo: 'Restore it first (Workfile > Restore from the bin).' },
  'not-in-bin': { what: 'The workfile is not in the bin any more.', todo: 'Go on working in it.' },
  'bin-closed': {
    what: 'A closed workfile stays: what was agreed and paid is evidence.',
    todo: 'Leave it closed; the list of open workfiles does not show it.',
  },
  'bin-locked': {
    what: 'A workfile whose estimate was locked stays: it may have been sent to an insurer.',
    todo: 'Close the repair order or cancel the opportunity instead.',
  },
  'bin-paid': {
    what: 'A workfile with receipts stays: money was taken for it.',
    todo: 'Close the repair order or cancel the opportunity instead.',
  },
  'bin-waiting': {
    what: 'The workfile waits for the cloud.',
    todo: 'Cancel what waits under Tools > Locks and conversions, or wait until it is done.',
  },
  'number-digits': {
    what: 'An RO number has one to eight digits, and does not begin with 0.',
    todo: 'Type another, or leave the next one.',
  },
  'number-far': {
    what: 'The number is more than 10,000 above the shop’s largest, and later numbers would follow it.',
    todo: 'Type a lower one.',
  },
  'number-used': { what: 'Another workfile has this number, or waits for it.', todo: 'Type another.' },
  'move-close': { what: 'Only a repair order is closed.', todo: 'Convert the workfile first.' },
  'move-cancel': { what: 'Only an opportunity is cancelled.', todo: 'Close a repair order instead.' },
  'move-reopen': { what: 'The workfile is open already.', todo: 'Go on working in it.' },
};
