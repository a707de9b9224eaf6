/** A data folder that was put back or copied is another PC before it sends anything; neither life loses an edit. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { demoEstimator, startTestCloud, type TestCloud } from '../../support/cloud.ts';
import { type CutProxy, openCutProxy } from '../../support/cut-proxy.ts';
import { type Desktop, until, untilPhase, untilSettled, untilSynced } from '../../support/desktop.ts';
import { openAnchoredDesktop } from '../../support/desktop-anchored.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { linesOf, sheetOf } from '../../support/desktop-estimate.ts';

let cloud: TestCloud;
let network: CutProxy;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-other-life-'));
  cloud = await startTestCloud({ demoWorkfiles: 1 });
  network = await openCutProxy(cloud.url);
});
afterAll(async () => {
  await network.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = (name: string): string => path.join(folder, name);
const start = (name: string) =>
  openAnchoredDesktop({ dataDir: inFolder(name), cloudUrl: network.url, name, anchors: inFolder('anchors') });
const copy = (from: string, to: string): void => {
  rmSync(inFolder(to), { recursive: true, force: true });
  cpSync(inFolder(from), inFolder(to), { recursive: true });
};

function deviceOf({ dataDir }: Desktop): string {
  const look = peekInto(dataDir);
  const device = String(look.value(`select value from meta where name = 'device'`));
  look.close();
  return device;
}

async function addLine(pc: Desktop, id: WorkfileId, description: string): Promise<void> {
  const { estimate } = await sheetOf(pc, id);
  await pc.ask('line.add', { estimateId: estimate.id, after: null, lines: [{ text: { description } }] });
}
const wordsOf = async (pc: Desktop, id: WorkfileId): Promise<readonly string[]> =>
  (await linesOf(pc, id)).map(({ text }) => text.description).toSorted();
const has = (pc: Desktop, id: WorkfileId, words: readonly string[]) =>
  until(`${pc.name} has ${words.length} lines`, async () => {
    const { phase } = await pc.ask('sync.state', {});
    // One session is not for two PCs: one of them is asked to sign in again.
    if (phase === 'signed-out') await pc.ask('session.sign-in', demoEstimator);
    await pc.ask('sync.now', {});
    return JSON.stringify(await wordsOf(pc, id)) === JSON.stringify(words);
  });

/** A PC with a workfile that the cloud has. */
async function begin(name: string) {
  const pc = await start(name);
  await pc.ask('session.sign-in', demoEstimator);
  const id = await pc.ask('workfile.create', {});
  await addLine(pc, id, 'before');
  await untilSynced(pc);
  await pc.close();
  return id;
}

test('a PC that is put back gets what it sent since, keeps what waited, and the cloud never has to notice', async () => {
  const id = await begin('put-back');
  const offline = await start('put-back');
  network.cut();
  await untilPhase(offline, 'offline');
  await addLine(offline, id, 'waited in the backup');
  await offline.close();
  copy('put-back', 'backup');
  network.restore();
  const later = await start('put-back');
  await addLine(later, id, 'sent after the backup');
  await untilSynced(later);
  const first = deviceOf(later);
  await later.close();
  copy('backup', 'put-back');

  const restored = await start('put-back');
  expect(restored.logged).toContain('identity.renewed');
  expect(deviceOf(restored)).not.toBe(first);
  await addLine(restored, id, 'written at once');
  await untilSettled(restored);
  await has(restored, id, ['before', 'sent after the backup', 'waited in the backup', 'written at once']);
  await untilSynced(restored);
  expect(restored.logged).not.toContain('sync.estranged');
  await restored.close();
});

test('a folder that is copied while nobody works is two PCs, and both go on without a network between them', async () => {
  const id = await begin('one');
  copy('one', 'two');
  const [one, two] = [await start('one'), await start('two')];
  expect(one.logged).not.toContain('identity.renewed');
  expect(two.logged).toContain('identity.renewed');
  await Promise.all([addLine(one, id, 'on the first'), addLine(two, id, 'on the second')]);
  const all = ['before', 'on the first', 'on the second'];
  for (const pc of [one, two]) await has(pc, id, all);
  for (const pc of [one, two]) await untilSynced(pc);
  expect(deviceOf(one)).not.toBe(deviceOf(two));
  expect([...one.logged, ...two.logged]).not.toContain('sync.estranged');
  for (const pc of [one, two]) await pc.close();
});
