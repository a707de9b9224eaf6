/** Employees and insurance companies on two PCs: made on one they are on the other, and each field merges by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmployeeId, InsurerId } from '../../../src-shared/base/ids.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;

beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1', 'office');
  second = await shop.pc('PC-2', 'office');
  await untilSynced(first);
  await untilSynced(second);
});
afterAll(() => shop.close());

const employee = async (pc: ShopPc, id: EmployeeId) =>
  (await pc.ask('library.read', {})).employees.find((one) => one.id === id);
const insurer = async (pc: ShopPc, id: InsurerId) =>
  (await pc.ask('library.read', {})).insurers.find((one) => one.id === id);

test('the address that one PC gives an employee and the phone of another both stand, on both', async () => {
  const [id] = await first.ask('library.add', { kind: 'employee', records: [{ about: { name: 'Sam', roles: '' } }] });
  const employeeId = id as EmployeeId;
  await untilSynced(first);
  await until('the employee is on the second PC', async () => (await employee(second, employeeId)) !== undefined);
  second.network.cut();
  await untilPhase(second, 'offline');
  await second.ask('employee.change', { employeeId, group: 'phone', value: { number: '(616) 555-0142' } });
  await first.ask('employee.change', { employeeId, group: 'email', value: { address: 'sam@example.com' } });
  await untilSynced(first);
  second.network.restore();
  await second.ask('sync.now', {});
  const whole = { email: { address: 'sam@example.com' }, phone: { number: '(616) 555-0142' } };
  for (const pc of [first, second]) {
    await until('both fields stand', async () => {
      const one = await employee(pc, employeeId);
      return one?.email.address === whole.email.address && one.phone.number === whole.phone.number;
    });
  }
  expect((await second.ask('decision.list', {})).decisions).toEqual([]);
});

test('two names of one insurance company are kept both, named by what it was called, until one is chosen', async () => {
  const [id] = await first.ask('library.add', { kind: 'insurer', records: [{ about: { name: 'Lakeshore' } }] });
  const insurerId = id as InsurerId;
  await untilSynced(first);
  await until('the company is on the second PC', async () => (await insurer(second, insurerId)) !== undefined);
  second.network.cut();
  await untilPhase(second, 'offline');
  await second.ask('insurer.change', { insurerId, group: 'about', value: { name: 'Lakeshore Mutual' } });
  await first.ask('insurer.change', { insurerId, group: 'about', value: { name: 'Lakeshore Casualty' } });
  await untilSynced(first);
  second.network.restore();
  await second.ask('sync.now', {});
  await until('the conflict is listed', async () => (await second.ask('decision.list', {})).decisions.length === 1);
  const [decision] = (await second.ask('decision.list', {})).decisions;
  expect(decision?.place).toMatchObject({ kind: 'insurer', workfileLabel: 'Insurance companies' });
  expect((await second.ask('library.read', {})).conflicts).toHaveLength(1);
  await second.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
  await until('the choice is on the first PC', async () => {
    return (await insurer(first, insurerId))?.about.name === 'Lakeshore Mutual';
  });
});
