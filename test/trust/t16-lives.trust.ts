/** T16: a PC's data is copied or put back, a cloud is put back; nothing of any life is lost, and nothing is used twice. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inShop } from '../../src-cloud/db/tenant.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { comeToRest, oneMoreRound } from './convergence.ts';
import { type FaultyShop, openFaultyShop, type PcOptions, syncRound, type TrustPc } from './faulty-shop.ts';
import { createHistory, type History } from './history.ts';
import { brokenPromises } from './oracle.ts';
import { readReplica } from './replica.ts';
import { seedsOf, suiteOf } from './trust-run.ts';
import { act, type Writer } from './writer.ts';

const suite = suiteOf('T16', { few: 1, byName: 6 });

/** What people do in a shop, by dice. */
type Story = {
  /** Whether a file outside each data folder tells of its past lives, or the cloud alone has to notice. */
  readonly isAnchored: boolean;
  readonly shop: FaultyShop;
  readonly chance: Chance;
  readonly history: History;
  /** Somebody works on a PC. */
  work(pc: TrustPc, deeds: number): Promise<void>;
};

function tell(shop: FaultyShop, seed: number, isAnchored: boolean): Story {
  const chance = chanceOf(seed);
  const history = createHistory();
  const workfiles: WorkfileId[] = [];
  const numbers = { last: 0 };
  const unique = () => {
    numbers.last += 1;
    return numbers.last;
  };
  return {
    isAnchored,
    shop,
    chance,
    history,
    async work(pc, deeds) {
      const writer: Writer = { pc, history, workfiles, unique, chance: chanceOf(chance.below(2 ** 30)) };
      for (let n = 0; n < deeds; n += 1) await act(writer);
    },
  };
}

const pcNamed = ({ shop, isAnchored }: Story, name: string): PcOptions => ({
  name,
  ...(isAnchored && { anchors: path.join(shop.folder, 'anchors') }),
});

/** Both have the same workfile with some lines, and hold numbers for repair orders. */
async function begin(story: Story): Promise<readonly [TrustPc, TrustPc]> {
  const { shop, work } = story;
  const first = await shop.pc(pcNamed(story, 'PC-1'));
  const second = await shop.pc(pcNamed(story, 'PC-2'));
  await work(first, 40);
  for (const pc of [first, second]) await syncRound(pc);
  return [first, second];
}

/** Everything that went wrong in a story, once all is quiet. */
async function outcome({ shop, history }: Story): Promise<readonly string[]> {
  const rest = await comeToRest(shop);
  const devices = [...rest.replicas.values()].map(({ device }) => device);
  suite.add('saves', history.deeds.filter(({ told }) => told === 'saved').length);
  suite.add('conflicts', rest.cloud.conflicts);
  return [
    ...rest.differences,
    ...brokenPromises({ ...rest, history }),
    ...(await oneMoreRound(shop)),
    ...(new Set(devices).size === devices.length ? [] : ['two PCs go by one name']),
  ].slice(0, 5);
}

/** The same data on two PCs; each goes its own way without a network. */
async function copied(story: Story, pc: TrustPc): Promise<void> {
  const { shop, chance, work } = story;
  const copy = await shop.copyOf(pc, pcNamed(story, `${pc.name} again`));
  const both = [pc, copy];
  for (const one of both) one.network.cut();
  // Who only reads is not noticed before the first edit: that is a test of its own.
  for (const one of both) await work(one, 12 + chance.below(15));
  for (const one of both) await convertNew(story, one);
  for (const one of chance.percent(50) ? both : both.toReversed()) {
    one.network.restore();
    // One session is not for two PCs: one of them is asked to sign in again.
    if (chance.percent(70)) await syncRound(one, shop);
  }
  suite.add('copies', 1);
}

/** Makes repair orders with the numbers that the PC holds. */
async function convertNew({ history }: Story, pc: TrustPc): Promise<void> {
  for (const _ of [1, 2, 3]) {
    const id = await pc.ask('workfile.create', {});
    history.note({ pc: pc.name, did: 'create', told: 'saved', kind: 'workfile', id, group: '', value: {} });
    const { number } = await pc.ask('workfile.convert', { workfileId: id });
    suite.add(number === null ? 'repair orders without a number' : 'numbers given offline', 1);
  }
}

