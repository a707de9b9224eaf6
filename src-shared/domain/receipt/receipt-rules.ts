// What every receipt must be, whoever writes it: asked of the PC before it is written and of the cloud before it is taken.

import { isCivilDate } from '../../base/dates.ts';
import { type Failure, invalid } from '../../base/failure.ts';
import { holdsCardNumber } from './card-number.ts';
import type { Receipt } from './receipt.ts';
import { isAdjusting, isOwnType } from './receipt-type.ts';
import type { ReceiptVoid } from './receipt-void.ts';

type Checked = Pick<Receipt, 'money' | 'adjustment'>;

/** The first thing wrong with a receipt, or null. */
export function checkReceipt(receipt: Checked): Failure | null {
  const { money } = receipt;
  if (!isCivilDate(money.date)) return invalid('receipt.money.date', money.date === '' ? 'required' : 'not-a-date');
  if (isOwnType(money.type) && money.typeName.trim() === '') return invalid('receipt.money.typeName', 'required');
  return checkAmount(receipt) ?? checkReason(receipt) ?? checkTexts(receipt);
}

/** Money received is more than nothing; what adjusts or reverses may take away. */
function checkAmount({ money, adjustment }: Checked): Failure | null {
  const { amountCents, type } = money;
  if (amountCents === 0) return invalid('receipt.money.amountCents', 'required');
  const mayTakeAway = type === 'adjustment' || (adjustment?.reverses ?? '') !== '';
  return amountCents < 0 && !mayTakeAway ? invalid('receipt.money.amountCents', 'negative') : null;
}

/** What brings no money says why. */
function checkReason({ money, adjustment }: Checked): Failure | null {
  const needed = isAdjusting(money.type) || adjustment !== undefined;
  return needed && (adjustment?.reason ?? '').trim() === '' ? invalid('receipt.adjustment.reason', 'required') : null;
}

function checkTexts({ money, adjustment }: Checked): Failure | null {
  if (holdsCardNumber(money.reference)) return invalid('receipt.money.reference', 'card-number');
  if (holdsCardNumber(money.memo)) return invalid('receipt.money.memo', 'card-number');
  return holdsCardNumber(adjustment?.reason ?? '') ? invalid('receipt.adjustment.reason', 'card-number') : null;
}

/** The first thing wrong with a void, or null. */
export function checkVoid({ said }: Pick<ReceiptVoid, 'said'>): Failure | null {
  if (said.reason.trim() === '') return invalid('receipt-void.said.reason', 'required');
  return holdsCardNumber(said.reason) ? invalid('receipt-void.said.reason', 'card-number') : null;
}

/** What a reversing receipt takes over from the one that it takes back. */
export const reversalOf = ({ money }: Pick<Receipt, 'money'>): Omit<Receipt['money'], 'date' | 'memo'> => {
  const { amountCents, from, insurer, type, typeName, reference } = money;
  return { amountCents: -amountCents, from, insurer, type, typeName, reference };
};
