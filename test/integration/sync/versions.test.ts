/** Two versions at once: a cloud that knows more, a PC of the version before, and one of the version after. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wordSync } from '../../../src-renderer/words/sync-words.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { type CloudProcess, cloudFolder, demoEstimator, freshId, spawnTestCloud } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { type CutProxy, openCutProxy } from '../../support/cut-proxy.ts';
import { type Desktop, openDesktop, until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { linesOf } from '../../support/desktop-estimate.ts';
import { freshFolder } from '../../support/store.ts';

// Each test may start a cloud of its own, as a process on the disk.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const newer = path.resolve(import.meta.dirname, '../../support/newer-version.ts');
const place = { cloud: '', pcs: freshFolder('versions'), remove: async () => {} };
const running: { cloud?: CloudProcess } = {};
const port = { at: 0 };

/** Starts the cloud on the same folder and port: of the next version, which takes edits of this one or not. */
async function startCloud(oldest: number): Promise<CloudProcess> {
  await running.cloud?.stop();
  const environment = { NODE_OPTIONS: `--import=${newer}`, NEWER_OLDEST: String(oldest) };
  const cloud = await spawnTestCloud({ folder: place.cloud, demo: true, port: port.at, environment });
  port.at = Number(new URL(cloud.url).port);
  running.cloud = cloud;
  return cloud;
}

let network: CutProxy;
beforeAll(async () => {
  const { folder, remove } = await cloudFolder();
  Object.assign(place, { cloud: folder, remove });
  network = await openCutProxy((await startCloud(1)).url);
});
afterAll(async () => {
  await network.close();
  await running.cloud?.stop();
  await place.remove();
  place.pcs.remove();
});

async function olderPc(name: string): Promise<Desktop> {
  const pc = await openDesktop({ dataDir: path.join(place.pcs.folder, name), cloudUrl: network.url, name });
  await pc.ask('session.sign-in', demoEstimator);
  await untilSynced(pc);
  return pc;
}

const newerPc = async (): Promise<Pc> => openPc(running.cloud?.url ?? '', demoEstimator);
const sent = async (pc: Pc, ...edits: readonly unknown[]) => (await pc.pushBody(pc.seal(edits, 2))).verdicts;
const applied = expect.objectContaining({ verdict: 'applied' });

/** The newest value of a group in the log, as the PC of the newer version hears it. */
async function latest(pc: Pc, id: string, group: string): Promise<JsonObject | undefined> {
  const { changes } = await pc.pull({ schema: 2 });
  return changes.findLast((change) => change[4] === id && change[5] === group)?.[6];
}

type Sheet = { readonly workfileId: WorkfileId; readonly estimateId: string };

async function newSheet(pc: Desktop): Promise<Sheet> {
  const workfileId = await pc.ask('workfile.create', {});
  const { estimate } = await pc.ask('workfile.open', { workfileId });
  await untilSynced(pc);
  return { workfileId, estimateId: estimate.id };
}

/** What the newer version adds to a workfile: a field, a group and a kind of record that this version does not know. */
async function addNews(pc: Pc, { workfileId, estimateId }: Sheet) {
  const parent = { workfileId, estimateId };
  const line = pc.create('line', freshId(), {
    parent,
    labor: { type: 'body', tenths: 12, included: false, shift: 'night' },
    sublet: { vendor: 'Meadow Glass' },
  });
  const made = pc.create('assignment' as never, freshId(), { parent, text: { description: 'to the paint booth' } });
  expect(await sent(pc, line, made)).toEqual([applied, applied]);
  return { line: line[2], lineEdit: line[0], assignment: made[2], assignmentEdit: made[0] };
}

const lineOn = async (pc: Desktop, { workfileId }: Sheet, id: string): Promise<Line> =>
  until('the line came', async () => {
    await pc.ask('sync.now', {});
    const reply = await pc.reply('workfile.open', { workfileId });
    return reply.ok && (await linesOf(pc, workfileId)).find((line) => line.id === id);
  });

