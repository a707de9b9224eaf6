/** A journal file from end to end: accounts, receipts of one PC, a file of the cloud, and its bytes on the disk of another. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../../../src-shared/base/csv.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { freshId } from '../../support/cloud.ts';
import { openDesktop, until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { noFiles } from '../../support/user-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-journal-'));
let chosen: string | null = null;
const suggested: string[] = [];
let shop: Shop;
let office: ShopPc;
let front: ShopPc;
let workfileId: WorkfileId;
const receiptId = freshId() as ReceiptId;

beforeAll(async () => {
  const files = {
    ...noFiles,
    choose: async (_purpose: unknown, name: string) => {
      suggested.push(name);
      return chosen;
    },
  };
  shop = await openShop({ open: (options) => openDesktop({ ...options, files }) });
  office = await shop.pc('OFFICE', 'office');
  front = await shop.pc('FRONT');
  workfileId = await front.ask('workfile.create', {});
  const money = { ...emptyGroup(receiptSpec, 'money'), amountCents: 12_345, date: '2026-05-04' as never };
  await front.ask('receipt.take', { workfileId, receiptId, money, reason: '', despite: true });
  await untilSynced(front);
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

const accounts = {
  ...{ firstDay: '2026-05-01', company: '', journal: 'CR', receivableAccount: '1210' },
  receiptAccounts: { cash: '1020' },
} as const;
const through = '2026-05-31';

test('without accounts there is no file; only a manager sets them', async () => {
  expect(await office.ask('journal.book', {})).toMatchObject({ settings: null, files: [], due: { entries: 0 } });
  const failure = { kind: 'conflict', what: 'journal-no-accounts' };
  expect(await front.reply('journal.make', { id: freshId(), through })).toMatchObject({ failure });
  expect(await front.reply('journal.save-accounts', accounts)).toMatchObject({
    failure: { kind: 'forbidden', need: 'configure-dms' },
  });
  await office.ask('journal.save-accounts', { ...accounts, base: null });
  expect(await office.reply('journal.save-accounts', { ...accounts, company: '01', base: null })).toMatchObject({
    failure: { kind: 'conflict', what: 'journal-accounts-changed' },
  });
  expect(await front.ask('journal.book', { through })).toMatchObject({
    settings: accounts,
    due: { entries: 1, totalCents: 12_345, left: [] },
  });
});

test('a file is made once, and its bytes are the same wherever they are saved', async () => {
  const id = freshId();
  const made = await office.ask('journal.make', { id, through });
  expect(made).toMatchObject({ n: 1, first: '2026-05-04', last: '2026-05-04', entries: 1, totalCents: 12_345 });
  expect(await office.ask('journal.make', { id, through })).toEqual(made);
  expect(await front.reply('journal.make', { id: freshId(), through })).toMatchObject({
    failure: { kind: 'conflict', what: 'journal-nothing-due' },
  });
  const copies = [path.join(folder, 'one.csv'), path.join(folder, 'two.csv')];
  for (const [i, pc] of [office, front].entries()) {
    chosen = copies[i] ?? null;
    expect(await pc.ask('journal.save-file', { n: 1 })).toBe(path.basename(chosen ?? ''));
  }
  const [one = '', two] = copies.map((file) => readFileSync(file, 'utf8'));
  expect(one).toBe(two);
  expect(readCsv(one).map((row) => [row[0], row[4], row[5], row[6]])).toEqual([
    ['Date', 'Account', 'Debit', 'Credit'],
    ['2026-05-04', '1020', '123.45', ''],
    ['2026-05-04', '1210', '', '123.45'],
  ]);
  expect(suggested).toEqual(['Journal 1, 2026-05-04.csv', 'Journal 1, 2026-05-04.csv']);
});

test('the workfile’s history tells of it on every PC', async () => {
  const events = async () => (await front.ask('workfile.open', { workfileId })).dmsEvents.map(({ what }) => what);
  await until('the history tells', async () => (await events()).length > 0);
  expect(await events()).toMatchObject([
    { what: 'payment-journaled', status: 'In journal file', reference: 'Journal 1', amountCents: 12_345, receiptId },
  ]);
});

test('a void is an entry of the next file', async () => {
  await office.ask('workfile.open', { workfileId });
  await office.ask('receipt.void', { receiptId, voidId: freshId() as ReceiptVoidId, reason: 'Typed twice' });
  await untilSynced(office);
  const { today } = await office.ask('journal.book', {});
  expect(await office.ask('journal.make', { id: freshId(), through: today })).toMatchObject({
    ...{ n: 2, entries: 1, totalCents: -12_345 },
  });
});

test('a file that cannot be written leaves nothing behind, and can be saved again', async () => {
  chosen = path.join(folder, 'no such folder', 'file.csv');
  expect(await office.reply('journal.save-file', { n: 1 })).toMatchObject({
    failure: { kind: 'unavailable', what: 'file-unwritten' },
  });
  mkdirSync(path.dirname(chosen));
  expect(await office.ask('journal.save-file', { n: 1 })).toBe('file.csv');
  expect(readdirSync(path.dirname(chosen))).toEqual(['file.csv']);
  chosen = null;
  expect(await office.ask('journal.save-file', { n: 1 })).toBeNull();
  expect(await office.reply('journal.save-file', { n: 99 })).toMatchObject({ failure: { kind: 'not-found' } });
});

test('without network nothing is made', async () => {
  office.network.cut();
  await untilPhase(office, 'offline');
  for (const reply of [
    await office.reply('journal.book', {}),
    await office.reply('journal.make', { id: freshId(), through }),
    await office.reply('journal.save-file', { n: 1 }),
  ])
    expect(reply).toMatchObject({ failure: { kind: 'offline' } });
});
