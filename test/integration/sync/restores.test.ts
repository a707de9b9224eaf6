/** A backup put back from inside the program: nobody's edits are lost, whatever the cloud had of them, and whenever the power went. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { demoEstimator, startTestCloud, type TestCloud } from '../../support/cloud.ts';
import { type CutProxy, openCutProxy } from '../../support/cut-proxy.ts';
import { type Desktop, until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openAnchoredDesktop } from '../../support/desktop-anchored.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { linesOf, sheetOf } from '../../support/desktop-estimate.ts';
import { addDocument, pdfOf } from '../../support/documents.ts';

let cloud: TestCloud;
let network: CutProxy;
let folder: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-restores-'));
  cloud = await startTestCloud({ demoWorkfiles: 1 });
  network = await openCutProxy(cloud.url);
});
afterAll(async () => {
  await network.close();
  await cloud.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const inFolder = (...names: string[]): string => path.join(folder, ...names);
const start = (name: string, cloudUrl = network.url) =>
  openAnchoredDesktop({ dataDir: inFolder(name), cloudUrl, name, anchors: inFolder('anchors') });

async function addLine(pc: Desktop, id: WorkfileId, description: string): Promise<void> {
  const { estimate } = await sheetOf(pc, id);
  await pc.ask('line.add', { estimateId: estimate.id, after: null, lines: [{ text: { description } }] });
}
const wordsOf = async (pc: Desktop, id: WorkfileId): Promise<readonly string[]> =>
  (await linesOf(pc, id)).map(({ text }) => text.description).toSorted();
const has = (pc: Desktop, id: WorkfileId, words: readonly string[]) =>
  until(`${pc.name} has ${words.join(', ')}`, async () => {
    const { phase } = await pc.ask('sync.state', {});
    if (phase === 'signed-out') await pc.ask('session.sign-in', demoEstimator);
    await pc.ask('sync.now', {});
    return JSON.stringify(await wordsOf(pc, id)) === JSON.stringify(words);
  });

function deviceOf({ dataDir }: Desktop): string {
  const look = peekInto(dataDir);
  const device = String(look.value(`select value from meta where name = 'device'`));
  look.close();
  return device;
}

/** A PC with a backup, an edit that was sent after it, and one that was not. */
async function begin(name: string) {
  network.restore();
  const pc = await start(name);
  await pc.ask('session.sign-in', demoEstimator);
  const id = await pc.ask('workfile.create', {});
  await addLine(pc, id, 'before');
  await untilSynced(pc);
  await pc.ask('backup.make', {});
  const [backup] = (await pc.ask('pc.read', {})).backups;
  if (backup === undefined) throw new Error('no backup');
  await addLine(pc, id, 'sent since');
  await untilSynced(pc);
  network.cut();
  await untilPhase(pc, 'offline');
  await addLine(pc, id, 'unsent');
  await addDocument(pc, id, pdfOf(2));
  await pc.ask('draft.keep', { workfileId: id, place: 'contact/owner/name', text: 'Tur' });
  return { pc, id, backup };
}

test('before anything is done it is said what is newer here and what waits', async () => {
  const { pc, id, backup } = await begin('preview');
  const other = await pc.ask('workfile.create', {});
  await pc.ask('workfile.move', { workfileId: other, move: 'cancel', reason: 'made twice' });
  const preview = await pc.ask('backup.preview', { id: backup.id });
  expect(preview).toMatchObject({ missing: 1, older: 1 });
  expect(preview.unsent).toMatchObject({ commands: 1, kept: 0, drafts: 1, photos: 0, documents: 1 });
  expect(preview.unsent.edits).toBeGreaterThan(1);
  expect(preview.named.map(({ isMissing }) => isMissing)).toEqual([true, false]);
  expect([id, other].every(Boolean)).toBe(true);
  expect(await wordsOf(pc, id)).toEqual(['before', 'sent since', 'unsent']);
  await pc.close();
});

test('a restored PC is another device, takes along what waited, and gets what was sent from the cloud', async () => {
  const { pc, id, backup } = await begin('carried');
  const before = deviceOf(pc);
  expect(await pc.ask('backup.restore', { id: backup.id, carry: true })).toBeNull();
  await pc.close();
  const again = await start('carried');
  expect(deviceOf(again)).not.toBe(before);
  expect(await wordsOf(again, id)).toEqual(['before', 'unsent']);
  expect((await sheetOf(again, id)).drafts).toMatchObject([{ text: 'Tur' }]);
  const { restored } = await again.ask('pc.read', {});
  expect(restored).toMatchObject({
    madeAt: backup.note?.madeAt,
    carried: { edits: 2, drafts: 1, photos: 0, documents: 1 },
  });
  expect(fs.existsSync(inFolder('carried', 'aside', restored?.aside ?? '', 'shopfile.db'))).toBe(true);
  network.restore();
  const all = ['before', 'sent since', 'unsent'];
  await has(again, id, all);
  const other = await start('carried-other', cloud.url);
  await other.ask('session.sign-in', demoEstimator);
  await untilSynced(other);
  expect(await wordsOf(other, id)).toEqual(all);
  expect((await other.ask('decision.list', {})).total).toBe(0);
  await other.close();
  await again.close();
});

