// Receipts that look like one that is about to be written: the same money twice is the commonest slip at a counter.

import type { Receipt } from './receipt.ts';
import { reversedBy } from './receipt.ts';

const days = 7;
const dayMs = 24 * 60 * 60 * 1000;

type Money = Pick<Receipt['money'], 'amountCents' | 'type' | 'typeName' | 'reference' | 'date'>;

/** Those of the same amount, type and check or authorization number within seven days; voided ones count for nothing. */
export function likelyDuplicates(
  money: Money,
  receipts: readonly Receipt[],
  voided: ReadonlySet<string>,
): readonly Receipt[] {
  return receipts.filter(
    (one) => !voided.has(one.id) && reversedBy(one) === '' && isAlike(money, one.money) && areNear(money, one.money),
  );
}

const isAlike = (a: Money, b: Money): boolean =>
  a.amountCents === b.amountCents &&
  a.type === b.type &&
  bare(a.typeName) === bare(b.typeName) &&
  bare(a.reference) === bare(b.reference);

const bare = (text: string): string => text.replaceAll(/[\s#-]/g, '').toLowerCase();
const areNear = (a: Money, b: Money): boolean => Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= days * dayMs;
