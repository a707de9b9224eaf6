/** Receipts: what they must be, how they are numbered, what looks like a slip, and the ledger that binds them. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import { cents } from '../../../src-shared/base/money.ts';
import { balanceOf } from '../../../src-shared/domain/receipt/balance.ts';
import { holdsCardNumber } from '../../../src-shared/domain/receipt/card-number.ts';
import { likelyDuplicates } from '../../../src-shared/domain/receipt/duplicates.ts';
import { checkLedger, endsOf, inLedgerOrder } from '../../../src-shared/domain/receipt/ledger.ts';
import { typesOfKind, whyNotNamed } from '../../../src-shared/domain/receipt/own-types.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { letterOf, nextNumber, signOf } from '../../../src-shared/domain/receipt/receipt-number.ts';
import { checkReceipt, checkVoid, reversalOf } from '../../../src-shared/domain/receipt/receipt-rules.ts';
import { receiptOf, receiptsBook, trialWorkfile } from '../../support/receipts.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const issueOf = (money: Partial<Receipt['money']>, adjustment?: Receipt['adjustment']) => {
  const failure = checkReceipt({ ...receiptOf(money), ...(adjustment && { adjustment }) });
  return failure?.kind === 'invalid' ? `${failure.field} ${failure.issue}` : failure;
};

const on = (day: number): CivilDate => `2026-11-${day}` as CivilDate;

test('a reversal of another amount or another side is named', () => {
  const book = receiptsBook(hash);
  const check = book.take({ amountCents: 50_000, from: 'insurance' });
  const back = { reverses: check.id as string, reason: 'Bounced' };
  const less = book.take({ amountCents: -40_000, from: 'insurance' }, back);
  expect(checkLedger(book.ledger(), hash)).toEqual([{ kind: 'reverses-otherwise', receiptId: less.id }]);
  book.void(less);
  const customer = book.take({ amountCents: -50_000, from: 'customer' }, back);
  expect(checkLedger(book.ledger(), hash)).toEqual([{ kind: 'reverses-otherwise', receiptId: customer.id }]);
  book.void(customer);
  book.take(reversalOf(check), back);
  expect(checkLedger(book.ledger(), hash)).toEqual([]);
});

describe('the shop’s own types', () => {
  const tow = { kind: 'deposit', name: 'Tow deposit', isActive: true } as const;

  test('stand for the plain one of their kind as soon as one can be chosen', () => {
    expect(typesOfKind('deposit', [])).toEqual(['Deposit']);
    expect(typesOfKind('deposit', [{ ...tow, isActive: false }])).toEqual(['Deposit']);
    expect(typesOfKind('deposit', [tow, { ...tow, name: 'Parts' }])).toEqual(['Parts', 'Tow deposit']);
    expect(typesOfKind('adjustment', [tow])).toEqual(['Adjustment']);
  });

  test('bear names of their own', () => {
    const names = ['', 'CASH', ' tow deposit ', 'Goodwill'];
    expect(names.map((name) => whyNotNamed(name, [tow]))).toEqual(['empty', 'usual', 'taken', null]);
  });
});

describe('a receipt', () => {
  test('is money on a day: more than nothing, of a kind', () => {
    expect(issueOf({})).toBeNull();
    expect(issueOf({ amountCents: 0 })).toBe('receipt.money.amountCents required');
    expect(issueOf({ amountCents: -1 })).toBe('receipt.money.amountCents negative');
    expect(issueOf({ date: '' })).toBe('receipt.money.date required');
    expect(issueOf({ type: 'deposit' })).toBe('receipt.money.typeName required');
    expect(issueOf({ type: 'deposit', typeName: 'Tow deposit' })).toBeNull();
  });

  test('that brings no money says why, and only such a one takes away', () => {
    expect(issueOf({ type: 'write-off' })).toBe('receipt.adjustment.reason required');
    expect(issueOf({ type: 'write-off' }, { reverses: '', reason: 'Goodwill' })).toBeNull();
    const goodwill = { type: 'adjustment', typeName: 'Goodwill', amountCents: -500 } as const;
    expect(issueOf(goodwill, { reverses: '', reason: 'Scratch' })).toBeNull();
    expect(issueOf({ amountCents: -10_000 }, { reverses: receiptOf().id, reason: 'Bounced' })).toBeNull();
  });

  test('never holds the number of a card, wherever it is typed', () => {
    expect(issueOf({ reference: '4111 1111 1111 1111' })).toBe('receipt.money.reference card-number');
    expect(issueOf({ memo: 'Amex 3782-822463-10005, thanks' })).toBe('receipt.money.memo card-number');
    expect(issueOf({ type: 'write-off' }, { reverses: '', reason: '6011111111111117' })).toBe(
      'receipt.adjustment.reason card-number',
    );
    const texts = [
      '4111 1111 1111 1112',
      '88121',
      '004512',
      '(616) 555-0142',
      '0000000000000',
      '1234567890123456789012',
    ];
    expect(texts.filter(holdsCardNumber)).toEqual([]);
  });

  test('is a card number beside an expiry date, a security code or a digit of something else, too', () => {
    const texts = [
      '4111 1111 1111 1111 12/27',
      '4111111111111111 123',
      'ck 7 4111 1111 1111 1111',
      '3782 822463 10005 9',
    ];
    expect(texts.filter((text) => !holdsCardNumber(text))).toEqual([]);
    expect(holdsCardNumber('312-555-0142 616-555-0199')).toBe(false);
  });

  test('that reverses another is the same money below nothing', () => {
    const original = receiptOf({ amountCents: 123_45, from: 'insurance', insurer: 'Redwing', reference: '88121' });
    expect(reversalOf(original)).toMatchObject({ amountCents: -123_45, insurer: 'Redwing', reference: '88121' });
  });

  test('is voided with a reason', () => {
    const said = { reason: ' ', at: 1, by: 'Robin' };
    expect(checkVoid({ said })).toMatchObject({ issue: 'required' });
    expect(checkVoid({ said: { ...said, reason: 'Typed twice' } })).toBeNull();
  });
});

describe('the number of a receipt', () => {
  const next = (receipts: readonly Pick<Receipt, 'number'>[], ro: string, sign: string) =>
    nextNumber({ workfile: { ...trialWorkfile, number: { ro } }, receipts, sign });

  test('is the RO number, a running number and the letter of the PC', () => {
    expect(next([], '48213', 'B')).toEqual({ number: '48213-1B', serial: 1 });
    expect(next([{ number: { number: '48213-7A', serial: 7 } }], '48213', 'B').number).toBe('48213-8B');
  });

  test('is that of the workfile until there is an RO number, for good', () => {
    expect(next([], '', 'A').number).toBe(`P-${trialWorkfile.id.slice(-4).toUpperCase()}-1A`);
  });

  test('has letters that do not read as digits, and part of the PC’s id where it has no letter', () => {
    expect([1, 8, 9, 14, 24, 25, 48, 49, 600].map(letterOf)).toEqual(['A', 'H', 'J', 'P', 'Z', 'AA', 'AZ', 'BA', 'ZZ']);
    expect(new Set(Array.from({ length: 2_000 }, (_, i) => letterOf(i + 1))).size).toBe(2_000);
    expect(signOf('0a1b2c3d4e' as never, '')).toBe('-0A1B');
  });
});

test('the same amount, type and number within seven days looks like a slip; a void one does not', () => {
  const first = receiptOf({ reference: '#88-121', date: on(20) });
  const like = (money: Partial<Receipt['money']>, voided: readonly string[] = []) =>
    likelyDuplicates({ ...first.money, ...money }, [first], new Set(voided)).length;
  expect(like({ reference: '88121', date: on(27) })).toBe(1);
  expect(like({ date: on(28) })).toBe(0);
  expect(like({ amountCents: 10_001 })).toBe(0);
  expect(like({ type: 'check' })).toBe(0);
  expect(like({ reference: '88122' })).toBe(0);
  expect(like({}, [first.id])).toBe(0);
});

describe('the ledger', () => {
  test('binds each entry to those before it, and says nothing of one that is whole', () => {
    const book = receiptsBook(hash);
    const first = book.take({ amountCents: 1_000 });
    const second = book.take({ amountCents: 2_000 });
    book.void(first);
    expect([first.chain.on, second.chain.on]).toEqual(['', first.chain.hash]);
    expect(checkLedger(book.ledger(), hash)).toEqual([]);
  });

  test('of two PCs is a tree that the next entry ties together; it is shown in order', () => {
    const here = receiptsBook(hash);
    const first = here.take({ amountCents: 1_000 });
    const there = here.copy('B');
    const [mine, theirs] = [here.take({ amountCents: 2_000 }), there.take({ amountCents: 3_000 })];
    here.add(theirs);
    const tied = here.take({ amountCents: 4_000 });
    expect(tied.chain.on.split(' ').sort()).toEqual([mine.chain.hash, theirs.chain.hash].sort());
    expect(checkLedger(here.ledger(), hash)).toEqual([]);
    const { receipts, receiptVoids } = here.ledger();
    const shown = inLedgerOrder({ receipts: receipts.toReversed(), receiptVoids });
    expect(shown.map(({ id }) => id)).toEqual([first.id, mine.id, theirs.id, tied.id]);
    expect(endsOf(here.ledger())).toBe(tied.chain.hash);
  });

  test('says which entry was altered, and where one is gone', () => {
    const book = receiptsBook(hash);
    const [first, second, third] = [1_000, 2_000, 3_000].map((amountCents) => book.take({ amountCents }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('no receipts');
    const dearer = { ...second, money: { ...second.money, amountCents: 9_000 } };
    const altered = { receipts: [first, dearer, third], receiptVoids: [] };
    expect(checkLedger(altered, hash)).toEqual([{ kind: 'altered', receiptId: second.id }]);
    expect(checkLedger({ receipts: [first, third], receiptVoids: [] }, hash)).toEqual([
      { kind: 'gap', receiptId: third.id },
    ]);
    const later = { ...third, chain: { ...third.chain, form: 2, hash: 'a'.repeat(64) } };
    expect(checkLedger({ receipts: [first, second, later], receiptVoids: [] }, hash)).toEqual([]);
  });

  test('says where two PCs together took back too much, or gave one number twice', () => {
    const book = receiptsBook(hash);
    const first = book.take({ amountCents: 1_000 });
    const once = book.take({ amountCents: -1_000 }, { reverses: first.id, reason: 'Bounced' });
    const twice = book.take({ amountCents: -1_000 }, { reverses: first.id, reason: 'Bounced' });
    expect(checkLedger(book.ledger(), hash)).toEqual([{ kind: 'reversed-twice', receiptId: twice.id }]);
    book.void(twice);
    book.void(first);
    expect(checkLedger(book.ledger(), hash)).toEqual([{ kind: 'reverses-void', receiptId: once.id }]);
    const other = receiptsBook(hash);
    const [a, b] = [other.take({}), receiptsBook(hash).take({})];
    expect(
      checkLedger({ receipts: [a, { ...b, id: a.id.replace(/.$/, '9') as never }], receiptVoids: [] }, hash),
    ).toContainEqual(expect.objectContaining({ kind: 'same-number' }));
  });
});

test('a balance is shared by customer and insurer, and what is void counts for nothing', () => {
  const book = receiptsBook(hash);
  book.take({ amountCents: 20_000 });
  book.take({ amountCents: 237_767, from: 'insurance' });
  book.void(book.take({ amountCents: 5_000 }));
  expect(balanceOf({ customerPays: cents(50_000), insurerPays: cents(237_767) }, book.ledger())).toEqual({
    ...{ share: 287_767, received: 257_767, due: 30_000 },
    customer: { share: 50_000, received: 20_000, due: 30_000 },
    insurance: { share: 237_767, received: 237_767, due: 0 },
  });
});
