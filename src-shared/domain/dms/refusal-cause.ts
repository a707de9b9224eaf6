// What a dealer's system found wrong with a payment, as far as its own words tell: by that people know where to correct it.

/** `other`: only its words tell. */
export type RefusalCause = 'busy' | 'access' | 'date' | 'customer' | 'repair' | 'account' | 'other';

/**
 * The first that fits counts: an accounting month is no account, and an account of a customer is the customer's.
 * Sources: the error codes of Fortellis; the fields of CDK's ledger (acctgDate, cntl, acct, srcJrnl, srcCo, docType).
 */
const signs: readonly (readonly [RefusalCause, RegExp])[] = [
  ['busy', /quota|too many|rate limit/i],
  ['access', /unauthori[sz]ed|authenticat|forbidden|token|subscription|credential|invalid.client|access|another DMS/i],
  ['date', /acctgdate|\bdate|month|period/i],
  ['customer', /customer|\bcntl|control/i],
  ['repair', /[Rr]epair.?(order|id)|\bRO\b/],
  ['account', /acct|account|journal|jrnl|company|srcco|doc(ument)?.?type/i],
];

export const refusalCause = (reason: string): RefusalCause =>
  signs.find(([, sign]) => sign.test(reason))?.[0] ?? 'other';
