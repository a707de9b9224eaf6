/** A cloud that is killed while it makes journal files: whoever asks again has each receipt once in one of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readCsv } from '../../../src-shared/base/csv.ts';
import type { JournalFileFacts } from '../../../src-shared/sync/journal.ts';
import { cloudFolder, demoManager, freshId, spawnTestCloud } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { begin, put, take } from '../../support/dealer-shop.ts';

const day = '2026-05-04';
const accounts = { firstDay: day, receivableAccount: '1210', receiptAccounts: { cash: '1020' } };
const post = (pc: Pc, at: string, body: object) => pc.post(at, JSON.stringify(body));
/** From before the work has begun to after its end, in milliseconds after the asking. */
const deaths = [0, 5, 15, 30, 60, 120, 400];

test('each receipt is in one file, and each asking has its own, whenever the cloud is killed', {
  timeout: 600_000,
}, async () => {
  const { folder, remove } = await cloudFolder();
  const environment = { SHOPFILE_CLOUD_SECRET: 'the secret of a cloud that is killed in tests' };
  const start = () => spawnTestCloud({ folder, demo: true, environment });
  let cloud = await start();
  let pc = await openPc(cloud.url, demoManager);
  await put(pc, '/dms/connection', { on: true, setup: { partner: 'simulated', settings: { payments: false } } });
  await put(pc, '/dms/journal/settings', accounts);
  const taken: string[] = [];
  const files: JournalFileFacts[] = [];
  for (const ms of deaths) {
    const workfile = await begin(pc, {});
    for (let i = 0; i < 3; i += 1) {
      taken.push(`R-${taken.length + 1}A`);
      await take(pc, workfile, { date: day as never }, taken.at(-1));
    }
    const ask = { id: freshId(), through: day };
    const asked = post(pc, '/dms/journal', ask).catch(() => undefined);
    await pause(ms);
    await cloud.kill();
    await asked;
    cloud = await start();
    pc = await openPc(cloud.url, demoManager);
    const answer = await post(pc, '/dms/journal', ask);
    expect([answer.status, (await post(pc, '/dms/journal', ask)).text]).toEqual([200, answer.text]);
    files.push((answer.json() as { file: JournalFileFacts }).file);
  }
  expect(files.map(({ n, entries }) => [n, entries])).toEqual(deaths.map((_, i) => [i + 1, 3]));
  const references: string[] = [];
  for (const { n } of files) {
    const { text } = (await post(pc, '/dms/journal/file', { n })).json() as { text: string };
    references.push(
      ...new Set(
        readCsv(text)
          .slice(1)
          .map((row) => row[1] ?? ''),
      ),
    );
  }
  expect(references.toSorted()).toEqual(taken.toSorted());
  await cloud.kill();
  await remove();
});