test('a PC that knows less carries unknown fields, groups and kinds along, and gives them back unharmed', async () => {
  const after = await newerPc();
  const before = await olderPc('before');
  const sheet = await newSheet(before);
  const news = await addNews(after, sheet);
  const line = await lineOn(before, sheet, news.line);
  expect(line.labor).toEqual({ type: 'body', tenths: 12, included: false });

  const labor = { ...line.labor, tenths: 25 };
  await before.ask('line.change', { lineId: line.id, group: 'labor', value: labor });
  await untilSynced(before);
  expect(await latest(after, news.line, 'labor')).toEqual({ ...labor, shift: 'night' });

  // What the newer one changes of what this one does not know arrives and stays.
  const vendor = { vendor: 'Harbor Glass' };
  expect(await sent(after, after.edit('line', news.line, 'sublet', vendor, news.lineEdit))).toEqual([applied]);
  const moved = { description: 'to the frame bench' };
  expect(
    await sent(after, after.edit('assignment' as never, news.assignment, 'text', moved, news.assignmentEdit)),
  ).toEqual([applied]);
  await before.ask('sync.now', {});
  const look = peekInto(before.dataDir);
  const extra = () => String(look.value(`select extra from line where id = '${line.id}'`));
  await until('the newer group came', () => extra().includes('Harbor'));
  const kept = () => look.value(`select count(*) from unknown_record where id = '${news.assignment}'`) === 2;
  await until('the newer kind came, group by group', kept);
  look.close();
  await before.ask('line.change', { lineId: line.id, group: 'text', value: { description: 'Fender' } });
  const { phase, quarantined } = await untilSynced(before);
  expect({ phase, quarantined }).toEqual({ phase: 'synced', quarantined: 0 });

  // A second PC of this version starts from bundles, and is equal too.
  const another = await olderPc('another');
  expect((await lineOn(another, sheet, news.line)).text.description).toBe('Fender');
  await another.ask('line.change', { lineId: line.id, group: 'labor', value: { ...labor, tenths: 30 } });
  await untilSynced(another);
  expect(await latest(after, news.line, 'labor')).toEqual({ ...labor, tenths: 30, shift: 'night' });
  for (const pc of [before, another]) await pc.close();
});

test('what this version writes is brought up to the newer one, and nothing differs for that', async () => {
  const before = await olderPc('upward');
  const workfileId = await before.ask('workfile.create', {});
  const { estimate } = await before.ask('workfile.open', { workfileId });
  const [lineId] = await before.ask('line.add', { estimateId: estimate.id, after: null, lines: [{}] });
  await untilSynced(before);
  const labor = { type: 'body', tenths: 7, included: false } as const;
  await before.ask('line.change', { lineId: lineId as Line['id'], group: 'labor', value: labor });
  await untilSynced(before);
  const after = await newerPc();
  const { changes } = await after.pull({ schema: 2 });
  const values = changes.filter((change) => change[4] === lineId).map((change) => change[6]);
  expect(values.map((value) => (value.labor as JsonObject | undefined) ?? value)).toEqual([
    expect.objectContaining({ shift: 'day' }),
    { ...labor, shift: 'day' },
  ]);
  expect((await untilSynced(before)).quarantined).toBe(0);
  await before.close();
});

test('a PC below the oldest version works on by itself, says why it does not sync, and sends it all later', async () => {
  const pc = await olderPc('below');
  await startCloud(2);
  await pc.ask('sync.now', {});
  const stopped = await untilPhase(pc, 'stopped');
  expect(stopped.reason).toEqual({ kind: 'outdated', need: 'newer version' });
  expect(wordSync(stopped, '').text).toContain('This version of Shopfile is too old');

  const workfileId = await pc.ask('workfile.create', {});
  const { estimate, contacts } = await pc.ask('workfile.open', { workfileId });
  const [lineId] = await pc.ask('line.add', { estimateId: estimate.id, after: null, lines: [{}] });
  const text = { description: 'Written while too old' };
  await pc.ask('line.change', { lineId: lineId as Line['id'], group: 'text', value: text });
  await pc.ask('workfile.save', { workfileId });
  expect(contacts).toHaveLength(1);
  await pc.ask('sync.now', {});
  const { waiting } = await untilPhase(pc, 'stopped');
  expect(waiting).toBeGreaterThan(5);
  await pc.close();

  const again = await openDesktop({ dataDir: pc.dataDir, cloudUrl: network.url, name: 'below' });
  expect((await untilPhase(again, 'stopped')).waiting).toBe(waiting);
  await startCloud(1);
  await again.ask('sync.now', {});
  await untilSynced(again);
  expect((await linesOf(again, workfileId))[0]?.text).toEqual(text);
  expect(await latest(await newerPc(), lineId ?? '', '*')).toMatchObject({ text });
  await again.close();
});
