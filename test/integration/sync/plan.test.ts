/** A plan on two PCs and the cloud: each other's milestones are kept, a promise event arrives once, the list tells when. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Milestone, type MilestoneName, noMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

describe('a plan of two PCs', () => {
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
  const write = (pc: ShopPc, group: MilestoneName, part: Partial<Milestone>) =>
    pc.ask('workfile.change', { workfileId, group, value: { ...noMilestone, ...part } });

  test('two milestones that two PCs begin at once, one of them offline, are both kept', async () => {
    second.network.cut();
    await untilPhase(second, 'offline');
    await write(second, 'vehicleOut', { plannedDate: '2026-12-02' });
    await write(first, 'vehicleIn', { actualDate: '2020-11-20', actualTime: '08:30' });
    await first.ask('plan.update-status', { workfileId });
    await first.ask('workfile.save', { workfileId });
    await untilSynced(first);
    second.network.restore();
    await second.ask('sync.now', {});
    await untilSynced(second);
    await until('the plan is on the first PC', async () => (await sheet(first)).workfile.vehicleOut !== undefined);
    for (const pc of [first, second]) {
      const { workfile, events, conflicts } = await sheet(pc);
      expect([workfile.vehicleIn?.actualDate, workfile.vehicleOut?.plannedDate]).toEqual(['2020-11-20', '2026-12-02']);
      expect(events.map(({ promise }) => promise?.way)).toEqual(['events']);
      expect(conflicts).toEqual([]);
    }
  });

  test('a PC that comes later has the dates in its list before anything is opened', async () => {
    const third = await shop.pc('PC-3');
    await untilSynced(third);
    const { rows } = await third.ask('workfile.list', all);
    const head = rows.find(({ id }) => id === workfileId);
    expect([head?.vehicleIn, head?.vehicleOut]).toEqual(['2020-11-20', '2026-12-02']);
  });

  test('two dates of one milestone given apart wait for a choice', async () => {
    second.network.cut();
    await untilPhase(second, 'offline');
    await write(second, 'repairsStarted', { plannedDate: '2026-11-24' });
    await write(first, 'repairsStarted', { plannedDate: '2026-11-25' });
    await untilSynced(first);
    second.network.restore();
    await second.ask('sync.now', {});
    await until('the conflict is told', async () => (await sheet(first)).conflicts.length === 1);
    expect((await sheet(first)).conflicts[0]?.about).toMatchObject({ kind: 'workfile', group: 'repairsStarted' });
  });

  test('a task and a status that two people finish apart wait for a choice, whoever came last', async () => {
    const taskId = await first.ask('task.add', { workfileId });
    await until('the task is on the second PC', async () => (await sheet(second)).tasks.length === 1);
    const before = (await sheet(first)).conflicts.map(({ id }) => id);
    second.network.cut();
    await untilPhase(second, 'offline');
    const finish = (pc: ShopPc, by: string) =>
      pc.ask('task.change', { taskId, group: 'done', value: { done: true, at: 5 + by.length, by } });
    await finish(second, 'Casey');
    await finish(first, 'Robin Ellery');
    for (const [pc, day] of [
      [first, '2020-11-21'],
      [second, '2020-11-22'],
    ] as const) {
      await write(pc, 'vehicleIn', { actualDate: day, actualTime: '08:30' });
      await pc.ask('plan.update-status', { workfileId });
    }
    await round(first);
    second.network.restore();
    await second.ask('sync.now', {});
    const groups = async () =>
      (await sheet(first)).conflicts.filter(({ id }) => !before.includes(id)).map(({ about }) => about.group);
    await until('all three are told', async () => (await groups()).length === 3);
    expect((await groups()).toSorted()).toEqual(['done', 'statusUpdate', 'vehicleIn']);
    expect((await sheet(second)).tasks[0]?.done.by).toBe('Robin Ellery');
  });
});