const day = 86_400_000;
const ages = [1, 7, 30] as const;

/** The data of an earlier day comes back; what was made since had reached the cloud. */
async function putBack(story: Story, pc: TrustPc): Promise<void> {
  const { shop, chance, work } = story;
  const backup = mkdtempSync(path.join(shop.folder, 'backup-'));
  await pc.stop();
  cpSync(pc.dataDir, backup, { recursive: true });
  const age = chance.pick(ages);
  await pc.start({ clockSkewMs: age * day });
  await work(pc, 1 + chance.below(25));
  await convertNew(story, pc);
  await syncRound(pc, shop);
  await pc.stop();
  rmSync(pc.dataDir, { recursive: true, force: true });
  cpSync(backup, pc.dataDir, { recursive: true });
  await pc.start();
  pc.network.cut();
  await work(pc, chance.below(25));
  await convertNew(story, pc);
  pc.network.restore();
  suite.add(`put back after ${age} days`, 1);
}

describe.each([
  ['noticed by the cloud', false],
  ['noticed by themselves', true],
] as const)('PCs with more than one life, %s,', (_, isAnchored) => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.close());

  test.each(seedsOf(suite))('with seed %i neither life loses anything and no name or number is used twice', (seed) =>
    suite.seeded(seed, async () => {
      const shop = await openFaultyShop(cloud);
      const story = tell(shop, seed, isAnchored);
      try {
        const [first, second] = await begin(story);
        for (const live of story.chance.percent(50) ? [copied, putBack] : [putBack, copied]) {
          await story.work(second, 20);
          await live(story, first);
        }
        expect(await outcome(story)).toEqual([]);
      } finally {
        await shop.close();
      }
    }),
  );

  test('a copy that only read for a while becomes a PC of its own with its first edit', async () => {
    const shop = await openFaultyShop(cloud);
    const story = tell(shop, suite.seed, isAnchored);
    const [first] = await begin(story);
    const copy = await shop.copyOf(first, pcNamed(story, 'PC-1 again'));
    copy.network.cut();
    await story.work(first, 20);
    await syncRound(first);
    copy.network.restore();
    await syncRound(copy, shop);
    expect(readReplica(copy.dataDir).groups).toEqual(readReplica(first.dataDir).groups);
    await story.work(copy, 10);
    expect(await outcome(story)).toEqual([]);
    await shop.close();
  });
});

describe('a cloud with more than one life', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-lives-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const startOn = (name: string): Promise<TestCloud> =>
    startTestCloud({
      database: { place: { kind: 'folder', folder: path.join(folder, name) }, drop: async () => undefined },
    });

  test.each([
    ['lost its tail', false],
    ['was put back by its operator', true],
  ])('that %s gets everything back from its PCs', async (name, isNewEpoch) => {
    const present = `${name} present`;
    const shop = await openFaultyShop(await startOn(present));
    const story = tell(shop, suite.seed, isNewEpoch);
    const [first, second] = await begin(story);
    const restart = async (from: string) => {
      shop.moveTo(await startOn(from));
    };
    await shop.cloud.close();
    cpSync(path.join(folder, present), path.join(folder, `${name} past`), { recursive: true });
    await restart(present);
    for (const pc of [first, second, first]) {
      await story.work(pc, 25);
      await syncRound(pc);
    }
    const { cloud: before } = await comeToRest(shop);
    second.network.cut();
    await story.work(second, 10);
    await shop.cloud.close();

    await restart(`${name} past`);
    if (isNewEpoch) {
      await inShop(shop.cloud.database, shop.id, (sql) => sql.query('update shop set epoch = gen_random_uuid()::text'));
    }
    expect(await outcome(story)).toEqual([]);
    const { cloud: after } = await comeToRest(shop);
    const held = new Set([...after.log.map(({ edit }) => edit), ...after.aside]);
    const text = [...held].join(' ');
    expect(before.log.filter(({ kind, edit }) => kind !== 'conflict' && !text.includes(edit)).length).toBe(0);
    suite.add('clouds put back', 1);
    const last = shop.cloud;
    await shop.close();
    await last.close();
  });
});
