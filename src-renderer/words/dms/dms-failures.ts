// Why something about the dealer's system is not done.

export const dmsConflicts: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
  'dms-off': {
    what: 'The DMS feature is switched off for this shop.',
    todo: 'Ask a manager to switch it on under Configure > DMS connection.',
  },
};
