import { expect, test } from 'vitest';
import type { DmsEventId, ReceiptId, ReceiptVoidId } from '../../../../src-shared/base/ids.ts';
import { type DmsEvent, dmsEventSpec } from '../../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../../src-shared/domain/dms/event-words.ts';
import { historyOf } from '../../../../src-shared/domain/dms/history.ts';
import { type Receipt, receiptSpec } from '../../../../src-shared/domain/receipt/receipt.ts';
import { type ReceiptVoid, receiptVoidSpec } from '../../../../src-shared/domain/receipt/receipt-void.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';
import { simulatedConnection } from '../../../support/dms-shop.ts';

const receiptOf = (id: string, dms?: Partial<NonNullable<Receipt['dms']>>): Receipt => ({
  id: id as ReceiptId,
  deleted: false,
  parent: { workfileId: 'w' },
  number: { number: `48213-${id}`, serial: 1 },
  money: { ...emptyGroup(receiptSpec, 'money'), amountCents: 50_000 },
  taken: { at: 1, by: 'Robin Ellery' },
  chain: emptyGroup(receiptSpec, 'chain'),
  ...(dms && { dms: { ...emptyGroup(receiptSpec, 'dms'), ...dms } }),
});
const voidOf = (receiptId: string, at: number, reason = 'Typed twice'): ReceiptVoid => ({
  id: `v-${receiptId}-${at}` as ReceiptVoidId,
  deleted: false,
  parent: { workfileId: 'w', receiptId },
  said: { reason, at, by: 'Janet Smith' },
  chain: emptyGroup(receiptVoidSpec, 'chain'),
});
const eventOf = (at: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  id: `0190aaaa-0000-8000-8000-00000000000${at}` as DmsEventId,
  deleted: false,
  parent: { workfileId: 'w' },
  what: { ...emptyGroup(dmsEventSpec, 'what'), at, ...what },
});
const connection = simulatedConnection();
const none = { dmsEvents: [], receipts: [], receiptVoids: [] };

test('tells of each void of a receipt that is Ready or Failed, with a blank reference', () => {
  const receipts = [receiptOf('a'), receiptOf('b', { state: 'failed', reason: 'No' }), receiptOf('c')];
  const receiptVoids = [voidOf('a', 3), voidOf('b', 5)];
  const lines = historyOf({ receipts, receiptVoids, dmsEvents: [eventOf(4, { what: 'customer-id' })] }, connection);
  expect(lines.map(({ what }) => [what.what, what.at])).toEqual([
    ['payment-voided', 5],
    ['customer-id', 4],
    ['payment-voided', 3],
  ]);
  expect(lines[0]?.what).toMatchObject({ status: 'Void', amountCents: 50_000, reference: '', by: 'Janet Smith' });
  expect(lines[0] && eventWords(lines[0].what)).toBe('Payment voided: Typed twice');
});

test('tells of a void once, whoever else tells of it: the cloud, which took its export back, or a second PC', () => {
  const dmsEvents = [eventOf(6, { what: 'payment-voided', receiptId: 'a', by: 'Robin Ellery' })];
  const lines = historyOf(
    { receipts: [receiptOf('a')], receiptVoids: [voidOf('a', 5, 'Again'), voidOf('a', 3)], dmsEvents },
    connection,
  );
  expect(lines.map(({ what }) => [what.by, what.at])).toEqual([['Janet Smith', 3]]);
});

test('keeps the line of the cloud where the void is not here yet', () => {
  const dmsEvents = [eventOf(6, { what: 'payment-voided', receiptId: 'a' })];
  expect(historyOf({ ...none, receipts: [receiptOf('a')], dmsEvents }, connection)).toEqual(dmsEvents);
});

test('tells of no void of what is in the DMS all the same, nor where the shop has none', () => {
  const posted = { ...none, receipts: [receiptOf('a', { state: 'posted' })], receiptVoids: [voidOf('a', 3)] };
  expect(historyOf(posted, connection)).toEqual([]);
  const ready = { ...posted, receipts: [receiptOf('a')] };
  expect(historyOf(ready, undefined)).toEqual([]);
  expect(historyOf(ready, connection)).toHaveLength(1);
});
