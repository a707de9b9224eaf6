/** T10: the clocks of the PCs jump and their zones change while they sync: no date moves, and nobody has to choose anything. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CivilDate } from '../../src-shared/base/dates.ts';
import { type ReceiptId, uuidV7, type WorkfileId } from '../../src-shared/base/ids.ts';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import { noMilestone } from '../../src-shared/domain/plan/milestone.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { sheetOf } from '../support/desktop-estimate.ts';
import { seededRandom } from '../support/store.ts';
import { comeToRest, oneMoreRound } from './convergence.ts';
import { type FaultyShop, openFaultyShop, syncRound, type TrustPc } from './faulty-shop.ts';
import { seedsOf, suiteOf } from './trust-run.ts';
import { standingIn, zones } from './zones.ts';

const suite = suiteOf('T10', { few: 200, byName: 3_000 });
/** A shop for so many of the moments that are looked at beside it. */
const momentsOfShop = 400;
const rounds = 50;
const hour = 3_600_000;
const year = 365 * 24 * hour;
const jumps = [0, 1_000, -1_000, hour, -hour, 24 * hour, -24 * hour, year, -10 * year, 50 * year] as const;
const dates = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-03-08', '2026-11-01', '2027-10-31'] as const;
const dateOf = (chance: Chance): CivilDate => chance.pick(dates) as string as CivilDate;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

type Clock = { skew: number };

/** Every date of a workfile, by its place. */
const datesOf = ({ workfile, insurance, receipts, tasks, appointments }: WorkfileSheet) => ({
  loss: insurance.claim.lossDate,
  in: [workfile.vehicleIn?.actualDate, workfile.vehicleIn?.actualTime],
  out: [workfile.vehicleOut?.plannedDate, workfile.vehicleOut?.plannedTime],
  receipts: receipts.map(({ money }) => [money.date, money.amountCents]),
  tasks,
  appointments,
});

async function writeDates(pc: TrustPc, chance: Chance): Promise<WorkfileId> {
  const workfileId = await pc.ask('workfile.create', {});
  const { insurance } = await sheetOf(pc, workfileId);
  const claim = { number: 'C-1', policy: '', lossDate: dateOf(chance) };
  await pc.ask('insurance.change', { insuranceId: insurance.id, group: 'claim', value: claim });
  const vehicleIn = { ...noMilestone, actualDate: '2024-02-29', actualTime: '23:59' };
  await pc.ask('workfile.change', { workfileId, group: 'vehicleIn', value: vehicleIn });
  const vehicleOut = { ...noMilestone, plannedDate: dateOf(chance), plannedTime: '02:30' };
  await pc.ask('workfile.change', { workfileId, group: 'vehicleOut', value: vehicleOut });
  const random = seededRandom(chance.below(2 ** 30));
  for (const date of dates) {
    const receiptId = uuidV7(Date.UTC(2026, 10, 21), random(16)) as ReceiptId;
    const what = { from: 'customer', insurer: '', type: 'cash', typeName: '', reference: '', memo: '' } as const;
    const money = { ...what, amountCents: 1 + chance.below(100_000), date: date as string as CivilDate };
    await pc.ask('receipt.take', { workfileId, receiptId, money, reason: '', despite: true });
  }
  await pc.ask('task.add', { workfileId });
  await pc.ask('appointment.add', { workfileId });
  await pc.ask('workfile.save', { workfileId });
  return workfileId;
}

async function workThrough(shop: FaultyShop, chance: Chance): Promise<void> {
  const clocks: readonly [Clock, Clock] = [{ skew: 0 }, { skew: 0 }];
  const [first, second] = [
    await shop.pc({ name: 'PC-1', clockSkewMs: () => clocks[0].skew }),
    await shop.pc({ name: 'PC-2', clockSkewMs: () => clocks[1].skew }),
  ];
  const workfileId = await writeDates(first, chance);
  const written = datesOf(await sheetOf(first, workfileId));
  const received = written.receipts.reduce((sum, [, cents]) => sum + Number(cents), 0);
  await syncRound(first);
  await syncRound(second);
  for (let round = 0; round < rounds; round += 1) {
    const [pc, clock] = round % 2 === 0 ? [first, clocks[0]] : [second, clocks[1]];
    process.env.TZ = chance.pick(zones);
    clock.skew = chance.pick(jumps);
    const { vehicle } = await sheetOf(pc, workfileId);
    const plate = { number: `T10-${round}`, state: 'MI' };
    await pc.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: plate });
    await pc.ask('workfile.save', { workfileId });
    // The clock may go back in the middle of it.
    const syncing = syncRound(pc);
    clock.skew = chance.pick(jumps);
    await syncing;
    await syncRound(pc === first ? second : first);
    suite.add('open-save-sync rounds', 1);
  }
  for (const zone of zones) {
    for (const pc of [first, second]) {
      process.env.TZ = zone;
      const sheet = await sheetOf(pc, workfileId);
      expect(datesOf(sheet), `${pc.name} in ${zone}`).toEqual(written);
      expect(sheet.vehicle.plate.number).toBe(`T10-${rounds - 1}`);
      expect([sheet.conflicts, (await pc.ask('decision.list', {})).decisions]).toEqual([[], []]);
      expect(await pc.ask('receipt.check', { workfileId })).toEqual([]);
      const list = { text: '', offset: 0, limit: 9, sort: 'changed', descending: true } as const;
      const head = (await pc.ask('workfile.list', list)).rows.find(({ id }) => id === workfileId);
      expect([head?.receivedCents, head?.vehicleIn, head?.vehicleOut]).toEqual([
        received,
        written.in[0],
        written.out[0],
      ]);
    }
  }
  const rest = await comeToRest(shop);
  expect([rest.differences, rest.cloud.conflicts, rest.cloud.refusals]).toEqual([[], 0, 0]);
  expect(await oneMoreRound(shop)).toEqual([]);
}

test('dates stay as they are while clocks jump by hours and by decades, and nobody has to choose', async () => {
  const before = process.env.TZ;
  for (const seed of seedsOf(suite).slice(0, Math.ceil(suite.count / momentsOfShop))) {
    const shop = await openFaultyShop(cloud);
    try {
      await suite.seeded(seed, () => workThrough(shop, chanceOf(seed)));
    } finally {
      await shop.close();
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  }
  expect(suite.figure('open-save-sync rounds')).toBeGreaterThanOrEqual(rounds);
});

test('a zone is left as it was found', () => {
  const before = new Date(0).getTimezoneOffset();
  expect(standingIn('Asia/Kathmandu', () => new Date(0).getTimezoneOffset())).toBe(-330);
  expect(new Date(0).getTimezoneOffset()).toBe(before);
});
