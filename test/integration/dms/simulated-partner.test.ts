import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Partner } from '../../../src-cloud/dms/partner.ts';
import { simulatedPartner } from '../../../src-cloud/dms/simulated-partner.ts';
import type { Fault } from '../../../src-cloud/dms/simulator/faults.ts';
import type { Recall } from '../../../src-shared/domain/dms/export-job.ts';
import type { Capabilities } from '../../../src-shared/domain/dms/partner.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import {
  accord,
  newCustomer,
  newVehicle,
  patienceMs,
  payment as paymentOf,
  shortMs,
  turpin,
} from '../../support/dms/partner-requests.ts';

const all = (recall: Recall): Capabilities => ({
  customers: { search: true, create: true, update: true },
  vehicles: { search: true, create: true },
  repairOrders: { reserve: true, export: true, vehicle: false },
  payments: true,
  recall,
});
const payment = (reference: string) => paymentOf({ reference });

let folder: string;
const dealers: Dealer[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dealer-'));
});
afterEach(async () => {
  for (const dealer of dealers.splice(0)) await dealer.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const journal = () => path.join(folder, 'dealer.ndjson');
async function opened(recall: Recall, { lagMs = 0, timeoutMs = patienceMs } = {}) {
  const dealer = await openDealer(journal(), recall, lagMs);
  dealers.push(dealer);
  return { dealer, partner: simulatedPartner(dealer.url, all(recall), timeoutMs) };
}

test('a payment is booked once, and found by the receipt number it went under', async () => {
  const { dealer, partner } = await opened('reference');
  const sent = await partner.send('key-1', payment('48213-1A'));
  expect(sent).toEqual({ kind: 'accepted', reference: '1000001' });
  expect(await partner.lookUp('payment', '48213-1A')).toEqual({ kind: 'answer', value: '1000001' });
  expect(await partner.lookUp('payment', '48213-2A')).toEqual({ kind: 'answer', value: null });
  expect(await dealer.journal()).toHaveLength(1);
});

test('a partner that knows keys answers the second time as it did the first', async () => {
  const { dealer, partner } = await opened('key');
  const first = await partner.send('key-1', payment('48213-1A'));
  expect(await partner.send('key-1', payment('48213-1A'))).toEqual(first);
  expect(await dealer.journal()).toHaveLength(1);
});

test.each(['reference', 'late-reference', 'none'] as const)(
  'one that knows none books it again: %s',
  async (recall) => {
    const { dealer, partner } = await opened(recall);
    for (const _ of [1, 2]) await partner.send('key-1', payment('48213-1A'));
    expect(await dealer.journal()).toHaveLength(2);
  },
);

test('a look-up that lags finds it after its while', async () => {
  const { partner } = await opened('late-reference', { lagMs: 10_000 });
  await partner.send('key-1', payment('48213-1A'));
  expect(await partner.lookUp('payment', '48213-1A')).toEqual({ kind: 'answer', value: null });
  await expect
    .poll(() => partner.lookUp('payment', '48213-1A'), { timeout: 30_000 })
    .toEqual({ kind: 'answer', value: '1000001' });
});

describe('what the partner did is told apart from what is not known', () => {
  test.each<[Fault['kind'], string, number]>([
    ['lost-request', 'unknown', 0],
    ['lost-answer', 'unknown', 1],
    ['half-answer', 'unknown', 1],
    ['broken', 'unknown', 0],
    ['closed', 'unknown', 0],
    ['slow', 'unknown', 1],
    ['refuse', 'refused', 0],
    ['duplicates', 'accepted', 2],
  ])('%s: %s', async (kind, outcome, effects) => {
    const { dealer, partner } = await opened('none', { timeoutMs: kind === 'slow' ? shortMs : patienceMs });
    await dealer.lay({ kind, ms: 3 * shortMs });
    expect((await partner.send('key-1', payment('48213-1A'))).kind).toBe(outcome);
    await expect.poll(async () => (await dealer.journal()).length, { timeout: 15_000 }).toBe(effects);
    // The fault was for one request.
    const patient = simulatedPartner(dealer.url, partner.capabilities, patienceMs);
    expect((await patient.send('key-2', payment('48213-2A'))).kind).toBe('accepted');
  });

  test('a dealer that nobody reaches', async () => {
    const { dealer, partner } = await opened('none');
    await dealer.kill();
    expect(await partner.send('key-1', payment('48213-1A'))).toEqual({ kind: 'unsent' });
    expect(await partner.findCustomers('Turpin')).toEqual({ kind: 'none', reason: '' });
  });
});

describe('what is only read may go wrong as well, and is told apart from nothing found', () => {
  const readers = [
    ['searches', 'customers', (partner: Partner) => partner.findCustomers('Turpin')],
    ['searches', 'vehicles', (partner: Partner) => partner.findVehicles('004352')],
    ['look-ups', 'look-ups', (partner: Partner) => partner.lookUp('payment', '48213-1A')],
  ] as const;
  const faults: readonly (readonly [Fault['kind'], string])[] = [
    ['slow', ''],
    ['lost-request', ''],
    ['lost-answer', ''],
    ['half-answer', ''],
    ['broken', ''],
    ['closed', 'Closed for the night'],
    ['refuse', 'Refused by the dealer'],
  ];

  test.each(readers)('%s: %s', async (door, _what, read) => {
    const { dealer, partner } = await opened('reference');
    const whole = await read(partner);
    expect(whole.kind).toBe('answer');
    for (const [kind, reason] of faults) {
      await dealer.lay({ door, kind, ms: 3 * shortMs });
      const hasty = simulatedPartner(dealer.url, partner.capabilities, kind === 'slow' ? shortMs : patienceMs);
      expect([kind, await read(hasty)]).toEqual([kind, { kind: 'none', reason }]);
      // The fault was for one question.
      expect(await read(partner)).toEqual(whole);
    }
    expect(await dealer.journal()).toEqual([]);
  });

  test('a fault of one door leaves the others alone', async () => {
    const { dealer, partner } = await opened('reference');
    await dealer.lay({ door: 'look-ups', kind: 'broken', reference: '48213-1A' });
    expect((await partner.send('key-1', payment('48213-1A'))).kind).toBe('accepted');
    expect((await partner.lookUp('payment', '48213-2A')).kind).toBe('answer');
    expect(await partner.lookUp('payment', '48213-1A')).toEqual({ kind: 'none', reason: '' });
  });
});

test('customers are found by words and by a phone in any spelling, vehicles by the end of their VIN', async () => {
  const { partner } = await opened('reference');
  const customer = await partner.send('key-1', newCustomer());
  const customerId = customer.kind === 'accepted' ? customer.reference : '';
  for (const words of ['turpin sharon', '312-555-0142', '5550142', 'harbor'])
    expect(await partner.findCustomers(words)).toEqual({ kind: 'answer', value: [{ customerId, ...turpin }] });
  expect(await partner.findCustomers('turpin george')).toEqual({ kind: 'answer', value: [] });
  await partner.send('key-2', newVehicle(customerId));
  expect(await partner.findVehicles('004352')).toMatchObject({ value: [accord] });
});

test('what was booked stands after a kill, and a line that the kill cut short does not', async () => {
  const before = await opened('reference');
  for (const number of [1, 2]) await before.partner.send(`key-${number}`, payment(`48213-${number}A`));
  await before.dealer.kill();
  truncateSync(journal(), statSync(journal()).size - 5);
  const { partner, dealer } = await opened('reference');
  expect(await partner.lookUp('payment', '48213-1A')).toEqual({ kind: 'answer', value: '1000001' });
  expect(await dealer.journal()).toHaveLength(1);
  await partner.send('key-2', payment('48213-2A'));
  await dealer.kill();
  const again = await opened('reference');
  expect((await again.dealer.journal()).map(({ key }) => key)).toEqual(['key-1', 'key-2']);
});
