// Why something about the dealer's system is not done.

export const dmsConflicts: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
  'dms-off': {
    what: 'The DMS feature is switched off for this shop.',
    todo: 'Ask a manager to switch it on under Configure > DMS connection.',
  },
  'export-settled': {
    what: 'Meanwhile it is known what became of this export.',
    todo: 'Look at its status under Payments.',
  },
  'receipt-exported': {
    what: 'The receipt is in the DMS, or on its way there: it is no longer voided.',
    todo: 'Reverse it instead; the reversal is exported as a receipt of its own.',
  },
};
