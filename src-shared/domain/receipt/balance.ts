// Who still owes what: a repair order's total, shared by customer and insurer, less what each of them has paid.
// The insurer's part is the claim less deductible, betterment and what is the customer's own (CCC receipts screen).

import { type Cents, cents } from '../../base/money.ts';
import type { Totals } from '../estimate/totals.ts';
import { type Receipts, type ReceivedFrom, voidedIds } from './receipt.ts';

/** One side of a balance. `due` is below nothing where more was received than was owed. */
export type Account = { readonly share: Cents; readonly received: Cents; readonly due: Cents };
/** A balance: its sums are those of its two sides, always. */
export type Balance = Account & { readonly [side in ReceivedFrom]: Account };

/** What counts of the receipts of a workfile. */
export function receivedCents({ receipts, receiptVoids }: Receipts, from?: ReceivedFrom): Cents {
  const voided = voidedIds(receiptVoids);
  const counted = receipts.filter(({ id, money }) => !voided.has(id) && (from === undefined || money.from === from));
  return cents(counted.reduce((sum, { money }) => sum + money.amountCents, 0));
}

/** The balance of a workfile as it is priced now. */
export function balanceOf(totals: Pick<Totals, 'customerPays' | 'insurerPays'>, ledger: Receipts): Balance {
  const customer = account(totals.customerPays, receivedCents(ledger, 'customer'));
  const insurance = account(totals.insurerPays, receivedCents(ledger, 'insurance'));
  return {
    ...account(cents(customer.share + insurance.share), cents(customer.received + insurance.received)),
    customer,
    insurance,
  };
}

const account = (share: Cents, received: Cents): Account => ({ share, received, due: cents(share - received) });
