/** A restored cloud gets back what a PC wrote whose disk is gone, from the PCs that had heard of it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Three PCs and three starts of a cloud on the disk, on a machine that others use too.
vi.setConfig({ testTimeout: 300_000 });

import { inShop } from '../../../src-cloud/db/tenant.ts';
import { deviceOfEdit, type WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { startTestCloud, type TestCloud } from '../../support/cloud.ts';
import { until } from '../../support/desktop.ts';
import { linesOf, sheetOf } from '../../support/desktop-estimate.ts';
import { type CloudState, readCloudState } from '../../trust/cloud-state.ts';
import { type FaultyShop, openFaultyShop, syncRound, type TrustPc } from '../../trust/faulty-shop.ts';
import { differences } from '../../trust/oracle.ts';
import { readReplica } from '../../trust/replica.ts';

const place = { folder: '' };
beforeEach(() => {
  place.folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-bring-back-'));
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const startOn = (name: string): Promise<TestCloud> =>
  startTestCloud({
    database: { place: { kind: 'folder', folder: path.join(place.folder, name) }, drop: async () => undefined },
  });

type Story = {
  readonly shop: FaultyShop;
  /** Its disk will be lost. */
  readonly gone: TrustPc;
  readonly others: readonly [TrustPc, TrustPc];
  readonly id: WorkfileId;
  /** Keeps a backup of the cloud as it is now. */
  backUp(): Promise<void>;
  /** Loses the first PC for good, and puts the cloud back to its backup. */
  loseBoth(): Promise<void>;
  cloud(): Promise<CloudState>;
  end(): Promise<void>;
};

/** A shop of three PCs that have one workfile of three lines. */
async function begin(): Promise<Story> {
  const shop = await openFaultyShop(await startOn('present'));
  const [gone, second, third] = [
    await shop.pc({ name: 'PC-1' }),
    await shop.pc({ name: 'PC-2' }),
    await shop.pc({ name: 'PC-3' }),
  ];
  const id = await gone.ask('workfile.create', {});
  const { estimate, insurance } = await sheetOf(gone, id);
  await gone.ask('insurance.change', { insuranceId: insurance.id, group: 'payer', value: { payer: 'Self Pay' } });
  const lines = ['one', 'two', 'three'].map((description) => ({ text: { description } }));
  await gone.ask('line.add', { estimateId: estimate.id, after: null, lines });
  for (const pc of [gone, second, third]) await syncRound(pc);
  const restart = async (name: string) => shop.moveTo(await startOn(name));
  return {
    shop,
    gone,
    others: [second, third],
    id,
    async backUp() {
      await shop.cloud.close();
      cpSync(path.join(place.folder, 'present'), path.join(place.folder, 'past'), { recursive: true });
      await restart('present');
    },
    async loseBoth() {
      await gone.stop();
      rmSync(gone.dataDir, { recursive: true, force: true });
      await shop.cloud.close();
      await restart('past');
      const text = 'update shop set epoch = gen_random_uuid()::text';
      await inShop(shop.cloud.database, shop.id, (sql) => sql.query(text));
    },
    cloud: () => readCloudState(shop.cloud.database, shop.id),
    async end() {
      const last = shop.cloud;
      await shop.close();
      await last.close();
    },
  };
}

const lineAt = async (pc: TrustPc, id: WorkfileId, description: string): Promise<Line> => {
  const line = (await linesOf(pc, id)).find(({ text }) => text.description === description);
  if (line === undefined) throw new Error(`no line ${description}`);
  return line;
};

async function setPrice(
  pc: TrustPc,
  id: WorkfileId,
  { words, cents }: { words: string; cents: number },
): Promise<void> {
  const line = await lineAt(pc, id, words);
  const value = { ...line.part, type: 'oem', priceCents: cents } as const;
  await pc.ask('line.change', { lineId: line.id, group: 'part', value });
}

const byText = (a: unknown, b: unknown): number => String(a).localeCompare(String(b), 'en');

/** Lets a PC send and hear until it and the cloud are equal. */
async function settle(pc: TrustPc, { cloud }: Story): Promise<void> {
  await until(`${pc.name} and the cloud are equal`, async () => {
    await syncRound(pc);
    const replicas = new Map([[pc.name, readReplica(pc.dataDir)]]);
    return differences({ cloud: await cloud(), replicas }).length === 0;
  });
}

const withoutConflicts = ({ groups }: CloudState) =>
  [...groups].filter(([at]) => !at.startsWith('conflict/')).sort(byText);

