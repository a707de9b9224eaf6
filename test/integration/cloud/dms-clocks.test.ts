/** Clocks of the cloud that jump while a payment is on its way: it is booked once, and Posted in the end. */
import { afterEach, expect, test } from 'vitest';
import { commandShopsOf } from '../../../src-cloud/db/command-store.ts';
import { createSeal } from '../../../src-cloud/db/seal.ts';
import { writeConnection } from '../../../src-cloud/services/dms/connection-desk.ts';
import type { DmsDeps } from '../../../src-cloud/services/dms/turn.ts';
import { createWatch } from '../../../src-cloud/services/dms/watch.ts';
import { attend } from '../../../src-cloud/services/dms/worker.ts';
import type { Outcome } from '../../../src-shared/domain/dms/export-job.ts';
import { capabilitiesOf, dmsSettings } from '../../../src-shared/domain/dms/settings/connection.ts';
import { startTestCloud } from '../../support/cloud.ts';
import { send } from '../../support/cloud-commands.ts';
import { openPc } from '../../support/cloud-pc.ts';
import { begin, paymentOf, take } from '../../support/dealer-shop.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const timing = { leaseMs: 4_000, timeoutMs: 2_000, slackMs: 100, lagMs: 300 };
const hourMs = 3_600_000;

/** A payment at a dealer who books nothing before he is let, and workers of one database, each with a stopwatch of its own. */
async function openSlowDealer() {
  const cloud = await startTestCloud();
  closing.push(cloud.close);
  const { id: shop, hire } = await cloud.openShop();
  const pc = await openPc(cloud.url, await hire('manager'));
  const time = { now: 1_000_000, jumpMs: 0 };
  const booked: string[] = [];
  const asked: string[] = [];
  const waiting = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const none = async () => ({ kind: 'none', reason: '' }) as const;
  const shops = commandShopsOf(cloud.database, async () => undefined);
  const worker = (): DmsDeps => ({
    commandShops: (of, work) =>
      shops(of, (store) => work({ ...store, dms: { ...store.dms, readNow: async () => time.now + time.jumpMs } })),
    ...{ live: { tell: () => undefined }, pause: async () => undefined, log: () => undefined, timing },
    ...{ stopwatch: () => time.now, watch: createWatch(() => time.now), seal: createSeal(new Uint8Array(32)) },
    partnerOf: (connection) => ({
      ...{ capabilities: capabilitiesOf(connection), findCustomers: none, findVehicles: none },
      async send(_key, { reference }): Promise<Outcome> {
        asked.push('send');
        arrived.resolve();
        await waiting.promise;
        booked.push(reference);
        return { kind: 'accepted', reference: `J-${booked.length}` };
      },
      async lookUp() {
        asked.push('look');
        return { kind: 'answer', value: booked.length === 0 ? null : 'J-1' };
      },
    }),
  });
  const setup = dmsSettings.parse({ partner: 'simulated', settings: { recall: 'reference' } });
  const author = { device: pc.identity.device, person: 'nobody' } as never;
  await writeConnection(worker(), { shop, author }, { on: true, setup });
  const workfile = await begin(pc, {});
  const receipt = await take(pc, workfile, {});
  expect(await send(pc, paymentOf(pc, receipt))).toMatchObject({ result: { state: 'queued' } });
  const key = { shop, kind: 'payment', subject: receipt } as const;
  return {
    ...{ time, booked, asked, worker, arrived: arrived.promise, book: () => waiting.resolve() },
    attend: (one: DmsDeps) => attend(one, key),
    state: async () => (await shops(shop, (store) => store.dms.holdExport(key)))?.job.state,
  };
}

test('a clock that jumps ahead ends no lease: whoever did not see it last that long lets the payment be', async () => {
  const dealer = await openSlowDealer();
  const first = dealer.attend(dealer.worker());
  await dealer.arrived;
  const [second, third] = [dealer.worker(), dealer.worker()];
  dealer.time.jumpMs = hourMs;
  await dealer.attend(second);
  dealer.time.now += timing.leaseMs;
  await dealer.attend(second);
  await dealer.attend(third);
  expect(dealer.asked).toEqual(['send']);
  dealer.book();
  await first;
  expect(await dealer.state()).toEqual({ kind: 'posted', reference: 'J-1' });
  expect(dealer.booked).toHaveLength(1);
});

test('what a dead worker left is taken up by one that saw it stand still, wherever its clock went', async () => {
  const dealer = await openSlowDealer();
  const first = dealer.attend(dealer.worker());
  await dealer.arrived;
  const second = dealer.worker();
  dealer.time.jumpMs = hourMs;
  await dealer.attend(second);
  dealer.book();
  dealer.time.now += timing.leaseMs + timing.slackMs + 1;
  await dealer.attend(second);
  await first;
  expect(dealer.booked).toHaveLength(1);
  expect(await dealer.state()).toEqual({ kind: 'posted', reference: 'J-1' });
});

test('a clock that is set back makes no lease longer: the request does not leave', async () => {
  const dealer = await openSlowDealer();
  const slow = dealer.worker();
  const { commandShops } = slow;
  let turns = 0;
  const held: DmsDeps = {
    ...slow,
    async commandShops(shop, work) {
      // The second turn is the one that asks whether it may be sent: it comes late, by a clock that was set back.
      turns += 1;
      if (turns === 2) Object.assign(dealer.time, { now: dealer.time.now + timing.leaseMs, jumpMs: -hourMs });
      return commandShops(shop, work);
    },
  };
  await dealer.attend(held);
  expect(turns).toBe(2);
  expect(dealer.asked).toEqual([]);
});
