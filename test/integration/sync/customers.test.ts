/** Customers of the shop on two PCs: made on one they are on the other, and each field merges by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { directoryOf } from '../../../src-shared/domain/people/customer-directory.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { sheetOf } from '../../support/desktop-estimate.ts';
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

test('two PCs that merge two customers into each other agree which one counts, and one split brings both back', async () => {
  const [one, other] = [await added('Nadia'), await added('Nadja')];
  second.network.cut();
  await untilPhase(second, 'offline');
  await second.ask('customer.merge', { customerId: other, into: one });
  await first.ask('customer.merge', { customerId: one, into: other });
  await untilSynced(first);
  second.network.restore();
  await second.ask('sync.now', {});
  const counting = async (pc: ShopPc) => {
    const { survivorOf } = directoryOf((await pc.ask('library.read', {})).customers);
    return [survivorOf(one)?.id, survivorOf(other)?.id];
  };
  for (const pc of [first, second]) {
    await until('both pointers are there', async () => {
      const both = [await customer(pc, one), await customer(pc, other)];
      return both.every((each) => each?.merged !== undefined);
    });
    expect(await counting(pc)).toEqual([one, one]);
  }
  expect((await second.ask('decision.list', {})).decisions).toEqual([]);
  await second.ask('customer.split', { customerId: other });
  for (const pc of [first, second]) {
    await until('both count again', async () => (await counting(pc)).join() === [one, other].join());
  }
});

test('two phones of one customer are kept both, named by who it is, until one is chosen', async () => {
  const customerId = await added('Twice');
  second.network.cut();
  await untilPhase(second, 'offline');
  await second.ask('customer.change', { customerId, group: 'home', value: { number: '(616) 555-0142' } });
  await first.ask('customer.change', { customerId, group: 'home', value: { number: '(616) 555-0143' } });
  await untilSynced(first);
  second.network.restore();
  await second.ask('sync.now', {});
  await until('the conflict is listed', async () => (await second.ask('decision.list', {})).decisions.length === 1);
  const [decision] = (await second.ask('decision.list', {})).decisions;
  expect(decision?.place).toMatchObject({ kind: 'customer', owner: 'Twice', workfileLabel: 'Customers' });
  await second.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
  await until('the choice is on the first PC', async () => {
    return (await customer(first, customerId))?.home.number === '(616) 555-0142';
  });
});

test('a PC that joins later knows every workfile of a customer, without having unpacked one', async () => {
  const customerId = await added('Visitor');
  const workfileId = await first.ask('workfile.create', {});
  const { contacts } = await sheetOf(first, workfileId);
  const contactId = contacts[0]?.id;
  if (contactId === undefined) throw new Error('no owner');
  await first.ask('contact.take-customer', { contactId, customerId });
  await untilSynced(first);
  const third = await shop.pc('PC-3');
  await untilSynced(third);
  const visitsOn = async (pc: ShopPc) =>
    (await pc.ask('customer.visits', { customerIds: [customerId] })).map(({ head }) => head.id);
  expect(await visitsOn(third)).toEqual([workfileId]);
  const look = peekInto(third.dataDir);
  expect(look.value('select count(*) from bundle where bytes is null')).toBe(0);
  look.close();
  await first.ask('contact.change', { contactId, group: 'customer', value: { customerId: '' } });
  await until('the other PC knows that it is somebody else', async () => (await visitsOn(third)).length === 0);
});
