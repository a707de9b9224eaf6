/** What the dealer's system calls a workfile, on two PCs and the cloud: each other's ids are kept, and one is chosen between two. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

describe('DMS IDs of two PCs', () => {
  let shop: Shop;
  let first: ShopPc;
  let second: ShopPc;
  let workfileId: WorkfileId;

  beforeAll(async () => {
    shop = await openShop();
    first = await shop.pc('PC-1');
    second = await shop.pc('PC-2', 'office');
    workfileId = await first.ask('workfile.create', {});
    await untilSynced(first);
    await until('the workfile is on the second PC', async () => (await second.ask('workfile.list', all)).total === 2);
  });
  afterAll(() => shop.close());

  const sheet = (pc: ShopPc) => pc.ask('workfile.open', { workfileId });
  const set = (pc: ShopPc, group: DmsIdGroup, id: string) =>
    pc.ask('dms.set-id', { workfileId, group, id, source: 'typed' });
  const comeBack = async () => {
    second.network.restore();
    await second.ask('sync.now', {});
  };

  test('two ids that two PCs set at once, one of them offline, are both kept, with their history', async () => {
    second.network.cut();
    await untilPhase(second, 'offline');
    await set(second, 'dmsVehicleId', 'V-7');
    await set(first, 'dmsCustomerId', '9876543');
    await untilSynced(first);
    await comeBack();
    await untilSynced(second);
    await until('the vehicle is on the first PC', async () => (await sheet(first)).workfile.dmsVehicleId !== undefined);
    for (const pc of [first, second]) {
      const { workfile, dmsEvents, conflicts } = await sheet(pc);
      expect([workfile.dmsCustomerId?.id, workfile.dmsVehicleId?.id]).toEqual(['9876543', 'V-7']);
      expect(dmsEvents.map(({ what }) => what.what).toSorted()).toEqual(['customer-id', 'vehicle-id']);
      expect(conflicts).toEqual([]);
    }
  });

  test('two values of one id wait for a choice, which the history tells of', async () => {
    second.network.cut();
    await untilPhase(second, 'offline');
    await set(second, 'dmsRepairId', '48213');
    await set(first, 'dmsRepairId', '48214');
    await untilSynced(first);
    await comeBack();
    await until('the conflict is on the first PC', async () => (await sheet(first)).conflicts.length === 1);
    const [conflict] = (await sheet(first)).conflicts;
    await first.ask('decision.choose', { ids: [conflict?.id ?? ''], choice: 'theirs' });
    expect((await sheet(first)).workfile.dmsRepairId?.id).toBe('48213');
    const last = (await sheet(first)).dmsEvents.map(({ what }) => [what.was, what.is]);
    expect(last).toContainEqual(['48214', '48213']);
    expect((await sheet(first)).conflicts).toEqual([]);
  });
});
