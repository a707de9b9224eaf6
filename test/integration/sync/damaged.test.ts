/** A PC whose disk lost pages of its data: everything that was ever sent comes back from the cloud, and what waited is sent. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEstimator, startTestCloud, type TestCloud } from '../../support/cloud.ts';
import { type CutProxy, openCutProxy } from '../../support/cut-proxy.ts';
import { leavesOf, zeroPages } from '../../support/damaged-database.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openAnchoredDesktop } from '../../support/desktop-anchored.ts';
import { linesOf, sheetOf } from '../../support/desktop-estimate.ts';

let cloud: TestCloud;
let network: CutProxy;
let folder: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-damaged-'));
  cloud = await startTestCloud({ demoWorkfiles: 12 });
  network = await openCutProxy(cloud.url);
});
afterAll(async () => {
  await network.close();
  await cloud.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const all = { text: '', offset: 0, limit: 1, sort: 'changed', descending: true } as const;
const start = (name: string) =>
  openAnchoredDesktop({
    ...{ dataDir: path.join(folder, name), cloudUrl: network.url, name },
    anchors: path.join(folder, 'anchors'),
  });

test('pages of workfiles, lines and the list are lost: put in place again, the PC is as the cloud and its own edits', async () => {
  const pc = await start('lossy');
  await pc.ask('session.sign-in', demoEstimator);
  await untilSynced(pc);
  const made = await pc.ask('workfile.create', {});
  const { estimate } = await sheetOf(pc, made);
  const many = Array.from({ length: 150 }, (_, n) => ({ text: { description: `sent ${n}` } }));
  await pc.ask('line.add', { estimateId: estimate.id, after: null, lines: many });
  await untilSynced(pc);
  network.cut();
  await untilPhase(pc, 'offline');
  const unsent = [{ text: { description: 'not sent yet' } }];
  await pc.ask('line.add', { estimateId: estimate.id, after: null, lines: unsent });
  const before = (await linesOf(pc, made)).map(({ text }) => text.description).toSorted();
  const heads = (await pc.ask('workfile.list', all)).total;
  await pc.close();

  const again = await start('lossy');
  const file = path.join(again.dataDir, 'shopfile.db');
  const lines = leavesOf(file, 'line');
  zeroPages(file, [...lines.slice(2, 5), ...leavesOf(file, 'contact').slice(0, 1), ...leavesOf(file, 'workfile')]);
  await again.ask('backup.make', {});
  const [backup] = (await again.ask('pc.read', {})).backups;
  expect(backup?.note?.damage?.tables).toEqual(expect.arrayContaining(['line', 'workfile']));
  await again.ask('backup.restore', { id: backup?.id ?? '', carry: true });
  await again.close();

  network.restore();
  const mended = await start('lossy');
  await until('everything is there again', async () => {
    const { phase } = await mended.ask('sync.state', {});
    if (phase === 'signed-out') await mended.ask('session.sign-in', demoEstimator);
    await mended.ask('sync.now', {});
    const { total } = await mended.ask('workfile.list', all);
    const reply = await mended.reply('workfile.open', { workfileId: made });
    if (!reply.ok || total !== heads) return false;
    return JSON.stringify(reply.value.lines.map(({ text }) => text.description).toSorted()) === JSON.stringify(before);
  });
  await untilSynced(mended);
  expect((await mended.ask('decision.list', {})).total).toBe(0);
  const other = await start('lossy-other');
  await other.ask('session.sign-in', demoEstimator);
  await untilSynced(other);
  expect((await linesOf(other, made)).map(({ text }) => text.description).toSorted()).toEqual(before);
  expect((await other.ask('workfile.list', all)).total).toBe(heads);
  await other.close();
  await mended.close();
});
