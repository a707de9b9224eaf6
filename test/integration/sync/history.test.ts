/** The history of a workfile on two PCs: what the other did is told, by name, PC and value, also to who came late. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmployeeId } from '../../../src-shared/base/ids.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop } from '../../support/desktop-shop.ts';

describe('the history of a shop’s workfile', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  test('is the same on a PC that came late, and tells it offline as far as it heard', async () => {
    const first = await shop.pc('PC-1');
    await untilSynced(first);
    const workfileId = await first.ask('workfile.create', {});
    const { vehicle } = await first.ask('workfile.open', { workfileId });
    const plate = (number: string) =>
      ({ vehicleId: vehicle.id, group: 'plate', value: { number, state: 'MI' } }) as const;
    await first.ask('vehicle.change', plate('EKM4417'));
    await untilSynced(first);
    await first.ask('vehicle.change', plate('EKM4418'));
    await untilSynced(first);

    const late = await shop.pc('PC-2', 'office');
    await untilSynced(late);
    const numbers = async (pc: typeof late) =>
      (await pc.ask('history.list', { workfileId }))
        .filter(({ kind, what }) => kind === 'vehicle' && what === 'changed')
        .map(({ value, before, pc: where }) => [value.number, before?.number, where]);
    await late.ask('history.fetch', { workfileId });
    expect((await numbers(late))[0]).toEqual(['EKM4418', 'EKM4417', 'PC-1']);
    expect((await numbers(first))[0]).toEqual(['EKM4418', 'EKM4417', 'PC-1']);

    await first.ask('vehicle.change', plate('EKM4419'));
    await untilSynced(first);
    await until('the change is there', async () => (await numbers(late))[0]?.[0] === 'EKM4419');
    late.network.cut();
    await untilPhase(late, 'offline');
    expect((await late.reply('history.fetch', { workfileId })).ok).toBe(false);
    expect((await numbers(late))[0]?.slice(0, 2)).toEqual(['EKM4419', 'EKM4418']);
  });

  test('of its settings is told to a PC that came late, in one order and with what it was before', async () => {
    const first = await shop.pc('PC-3', 'office');
    await untilSynced(first);
    const [id] = await first.ask('library.add', { kind: 'employee', records: [{ about: { name: 'Ann', roles: '' } }] });
    const employeeId = id as EmployeeId;
    // What waits together is sent as one.
    await untilSynced(first);
    for (const address of ['ann@example.com', 'ann.lee@example.com']) {
      await first.ask('employee.change', { employeeId, group: 'email', value: { address } });
      await untilSynced(first);
    }
    const late = await shop.pc('PC-4');
    await untilSynced(late);
    await late.ask('change-log.fetch', {});
    const entries = (await late.ask('change-log.list', {})).filter((one) => one.id === employeeId);
    expect(entries.map(({ what, before, value, pc }) => [what, before, value.address, pc])).toEqual([
      ['changed', { address: 'ann@example.com' }, 'ann.lee@example.com', 'PC-3'],
      ['changed', { address: '' }, 'ann@example.com', 'PC-3'],
      ['made', null, undefined, 'PC-3'],
    ]);
  });
});
