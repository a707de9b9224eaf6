/** Customers of the shop on two PCs: made on one they are on the other, and each field merges by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;

beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1', 'estimator');
  second = await shop.pc('PC-2', 'office');
  await untilSynced(first);
  await untilSynced(second);
});
afterAll(() => shop.close());

const customer = async (pc: ShopPc, id: CustomerId) =>
  (await pc.ask('library.read', {})).customers.find((one) => one.id === id);

async function added(last: string): Promise<CustomerId> {
  const records = [{ name: { first: '', last, company: '' } }];
  const [id] = await first.ask('library.add', { kind: 'customer', records });
  await untilSynced(first);
  await until('the customer is on the second PC', async () => {
    return (await customer(second, id as CustomerId)) !== undefined;
  });
  return id as CustomerId;
}

test('the phone that one PC gives a customer and the e-mail of another both stand, on both', async () => {
  const customerId = await added('Turpin');
  second.network.cut();
  await untilPhase(second, 'offline');
  await second.ask('customer.change', { customerId, group: 'cell', value: { number: '(616) 555-0142' } });
  await first.ask('customer.change', { customerId, group: 'email', value: { address: 'turpin@example.com' } });
  await untilSynced(first);
  second.network.restore();
  await second.ask('sync.now', {});
  for (const pc of [first, second]) {
    await until('both fields stand', async () => {
      const one = await customer(pc, customerId);
      return one?.email.address === 'turpin@example.com' && one.cell.number === '(616) 555-0142';
    });
  }
  expect((await second.ask('decision.list', {})).decisions).toEqual([]);
});