test('what was typed anew since the backup, and never sent, is one value and no conflict', async () => {
  network.cut();
  const pc = await start('reworded', cloud.url);
  await pc.ask('session.sign-in', demoEstimator);
  await untilSynced(pc);
  await pc.close();
  const away = await start('reworded');
  const id = await away.ask('workfile.create', {});
  await addLine(away, id, 'first words');
  await away.ask('backup.make', {});
  const [backup] = (await away.ask('pc.read', {})).backups;
  const [line] = await linesOf(away, id);
  if (backup === undefined || line === undefined) throw new Error('nothing to restore');
  await away.ask('line.change', { lineId: line.id, group: 'text', value: { description: 'second words' } });
  await away.ask('backup.restore', { id: backup.id, carry: true });
  await away.close();
  const again = await start('reworded', cloud.url);
  expect(await wordsOf(again, id)).toEqual(['second words']);
  await has(again, id, ['second words']);
  await untilSynced(again);
  const other = await start('reworded-other', cloud.url);
  await other.ask('session.sign-in', demoEstimator);
  await untilSynced(other);
  expect(await wordsOf(other, id)).toEqual(['second words']);
  expect((await again.ask('decision.list', {})).total).toBe(0);
  await other.close();
  await again.close();
});

test('what is not taken along stays in the data that were put aside', async () => {
  const { pc, id, backup } = await begin('left');
  await pc.ask('backup.restore', { id: backup.id, carry: false });
  await pc.close();
  const again = await start('left');
  const { restored } = await again.ask('pc.read', {});
  expect(restored?.carried).toBeNull();
  const aside = peekInto(inFolder('left', 'aside', restored?.aside ?? ''));
  expect(aside.value(`select count(*) from outbox where value like '%unsent%'`)).toBe(1);
  aside.close();
  network.restore();
  await has(again, id, ['before', 'sent since']);
  await again.close();
});

/** What a power cut leaves between the steps of a restore. */
const cuts: readonly (readonly [string, (dataDir: string, backup: string, aside: string) => void])[] = [
  ['before anything was done', () => undefined],
  [
    'with half a copy',
    (dataDir) => fs.writeFileSync(path.join(dataDir, 'shopfile.db.restored.new'), 'half of a database'),
  ],
  ['with the copy ready', (dataDir, backup) => fs.copyFileSync(backup, path.join(dataDir, 'shopfile.db.restored'))],
  [
    'with nothing in the place of the data',
    (dataDir, backup, aside) => {
      fs.copyFileSync(backup, path.join(dataDir, 'shopfile.db.restored'));
      fs.mkdirSync(aside, { recursive: true });
      fs.renameSync(path.join(dataDir, 'shopfile.db'), path.join(aside, 'shopfile.db'));
    },
  ],
  [
    'with the backup in its place and nothing taken along',
    (dataDir, backup, aside) => {
      fs.mkdirSync(aside, { recursive: true });
      fs.renameSync(path.join(dataDir, 'shopfile.db'), path.join(aside, 'shopfile.db'));
      fs.copyFileSync(backup, path.join(dataDir, 'shopfile.db'));
    },
  ],
];

test.each(cuts)('a power cut %s changes nothing about what comes of it', async (name, cut) => {
  const { pc, id, backup } = await begin(`cut ${name}`);
  await pc.ask('backup.restore', { id: backup.id, carry: true });
  await pc.close();
  const { dataDir } = pc;
  const { aside } = JSON.parse(fs.readFileSync(path.join(dataDir, 'restore.json'), 'utf8')) as { aside: string };
  cut(dataDir, path.join(dataDir, 'backups', backup.id), path.join(dataDir, 'aside', aside));
  const again = await start(`cut ${name}`);
  expect(await wordsOf(again, id)).toEqual(['before', 'unsent']);
  expect(fs.existsSync(path.join(dataDir, 'restore.json'))).toBe(false);
  expect(fs.readdirSync(dataDir).filter((file) => file.includes('.restored'))).toEqual([]);
  network.restore();
  await has(again, id, ['before', 'sent since', 'unsent']);
  await again.close();
});

test('a backup that went bad is refused, and the data stay as they are', async () => {
  const { pc, id, backup } = await begin('bad');
  const file = inFolder('bad', 'backups', backup.id);
  await pc.ask('backup.restore', { id: backup.id, carry: true });
  await pc.close();
  const bytes = fs.readFileSync(file);
  bytes.fill(0, 4096, 40_960);
  fs.writeFileSync(file, bytes);
  const again = await start('bad');
  expect(again.logged).toContain('restore.refused');
  expect(await wordsOf(again, id)).toEqual(['before', 'sent since', 'unsent']);
  expect((await again.ask('pc.read', {})).restored).toBeNull();
  fs.writeFileSync(file, 'no database');
  expect(await again.reply('backup.preview', { id: backup.id })).toEqual({
    ok: false,
    failure: { kind: 'unavailable', what: 'backup-unreadable' },
  });
  await again.close();
});
