/** What the cloud takes as money: only what is whole, by whom it may be taken, once and for good. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptText, voidText } from '../../../src-shared/domain/receipt/ledger.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import type { JsonObject, Verdict } from '../../../src-shared/sync/protocol.ts';
import { freshId, startTestCloud, type TestCloud } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { receiptOf } from '../../support/receipts.ts';

let cloud: TestCloud;
let estimator: Pc;
let office: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  const shop = await cloud.openShop();
  estimator = await openPc(cloud.url, await shop.hire('estimator'));
  office = await openPc(cloud.url, await shop.hire('office'));
});
afterAll(() => cloud.close());

const codes = (verdicts: readonly Verdict[]) =>
  verdicts.map((one) => (one.verdict === 'refused' ? one.code : one.verdict));
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

async function begin(): Promise<string> {
  const workfileId = freshId();
  expect(codes(await office.push(office.create('workfile', workfileId, {})))).toEqual(['applied']);
  return workfileId;
}

type Groups = Readonly<Record<string, JsonObject>>;
function receipt(workfileId: string, money: Partial<Receipt['money']> = {}, more: Groups = {}) {
  const { id, deleted: _deleted, chain: _chain, ...groups } = receiptOf(money);
  const value = { ...groups, parent: { workfileId }, ...more };
  const chain = { form: 1, on: '', hash: hash(receiptText({ ...value, id }, '')) };
  return { id: id as string, value: { ...value, chain } as Groups };
}

test('a receipt is taken whole, never changed and never deleted', async () => {
  const workfileId = await begin();
  const { id, value } = receipt(workfileId);
  expect(codes(await estimator.push(estimator.create('receipt', id, value)))).toEqual(['applied']);
  const dearer = { ...value.money, amountCents: 1 } as JsonObject;
  const changes = await estimator.push(
    estimator.edit('receipt', id, 'money', dearer, null),
    estimator.edit('receipt', id, 'deleted', { deleted: true }, null),
  );
  expect(codes(changes)).toEqual(['once', 'forbidden']);
});

test('what is not what its hash says, or breaks the rules of money, is refused', async () => {
  const workfileId = await begin();
  const altered = receipt(workfileId);
  const dearer = { ...altered.value, money: { ...altered.value.money, amountCents: 99_999 } };
  const card = receipt(workfileId, { reference: '4111111111111111' });
  const nothing = receipt(workfileId, { amountCents: 0 });
  const verdicts = await office.push(
    office.create('receipt', altered.id, dearer),
    office.create('receipt', card.id, card.value),
    office.create('receipt', nothing.id, nothing.value),
  );
  expect(codes(verdicts)).toEqual(['invalid', 'invalid', 'invalid']);
});

test('who may not take money back neither adjusts nor voids; a void belongs to a receipt of its workfile', async () => {
  const [workfileId, other] = [await begin(), await begin()];
  const adjustment = { reverses: '', reason: 'Goodwill' };
  const adjusting = receipt(workfileId, { type: 'write-off' }, { adjustment });
  expect(codes(await estimator.push(estimator.create('receipt', adjusting.id, adjusting.value)))).toEqual([
    'forbidden',
  ]);
  expect(codes(await office.push(office.create('receipt', adjusting.id, adjusting.value)))).toEqual(['applied']);
  const voidOf = (pc: Pc, parent: { readonly workfileId: string; readonly receiptId: string }) => {
    const id = freshId();
    const said = { reason: 'Typed twice', at: 1, by: 'Robin' };
    const chain = { form: 1, on: '', hash: hash(voidText({ id, parent, said } as never, '')) };
    return pc.create('receipt-void', id, { parent, said, chain });
  };
  const right = { workfileId, receiptId: adjusting.id };
  expect(codes(await estimator.push(voidOf(estimator, right)))).toEqual(['forbidden']);
  const verdicts = await office.push(
    voidOf(office, { ...right, receiptId: freshId() }),
    voidOf(office, { ...right, workfileId: other }),
    voidOf(office, right),
  );
  expect(codes(verdicts)).toEqual(['missing', 'invalid', 'applied']);
});

test('every PC of a shop has a letter of its own, and keeps it', async () => {
  const letters = [estimator, office].map(({ user }) => user.pc?.letter);
  expect(new Set(letters)).toEqual(new Set(['A', 'B']));
});