test('two PCs bring back what a third one wrote, edit by edit under its ids, once and without a conflict', async () => {
  const story = await begin();
  const { shop, gone, others, id, cloud } = story;
  await story.backUp();
  for (const cents of [1000, 2000, 3000]) {
    await setPrice(gone, id, { words: 'one', cents });
    await syncRound(gone);
  }
  await setPrice(others[0], id, { words: 'two', cents: 4000 });
  const { estimate } = await sheetOf(gone, id);
  await gone.ask('line.add', { estimateId: estimate.id, after: null, lines: [{ text: { description: 'four' } }] });
  await gone.ask('line.remove', { lineIds: [(await lineAt(gone, id, 'three')).id] });
  const other = await gone.ask('workfile.create', {});
  for (const pc of [gone, ...others, gone]) await syncRound(pc);
  const before = await cloud();
  await story.loseBoth();
  const lost = await cloud();
  expect(lost.log.length).toBeLessThan(before.log.length - 8);

  await Promise.all(others.map((pc) => syncRound(pc)));
  for (const pc of others) await settle(pc, story);
  const after = await cloud();
  expect(withoutConflicts(after)).toEqual(withoutConflicts(before));
  expect([after.conflicts, after.refusals]).toEqual([0, 0]);
  expect(after.log.map(({ edit }) => edit).toSorted(byText)).toEqual(
    before.log.map(({ edit }) => edit).toSorted(byText),
  );
  expect(after.log.map(({ base }) => base).toSorted(byText)).toEqual(
    before.log.map(({ base }) => base).toSorted(byText),
  );
  expect((await sheetOf(others[1], other)).workfile.id).toBe(other);

  // The log names who brought an edit back; the edit itself names the PC that wrote it.
  const rows = await inShop(shop.cloud.database, shop.id, (sql) =>
    sql.query<{ edit: string; device: string }>('select edit, device_id as device from log where seq > $1', [
      lost.log.length,
    ]),
  );
  const brought = rows.filter(({ edit, device }) => deviceOfEdit(edit as never) !== device);
  expect(brought.length).toBeGreaterThan(8);
  for (const pc of others) expect((await pc.ask('sync.state', {})).waiting).toBe(0);
  await story.end();
});

test('what was deleted or locked meanwhile stays so: what comes back is kept for a person', async () => {
  const story = await begin();
  const { gone, others, id, cloud } = story;
  const [heard, early] = others;
  await story.backUp();
  early.network.cut();
  await setPrice(gone, id, { words: 'one', cents: 1000 });
  await setPrice(gone, id, { words: 'two', cents: 2000 });
  for (const pc of [gone, heard]) await syncRound(pc);
  heard.network.cut();
  await story.loseBoth();

  early.network.restore();
  const one = await lineAt(early, id, 'one');
  await early.ask('line.remove', { lineIds: [one.id] });
  await syncRound(early);
  const { estimate } = await sheetOf(early, id);
  await early.ask('estimate.lock', { estimateId: estimate.id, estimator: 'Casey Moor' });
  await syncRound(early);
  heard.network.restore();
  await settle(heard, story);

  const lines = await linesOf(heard, id);
  expect(lines.map(({ text, part }) => [text.description, part.priceCents]).toSorted(byText)).toEqual([
    ['three', 0],
    ['two', 0],
  ]);
  expect((await sheetOf(heard, id)).estimate.lock.at).toBeGreaterThan(0);
  expect((await cloud()).deleted).toContain(`line/${one.id}`);
  const { decisions } = await heard.ask('decision.list', {});
  expect(decisions.map(({ reason }) => reason)).toEqual(['locked', 'locked']);
  // The author's own edit is not judged for good by somebody else's try.
  expect((await cloud()).refusals).toBe(0);
  await story.end();
});

test('a value that stood in a conflict comes back into the same conflict', async () => {
  const story = await begin();
  const { gone, others, id } = story;
  const [heard] = others;
  await story.backUp();
  gone.network.cut();
  await setPrice(heard, id, { words: 'one', cents: 1000 });
  await syncRound(heard);
  await setPrice(gone, id, { words: 'one', cents: 2000 });
  gone.network.restore();
  for (const pc of [gone, heard]) await syncRound(pc);
  const before = await heard.ask('decision.list', {});
  expect(before.decisions).toHaveLength(1);
  await story.loseBoth();
  await settle(heard, story);
  const { decisions } = await heard.ask('decision.list', {});
  expect(decisions.map((one) => one.id)).toEqual(before.decisions.map((one) => one.id));
  await story.end();
});
