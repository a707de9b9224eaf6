/** Balances under any receipts, voids and reversals, in any order and on any PCs: sums are sums, to the cent. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../../src-shared/base/money.ts';
import { balanceOf, receivedCents } from '../../src-shared/domain/receipt/balance.ts';
import { checkLedger, inLedgerOrder } from '../../src-shared/domain/receipt/ledger.ts';
import { type Receipts, receivedFrom, reversedBy, voidedIds } from '../../src-shared/domain/receipt/receipt.ts';
import { reversalOf } from '../../src-shared/domain/receipt/receipt-rules.ts';
import { receiptsBook } from '../support/receipts.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const amount = fc.integer({ min: 1, max: 5_000_000 });
const act = fc.oneof(
  fc.record({ what: fc.constant('take' as const), amountCents: amount, from: fc.constantFrom(...receivedFrom) }),
  fc.record({ what: fc.constantFrom('void' as const, 'reverse' as const), nth: fc.nat(20) }),
);
const shares = fc.record({ customerPays: amount.map(cents), insurerPays: amount.map(cents) });

/** What a shop's PC lets its people do, one after another. */
function ledgerOf(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]): Receipts {
  const book = receiptsBook(hash);
  for (const one of acts) {
    const { receipts, receiptVoids } = book.ledger();
    const voided = voidedIds(receiptVoids);
    const reversed = new Set(receipts.filter(({ id }) => !voided.has(id)).map(reversedBy));
    const open = receipts.filter(({ id }) => !voided.has(id) && !reversed.has(id));
    if (one.what === 'take') book.take({ amountCents: one.amountCents, from: one.from });
    else {
      const chosen = open[one.nth % Math.max(1, open.length)];
      if (chosen === undefined) continue;
      if (one.what === 'void') book.void(chosen);
      else if (reversedBy(chosen) === '') book.take(reversalOf(chosen), { reverses: chosen.id, reason: 'Bounced' });
    }
  }
  return book.ledger();
}

const ledger = fc.array(act, { maxLength: 20 }).map(ledgerOf);

test('both sides make the whole, and what is due and received makes what is owed', () => {
  fc.assert(
    fc.property(shares, ledger, (totals, receipts) => {
      const { customer, insurance, ...whole } = balanceOf(totals, receipts);
      for (const part of ['share', 'received', 'due'] as const) {
        expect(customer[part] + insurance[part]).toBe(whole[part]);
      }
      for (const side of [customer, insurance, whole]) expect(side.received + side.due).toBe(side.share);
    }),
  );
});

test('only receipts that stand count: voided ones and pairs that take each other back are as if they were not', () => {
  fc.assert(
    fc.property(ledger, ({ receipts, receiptVoids }) => {
      const voided = voidedIds(receiptVoids);
      const counted = receipts.filter(({ id }) => !voided.has(id));
      const reversed = new Set(counted.map(reversedBy));
      const standing = counted.filter((one) => reversedBy(one) === '' && !reversed.has(one.id));
      const sum = standing.reduce((all, { money }) => all + money.amountCents, 0);
      expect(receivedCents({ receipts, receiptVoids })).toBe(sum);
    }),
  );
});

test('the order in which entries arrive changes neither the balance nor the order in which they are shown', () => {
  fc.assert(
    fc.property(shares, ledger, fc.nat(), (totals, { receipts, receiptVoids }, by) => {
      const turned = <T>(all: readonly T[]): readonly T[] =>
        all.length === 0 ? all : [...all.slice(by % all.length), ...all.slice(0, by % all.length)];
      const arrived = { receipts: turned(receipts), receiptVoids: turned(receiptVoids) };
      expect(balanceOf(totals, arrived)).toEqual(balanceOf(totals, { receipts, receiptVoids }));
      expect(inLedgerOrder(arrived)).toEqual(inLedgerOrder({ receipts, receiptVoids }));
    }),
  );
});

test('what a PC lets people do leaves a ledger without a fault', () => {
  fc.assert(fc.property(ledger, (book) => checkLedger(book, hash).length === 0));
});
