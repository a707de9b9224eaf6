/** Payments on their way to a dealer's system: posted once, whatever becomes of requests, answers and people. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Recall } from '../../../src-shared/domain/dms/export-job.ts';
import { freshId } from '../../support/cloud.ts';
import { newCommand } from '../../support/cloud-commands.ts';
import { openDealer } from '../../support/dealer.ts';
import { type DealerShop, openDealerShop, paymentOf, resolveOf } from '../../support/dealer-shop.ts';

const patience = { timeout: 60_000, interval: 50 };

describe.each<Recall>(['key', 'reference', 'late-reference', 'none'])('a partner that recalls by %s', (recall) => {
  let shop: DealerShop;
  beforeAll(async () => {
    shop = await openDealerShop({ recall });
  });
  afterAll(() => shop.close());

  const booked = async (reference: string) =>
    (await shop.dealer.journal()).filter(({ request }) => request.reference === reference);
  const stateOf = async (receipt: string) => (await shop.value(receipt, 'dms')).state;

  test('books a receipt once, and the receipt tells where and on which day', async () => {
    const workfile = await shop.begin();
    const receipt = await shop.take(workfile, { amountCents: 12_345, type: 'check', reference: '1042' });
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ state: 'done', result: { state: 'queued' } });
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
    const [effect, ...others] = await shop.dealer.journal();
    expect(others).toEqual([]);
    expect(effect?.request).toMatchObject({
      amountCents: 12_345,
      type: 'Check',
      checkNumber: '1042',
      customerId: 'C-7',
    });
    expect(await shop.value(receipt, 'dms')).toMatchObject({ reference: effect?.reference, reason: '' });
    expect((await shop.value(receipt, 'dms')).postedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await shop.events(workfile)).toMatchObject([
      { what: 'payment-posted', status: 'Posted', amountCents: 12_345, by: 'A manager', receiptId: receipt },
    ]);
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ state: 'refused', reason: 'posted' });
  });

  test('that answers nothing is asked again, and has it once or leaves it to a person', async () => {
    const receipt = await shop.take(await shop.begin());
    await shop.dealer.lay({ kind: 'lost-answer' });
    await shop.ask(paymentOf(shop.pc, receipt));
    const end = recall === 'none' ? 'needs-check' : 'posted';
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe(end), patience);
    const effects = (await shop.dealer.journal()).slice(1);
    expect(effects).toHaveLength(1);
    if (recall !== 'none') return;
    const found = effects[0]?.reference ?? '';
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ reason: 'being-exported' });
    expect(await shop.ask(resolveOf(shop.pc, receipt, found))).toMatchObject({ result: { state: 'posted' } });
    expect(await shop.value(receipt, 'dms')).toMatchObject({ state: 'posted', reference: found });
  });

  test('that never heard of it gets it, once', async () => {
    const receipt = await shop.take(await shop.begin(), { memo: 'never heard' });
    await shop.dealer.lay({ kind: 'lost-request' });
    await shop.ask(paymentOf(shop.pc, receipt));
    const end = recall === 'none' ? 'needs-check' : 'posted';
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe(end), patience);
    if (recall === 'none') {
      expect(await shop.ask(resolveOf(shop.pc, receipt, null))).toMatchObject({ result: { state: 'queued' } });
      await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
    }
    const heard = (await shop.dealer.journal()).filter(({ request }) => 'memo' in request && request.memo !== '');
    expect(heard).toHaveLength(1);
    expect(await booked(heard[0]?.request.reference ?? '')).toHaveLength(1);
  });
});

describe('a payment', () => {
  let shop: DealerShop;
  beforeAll(async () => {
    shop = await openDealerShop();
  });
  afterAll(() => shop.close());

  const stateOf = async (receipt: string) => (await shop.value(receipt, 'dms')).state;

  test('that the partner refuses says why, and can be tried again', async () => {
    const workfile = await shop.begin();
    const receipt = await shop.take(workfile);
    await shop.dealer.lay({ kind: 'refuse', reason: 'The period is closed' });
    await shop.ask(paymentOf(shop.pc, receipt));
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('failed'), patience);
    expect(await shop.value(receipt, 'dms')).toMatchObject({ reason: 'The period is closed' });
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ result: { state: 'queued' } });
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
    expect((await shop.events(workfile)).map(({ what }) => what)).toEqual(['payment-failed', 'payment-posted']);
  });

  test('that the partner did not book whole tells in its history what is missing', async () => {
    const workfile = await shop.begin();
    const receipt = await shop.take(workfile);
    await shop.dealer.lay({ kind: 'partly', reason: 'RO27: the check number was not kept' });
    await shop.ask(paymentOf(shop.pc, receipt));
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
    expect(await shop.events(workfile)).toMatchObject([
      { what: 'payment-posted', note: 'RO27: the check number was not kept' },
    ]);
    expect(await shop.value(receipt, 'dms')).toMatchObject({ reason: '' });
  });

  test('is no longer voided once it may be in the books; what only waits for it still is, and is then never sent', async () => {
    const workfile = await shop.begin();
    const [sent, waiting] = [await shop.take(workfile), await shop.take(workfile)];
    await shop.dealer.lay({ kind: 'slow', ms: 1_000 });
    await shop.ask(paymentOf(shop.pc, sent));
    await vi.waitFor(async () => expect(await stateOf(sent)).toBe('checking'), patience);
    expect(await shop.makeVoid(workfile, sent)).toMatchObject({ verdict: 'refused', code: 'exported' });
    await vi.waitFor(async () => expect(await stateOf(sent)).toBe('posted'), patience);
    const before = await shop.dealer.journal();
    expect(await shop.makeVoid(workfile, sent)).toMatchObject({ verdict: 'refused', code: 'exported' });
    await shop.ask(paymentOf(shop.pc, waiting));
    await shop.connect(false);
    // Whether the worker or the void came first is left to chance: the books and the receipt say the same.
    const { verdict } = await shop.makeVoid(workfile, waiting);
    await shop.connect();
    const end = verdict === 'applied' ? 'ready' : 'posted';
    await vi.waitFor(async () => expect(await stateOf(waiting)).toBe(end), patience);
    expect(await shop.dealer.journal()).toHaveLength(before.length + (end === 'posted' ? 1 : 0));
  });

  test('of a workfile whose customer the dealer does not know is not sent', async () => {
    const receipt = await shop.take(await shop.begin({ dmsCustomerId: {} }));
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ reason: 'no-customer-id' });
    expect(await shop.ask(paymentOf(shop.pc, freshId()))).toMatchObject({ reason: 'missing' });
  });

  test('is asked for once, whoever asks how often', async () => {
    const receipt = await shop.take(await shop.begin());
    const before = (await shop.dealer.journal()).length;
    const asked = await Promise.all([1, 2, 3].map(() => shop.ask(paymentOf(shop.pc, receipt))));
    expect(asked.filter(({ state }) => state === 'done')).toHaveLength(1);
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
    expect(await shop.dealer.journal()).toHaveLength(before + 1);
  });

  test('that was asked for before the cloud was restored is looked up before it is sent', async () => {
    const receipt = await shop.take(await shop.begin());
    const sent = { ...paymentOf(shop.pc, receipt), answered: { state: 'queued' } };
    expect(await shop.ask(sent)).toMatchObject({ state: 'done' });
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('checking'), patience);
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
  });

  test('is decided about only where nobody knows, and by whoever may', async () => {
    const receipt = await shop.take(await shop.begin());
    expect(await shop.ask(resolveOf(shop.pc, receipt, null))).toMatchObject({ reason: 'missing' });
    const bare = newCommand(shop.pc, 'resolve-export', { ...resolveOf(shop.pc, receipt, null).params, reason: '' });
    expect(await shop.ask(bare)).toMatchObject({ reason: 'invalid' });
  });

  test('waits while the connection is off, and is not asked of a partner that takes none', async () => {
    const receipt = await shop.take(await shop.begin());
    await shop.connect(false);
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ reason: 'no-connection' });
    await shop.connect(true, { payments: false });
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ reason: 'not-offered' });
    await shop.connect();
    expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ state: 'done' });
    await vi.waitFor(async () => expect(await stateOf(receipt)).toBe('posted'), patience);
  });
});

test('a payment for a dealer whose door is closed waits until it opens, and nobody is asked to check', async () => {
  const shop = await openDealerShop({ recall: 'none' });
  const workfile = await shop.begin();
  const receipt = await shop.take(workfile);
  const port = Number(new URL(shop.dealer.url).port);
  await shop.dealer.kill();
  await shop.ask(paymentOf(shop.pc, receipt));
  const states = async () => (await shop.values(receipt, 'dms')).map((value) => value.state);
  await vi.waitFor(
    async () => expect((await states()).slice(0, 3)).toEqual(['queued', 'checking', 'queued']),
    patience,
  );
  const opened = await openDealer(path.join(shop.folder, 'opened.ndjson'), 'none', 0, port);
  await vi.waitFor(async () => expect((await states()).at(-1)).toBe('posted'), patience);
  expect(await opened.journal()).toHaveLength(1);
  expect(await shop.events(workfile)).toMatchObject([{ what: 'payment-posted' }]);
  await opened.close();
  await shop.close();
});
