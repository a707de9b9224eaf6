/** Receipts over the backend's door: taken once, never altered, taken back by records of their own. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { textOf } from '../../../src-shared/domain/print/print-node.ts';
import { balanceOf } from '../../../src-shared/domain/receipt/balance.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore } from '../../support/store.ts';

let made = 0;
const fresh = <Id extends string>(): Id => {
  made += 1;
  return `0190c000-0000-7000-8000-${String(made).padStart(12, '0')}` as Id;
};
const today = '2026-11-21' as CivilDate;
const cash: Receipt['money'] = {
  ...{ amountCents: 500_00, date: today, from: 'customer', insurer: '' },
  ...{ type: 'cash', typeName: '', reference: '', memo: '' },
};

describe('receipts', () => {
  let trial: BackendTrial;
  let workfileId: WorkfileId;
  beforeAll(async () => {
    trial = await openBackendTrial({ role: 'manager' });
    workfileId = await trial.ask('workfile.create', {});
  });
  afterAll(() => trial.close());

  const asked = (money: Partial<Receipt['money']> = {}, more: object = {}) => ({
    ...{ workfileId, receiptId: fresh<ReceiptId>(), money: { ...cash, ...money }, reason: '', despite: false },
    ...more,
  });
  const sheet = () => trial.ask('workfile.open', { workfileId });
  const head = async () =>
    (await trial.ask('workfile.list', { text: '', offset: 0, limit: 9, sort: 'changed', descending: true })).rows[0];

  test('a receipt is written once, however often it is asked for, and is found by its number', async () => {
    const first = asked();
    const answer = await trial.ask('receipt.take', first);
    expect(answer).toEqual({ taken: true, number: expect.stringMatching(/^P-[0-9A-F]{4}-1-[0-9A-Z]{4}$/) });
    expect(await trial.ask('receipt.take', first)).toEqual(answer);
    const { receipts, canUndo, unsavedSince } = await sheet();
    expect(receipts).toHaveLength(1);
    expect([canUndo, unsavedSince]).toEqual([false, 0]);
    expect(await head()).toMatchObject({ receivedCents: 500_00 });
    const number = answer.taken ? answer.number : '';
    const found = await trial.ask('workfile.list', {
      ...{ text: number, offset: 0, limit: 9, sort: 'changed', descending: true },
    });
    expect(found.rows.map(({ id }) => id)).toEqual([workfileId]);
    const everywhere = await trial.ask('search.everywhere', { text: number });
    expect(everywhere.workfiles[0]).toMatchObject({ id: workfileId });
    expect(everywhere.workfiles[0]?.matches).toContainEqual({ field: 'receipts', text: number });
  });

  test('what looks like a receipt that is there is asked about first', async () => {
    const again = asked({ date: '2026-11-25' as CivilDate });
    const { receipts } = await sheet();
    expect(await trial.ask('receipt.take', again)).toEqual({ taken: false, like: [receipts[0]?.number.number] });
    expect((await sheet()).receipts).toHaveLength(1);
    expect(await trial.ask('receipt.take', { ...again, despite: true })).toMatchObject({ taken: true });
    expect((await sheet()).receipts).toHaveLength(2);
  });

  test('the number of a card is refused, and nothing is written', async () => {
    const before = (await sheet()).receipts.length;
    const reply = await trial.reply('receipt.take', asked({ type: 'visa', reference: '4111-1111-1111-1111' }));
    expect(reply).toMatchObject({ ok: false, failure: { field: 'receipt.money.reference', issue: 'card-number' } });
    expect((await sheet()).receipts).toHaveLength(before);
  });

  test('a void takes a receipt out of the balance, once, and Undo does not bring it back', async () => {
    const [first] = (await sheet()).receipts;
    const receiptId = first?.id ?? fresh<ReceiptId>();
    const unsaid = await trial.reply('receipt.void', { receiptId, voidId: fresh<ReceiptVoidId>(), reason: ' ' });
    expect(unsaid).toMatchObject({ ok: false, failure: { issue: 'required' } });
    const voidId = fresh<ReceiptVoidId>();
    await trial.ask('receipt.void', { receiptId, voidId, reason: 'Typed twice' });
    await trial.ask('receipt.void', { receiptId, voidId, reason: 'Typed twice' });
    const again = await trial.reply('receipt.void', { receiptId, voidId: fresh<ReceiptVoidId>(), reason: 'Again' });
    expect(again).toMatchObject({ ok: false, failure: { kind: 'conflict', what: 'receipt-void' } });
    expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: false });
    expect(await head()).toMatchObject({ receivedCents: 500_00 });
    expect((await sheet()).receiptVoids).toHaveLength(1);
  });

  test('a reversal takes the same money back, and neither is voided or reversed while it counts', async () => {
    const standing = (await sheet()).receipts.at(-1);
    const receiptId = standing?.id ?? fresh<ReceiptId>();
    const reversalId = fresh<ReceiptId>();
    const reversal = { receiptId, reversalId, date: today, reason: 'Check came back' };
    expect(await trial.ask('receipt.reverse', reversal)).toEqual(await trial.ask('receipt.reverse', reversal));
    const { receipts, receiptVoids } = await sheet();
    expect(receipts.at(-1)?.money.amountCents).toBe(-500_00);
    expect(balanceOf({ customerPays: 0, insurerPays: 0 } as never, { receipts, receiptVoids }).received).toBe(0);
    const voided = await trial.reply('receipt.void', { receiptId, voidId: fresh<ReceiptVoidId>(), reason: 'x' });
    expect(voided).toMatchObject({ failure: { kind: 'conflict', what: 'receipt-reversed' } });
    const back = { ...reversal, receiptId: reversalId, reversalId: fresh<ReceiptId>() };
    expect(await trial.reply('receipt.reverse', back)).toMatchObject({ failure: { what: 'receipt-reversal' } });
    await trial.ask('receipt.void', { receiptId: reversalId, voidId: fresh<ReceiptVoidId>(), reason: 'It was paid' });
    expect(await head()).toMatchObject({ receivedCents: 500_00 });
    expect(await trial.ask('receipt.check', { workfileId })).toEqual([]);
  });

  test('each receipt is printed under its number, and a void one says that it is', async () => {
    const { receipts } = await sheet();
    const [first, second] = receipts.map(({ number }) => number.number);
    const { documents, paper } = await trial.ask('print.choices', { workfileId });
    expect(documents.filter(({ kind }) => kind === 'receipt')).toHaveLength(receipts.length);
    const printed = async (version = '') => {
      const { document } = await trial.ask('print.prepare', { workfileId, kind: 'receipt', version, paper });
      return { title: document.title, text: document.pieces.map(({ node }) => textOf(node)).join(' ') };
    };
    expect((await printed(first)).title).toBe(`Void Receipt ${first}`);
    expect((await printed(first)).text).toContain('Void: Typed twice');
    expect((await printed(second)).title).toBe(`Receipt ${second}`);
    expect((await printed(second)).text).toContain('Amount received 500.00');
    const missing = { workfileId, kind: 'receipt', version: 'P-1', paper } as const;
    expect(await trial.reply('print.prepare', missing)).toMatchObject({ failure: { what: 'print' } });
  });

  test('the shop’s own text stands below each of them', async () => {
    const [profileId = ''] = await trial.ask('library.add', {
      kind: 'profile',
      records: [{ about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' } }],
    });
    await trial.ask('profile.make-default', { profileId: profileId as never });
    const text = 'Thank you.\nRefunds within 30 days.';
    await trial.ask('profile.change', { profileId: profileId as never, group: 'receiptText', value: { text } });
    const [receipt] = (await sheet()).receipts;
    const wish = { workfileId, kind: 'receipt', version: receipt?.number.number ?? '', paper: 'letter' } as const;
    const { document } = await trial.ask('print.prepare', wish);
    expect(document.pieces.slice(-2).map(({ node }) => textOf(node))).toEqual([
      'Thank you.',
      'Refunds within 30 days.',
    ]);
  });

  test('an adjustment says why', async () => {
    const adjusting = { type: 'adjustment', typeName: 'Goodwill', amountCents: -20_00 } as const;
    const silent = await trial.reply('receipt.take', asked(adjusting));
    expect(silent).toMatchObject({ ok: false, failure: { field: 'receipt.adjustment.reason', issue: 'required' } });
    expect(await trial.ask('receipt.take', asked(adjusting, { reason: 'Scratch' }))).toMatchObject({ taken: true });
  });
});

describe('who takes money', () => {
  const folder = freshFolder('receipts');
  let trial: BackendTrial | undefined;
  afterEach(() => trial?.close());
  afterAll(() => folder.remove());

  const open = async (role: 'estimator' | 'technician' | 'manager') => {
    trial = await openBackendTrial({ folder: folder.folder, role });
    return trial;
  };

  test('an estimator takes it and takes none back; a technician does neither; the ledger shows what was altered', async () => {
    const estimator = await open('estimator');
    const workfileId = await estimator.ask('workfile.create', {});
    const receiptId = fresh<ReceiptId>();
    const taking = { workfileId, receiptId, money: cash, reason: '', despite: false };
    expect(await estimator.ask('receipt.take', taking)).toMatchObject({ taken: true });
    const refused = { ok: false, failure: { kind: 'forbidden', need: 'void-receipts' } };
    const adjusted = { ...taking, receiptId: fresh<ReceiptId>(), reason: 'Goodwill' };
    expect(await estimator.reply('receipt.take', adjusted)).toMatchObject(refused);
    const backing = { receiptId, reason: 'x' };
    expect(await estimator.reply('receipt.void', { ...backing, voidId: fresh<ReceiptVoidId>() })).toMatchObject(
      refused,
    );
    const reversal = { ...backing, reversalId: fresh<ReceiptId>(), date: today };
    expect(await estimator.reply('receipt.reverse', reversal)).toMatchObject(refused);
    await estimator.close();

    const store = await openTrialStore({ folder: folder.folder });
    const alter = () => store.connection.exec('update receipt set money_amount_cents = 1');
    expect(alter).toThrow('a receipt is never altered');
    store.connection.exec('drop trigger receipt_stays');
    alter();
    store.close();
    const technician = await open('technician');
    const taken = await technician.reply('receipt.take', { ...taking, receiptId: fresh<ReceiptId>() });
    expect(taken).toMatchObject({ ok: false, failure: { kind: 'forbidden', need: 'take-receipts' } });
    expect(await technician.ask('receipt.check', { workfileId })).toEqual([{ kind: 'altered', receiptId }]);
  });
});
