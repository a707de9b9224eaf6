/** T08: PCs write by dice over networks that misbehave by dice, are offline for a while and are killed; nothing is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import { type Logged, startTestCloud, type TestCloud } from '../support/cloud.ts';
import { syncStates } from '../support/desktop.ts';
import { drawnKinds, faultScript } from '../support/fault-proxy/fault.ts';
import { canonical } from './canonical.ts';
import { comeToRest, oneMoreRound } from './convergence.ts';
import { type FaultyShop, openFaultyShop, syncRound, type TrustPc } from './faulty-shop.ts';
import { createHistory } from './history.ts';
import { brokenPromises } from './oracle.ts';
import { readReplica } from './replica.ts';
import { seedsOf, suiteOf } from './trust-run.ts';
import { act, type Writer } from './writer.ts';

const suite = suiteOf('T08', { few: 4, byName: 100 });
const operations = 200;
const killEvery = 3;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

test.each(seedsOf(suite))('with seed %i everything saved is there, once, on every PC and in the cloud', (seed) =>
  suite.seeded(seed, async () => {
    const shop = await openFaultyShop(cloud);
    try {
      expect((await trouble(shop, seed)).slice(0, 5)).toEqual([]);
    } finally {
      await shop.close();
    }
  }),
);

const hour = 3_600_000;
const skews = [0, hour, -hour, 87_600 * hour, -87_600 * hour] as const;

/** Lets a shop suffer by one seed; answers every promise that it broke. */
async function trouble(shop: FaultyShop, seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const logged = shop.cloud.logged.length;
  const numbers = { last: 0 };
  const shared = {
    history: createHistory(),
    workfiles: [] as WorkfileId[],
    unique: () => {
      numbers.last += 1;
      return numbers.last;
    },
  };
  const count = 2 + chance.below(4);
  for (let n = 1; n <= count; n += 1) {
    const killable = n === 1 && seed % killEvery === 0;
    await shop.pc({ name: `PC-${n}`, clockSkewMs: chance.pick(skews), killable });
  }
  const writers = shop.pcs.map((pc): Writer => ({ ...shared, pc, chance: chanceOf(chance.below(2 ** 30)) }));
  await beginTogether(shop, writers);
  const devices = devicesOf(shop);
  const percent = chance.pick([20, 35, 60]);
  for (const { network } of shop.pcs) network.play(faultScript(chanceOf(chance.below(2 ** 30)), percent));
  const each = Math.ceil(operations / count);
  await Promise.all(writers.map((writer, i) => work(writer, { pc: shop.pcs[i] as TrustPc, operations: each })));

  const rest = await comeToRest(shop).catch((error: Error) => {
    const broken = shop.cloud.logged.slice(logged).flatMap(breakdownOf);
    throw new Error([error.message, ...broken].join('\n'), { cause: error });
  });
  report(shop, shared.history.deeds.filter(({ told }) => told === 'saved').length, rest);
  return [
    ...rest.differences,
    ...brokenPromises({ ...rest, history: shared.history }),
    ...(await oneMoreRound(shop)),
    ...shop.pcs.flatMap(liesOf),
    ...shop.cloud.logged.slice(logged).flatMap(breakdownOf),
    ...(canonical(devices) === canonical(devicesOf(shop)) ? [] : ['a PC took a new name for no reason']),
  ];
}

/** No network makes the cloud itself break. */
const breakdownOf = ({ event, fields }: Logged): readonly string[] =>
  event === 'failed' ? [`the cloud broke: ${JSON.stringify(fields)}`] : [];

const devicesOf = ({ pcs }: FaultyShop) => pcs.map(({ dataDir }) => readReplica(dataDir).device);

/** The first workfile with some lines is on every PC before the trouble begins. */
async function beginTogether({ pcs }: FaultyShop, [first]: readonly Writer[]): Promise<void> {
  if (first === undefined) throw new Error('nobody writes');
  await act(first);
  for (let n = 0; n < 30; n += 1) await act(first);
  for (const pc of pcs) await syncRound(pc);
}

type Work = { readonly pc: TrustPc; readonly operations: number };

async function work(writer: Writer, { pc, operations: left }: Work): Promise<void> {
  for (let n = 0; n < left; n += 1) {
    await act(writer);
    await suffer(pc, writer.chance);
  }
}

/** What happens to a PC between two deeds of its person. */
async function suffer(pc: TrustPc, chance: Chance): Promise<void> {
  const dice = chance.below(100);
  if (dice < 3) return spell(pc, 20 + chance.below(150));
  if (dice < 5) return void (await pc.reply('sync.set-offline', { offline: chance.percent(50) }));
  if (dice < 45) {
    await pc.reply('sync.now', {});
    await pause(chance.below(20));
    return;
  }
  if (dice < 47 && pc.isKillable) {
    suite.add('kills', 1);
    return pc.restart();
  }
}

/** The network is gone for a while; the person works on. */
function spell({ network }: TrustPc, ms: number): void {
  network.cut();
  setTimeout(() => network.restore(), ms);
}

/** A PC never says that it is equal with the cloud while edits wait. */
const liesOf = (pc: TrustPc): readonly string[] =>
  syncStates(pc)
    .filter(({ phase, waiting }) => phase === 'synced' && waiting > 0)
    .map(({ waiting }) => `${pc.name} said synced while ${waiting} waited`);

function report(shop: FaultyShop, saves: number, rest: Awaited<ReturnType<typeof comeToRest>>): void {
  suite.add('saves', saves);
  suite.add('edits in the order', rest.cloud.log.length);
  suite.add('conflicts', rest.cloud.conflicts);
  suite.add('refusals', rest.cloud.refusals);
  suite.add('rounds', rest.rounds);
  for (const { network } of shop.pcs) {
    suite.add('requests', network.count('POST /sync/push') + network.count('POST /sync/pull'));
    for (const [kind, times] of network.tally) {
      suite.add('faults', times);
      suite.add(kind, times);
    }
  }
}

test('the runs were worth it: faults of many kinds happened, of every kind where there were many, and people met', () => {
  const played = drawnKinds.filter((kind) => suite.figure(kind) > 0);
  // So many draws miss a kind once in ten thousand times.
  const isMuch = suite.figure('faults') > 170;
  if (isMuch) expect(played).toEqual(drawnKinds);
  expect(played.length).toBeGreaterThan(suite.count > 2 ? drawnKinds.length / 2 : 0);
  expect(suite.figure('conflicts')).toBeGreaterThan(0);
});
