/** A newer version of an estimate meets a lock: it is refused, or goes into the supplement that is open, on every PC. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordFailure } from '../../../src-renderer/words/failure-words.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { compareLines } from '../../../src-shared/domain/estimate/supplement/compare-lines.ts';
import { openDesktop } from '../../support/desktop.ts';
import { linesOf, lockEstimate, sheetOf } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { dropFiles } from '../../support/exchange/drop-files.ts';
import { inventedBms } from '../../support/exchange/invented-bms.ts';
import { noFiles } from '../../support/user-files.ts';

const chosen = { path: '' };
const files = { ...noFiles, choose: async () => chosen.path };
let shop: Shop;
let first: ShopPc;
let second: ShopPc;
beforeAll(async () => {
  shop = await openShop({ open: (options) => openDesktop({ ...options, files }) });
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2');
  for (const pc of [first, second]) await round(pc);
});
afterAll(() => shop.close());

const bms = (hours?: string, version?: string) =>
  new Map([['estimate.xml', new TextEncoder().encode(inventedBms(hours, version))]]);

/** What a PC has read of a version, and is ready to import. */
async function readOn(pc: ShopPc, hours?: string, version?: string): Promise<string> {
  const { ticket, read } = await dropFiles(pc, bms(hours, version));
  unwrap(await read());
  return ticket;
}

/** An imported estimate, locked as E01 on all PCs. */
async function lockedImport(): Promise<WorkfileId> {
  const workfileId = await first.ask('import.apply', { ticket: await readOn(first), workfileId: null });
  const { insurance } = await sheetOf(first, workfileId);
  await first.ask('insurance.change', { insuranceId: insurance.id, group: 'payer', value: { payer: 'Self Pay' } });
  expect(await lockEstimate(first, workfileId)).toEqual({ ok: true, value: null });
  await round(first);
  await round(second);
  return workfileId;
}
const startSupplement = async (pc: ShopPc, workfileId: WorkfileId) =>
  pc.ask('estimate.start-supplement', { estimateId: (await sheetOf(pc, workfileId)).estimate.id });
const bodyHours = async (pc: ShopPc, workfileId: WorkfileId): Promise<readonly number[]> =>
  (await linesOf(pc, workfileId)).flatMap(({ labor }) => (labor.tenths > 0 ? [labor.tenths] : []));

test('without an open supplement nothing is imported, and the sentence says the way out', async () => {
  const workfileId = await lockedImport();
  const before = await sheetOf(first, workfileId);
  const ticket = await readOn(first, '2.50', '1');
  expect(await first.ask('import.compare', { ticket, workfileId })).toMatchObject({ locked: true, into: 'S01' });
  const refused = await first.reply('import.apply', { ticket, workfileId });
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'locked', holder: 'Robin Ellery' } });
  if (!refused.ok) {
    expect(wordFailure(refused.failure)).toMatchObject({
      what: 'The estimate is locked by Robin Ellery.',
      safe: 'Nothing was changed.',
      todo: 'Make the change in a new supplement.',
    });
  }
  expect(await sheetOf(first, workfileId)).toEqual(before);
});

test('a file of a supplement becomes a workfile that begins at E01, goes through the cloud, and goes out as what it was', async () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'shopfile-supplement-'));
  const ticket = await readOn(first, '2.50', '1');
  const workfileId = await first.ask('import.apply', { ticket, workfileId: null });
  await round(first);
  await round(second);
  expect((await first.ask('decision.list', {})).decisions).toEqual([]);
  expect((await sheetOf(second, workfileId)).estimate).toMatchObject({
    version: { label: 'E01' },
    imported: { version: 'S01' },
  });
  const versionOf = async (): Promise<string> => {
    chosen.path = path.join(out, 'out.xml');
    await first.ask('export.bms', { workfileId, people: false, profile: false });
    return /<DocumentVerNum>(\d+)/.exec(readFileSync(chosen.path, 'utf8'))?.[1] ?? '';
  };
  expect(await versionOf()).toBe('1');
  const { insurance } = await sheetOf(first, workfileId);
  await first.ask('insurance.change', { insuranceId: insurance.id, group: 'payer', value: { payer: 'Self Pay' } });
  await lockEstimate(first, workfileId);
  await round(first);
  expect(await versionOf()).toBe('1');
  await startSupplement(first, workfileId);
  await round(first);
  expect(await versionOf()).toBe('2');
  rmSync(out, { recursive: true });
});

describe('into an open supplement', () => {
  test('changed lines become the changes of that supplement, on other PCs too', async () => {
    const workfileId = await lockedImport();
    await startSupplement(first, workfileId);
    await round(first);
    const ticket = await readOn(first, '2.50', '1');
    expect(await first.ask('import.compare', { ticket, workfileId })).toMatchObject({ locked: false, into: 'S01' });
    await first.ask('import.apply', { ticket, workfileId });
    await round(first);
    await round(second);
    const { versions } = await sheetOf(second, workfileId);
    const [e01] = await Promise.all(
      versions.map(({ id: version }) => second.ask('version.read', { workfileId, version })),
    );
    const s01 = await second.ask('version.read', { workfileId, version: 'open' });
    expect(s01.label).toBe('S01');
    const compared = compareLines(e01?.lines ?? [], s01.lines);
    expect(
      compared.changed.map(({ before, after, groups }) => [before.line.labor.tenths, after.line.labor.tenths, groups]),
    ).toEqual([[17, 25, ['labor']]]);
    expect([compared.added, compared.deleted]).toEqual([[], []]);
    expect(s01.totals.grandTotal - (e01?.totals.grandTotal ?? 0)).toBe(96_38);
  });

  test('also where it still waits for the network, as one step that undo takes back', async () => {
    const workfileId = await lockedImport();
    first.network.cut();
    await first.ask('sync.now', {});
    await startSupplement(first, workfileId);
    const ticket = await readOn(first, '2.50', '1');
    await first.ask('import.apply', { ticket, workfileId });
    expect(await bodyHours(first, workfileId)).toContain(25);
    await first.ask('workfile.undo', { workfileId });
    expect(await bodyHours(first, workfileId)).toContain(17);
    await first.ask('workfile.redo', { workfileId });
    first.network.restore();
    await round(first);
    await round(first);
    await round(second);
    const { estimate, versions } = await sheetOf(second, workfileId);
    expect([estimate.version.label, estimate.lock.at, versions.map(({ of }) => of.label)]).toEqual(['S01', 0, ['E01']]);
    expect(await bodyHours(second, workfileId)).toContain(25);
    expect((await first.ask('decision.list', {})).decisions).toEqual([]);
  });
});
