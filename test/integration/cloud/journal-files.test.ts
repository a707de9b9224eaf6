/** Journal files: each entry once in one of them, whoever asks however often, whatever dies meanwhile. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { commandShopsOf } from '../../../src-cloud/db/command-store.ts';
import { renewEpochs } from '../../../src-cloud/db/shops.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { makeJournal } from '../../../src-cloud/services/dms/journal-desk.ts';
import { readCsv } from '../../../src-shared/base/csv.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import type { JournalBook, JournalFileFacts } from '../../../src-shared/sync/journal.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { freshId } from '../../support/cloud.ts';
import { send } from '../../support/cloud-commands.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import {
  type DealerShop,
  makeVoid,
  newReceipt,
  openDealerShop,
  paymentOf,
  put,
  take,
} from '../../support/dealer-shop.ts';

let shop: DealerShop;
let office: Pc;
beforeAll(async () => {
  shop = await openDealerShop();
});
afterAll(() => shop.close());

const day = '2026-05-04';
const accounts = {
  firstDay: '2026-05-01',
  receivableAccount: '1210',
  receiptAccounts: { cash: '1020', check: '1030' },
};
let serial = 0;
const post = (pc: Pc, at: string, body: object) => pc.post(at, JSON.stringify(body));

/** Another shop of the same cloud, with accounts and no partner that takes payments. */
beforeEach(async () => {
  const own = await shop.cloud.openShop();
  const manager = await openPc(shop.cloud.url, await own.hire('manager'));
  office = await openPc(shop.cloud.url, await own.hire('office'));
  await put(manager, '/dms/journal/settings', accounts);
  shop = { ...shop, shop: own, pc: manager };
});

async function begin(more: JsonObject = {}): Promise<string> {
  const id = freshId();
  await office.push(office.create('workfile', id, more));
  return id;
}
const known = { dmsCustomerId: { id: 'C-7', source: 'typed', by: 'Someone', at: 1 } };
const received = (workfile: string, money: Partial<Receipt['money']> = {}, number = `48213-${++serial}A`) =>
  take(office, workfile, { date: day as never, ...money }, number);
const book = async (through?: string): Promise<JournalBook> =>
  (await post(office, '/dms/journal/book', through === undefined ? {} : { through })).json() as JournalBook;
const asked = (through: string, more: object = {}, id = freshId()) =>
  post(office, '/dms/journal', { id, through, ...more });
async function made(through = day, more: object = {}): Promise<JournalFileFacts> {
  const answer = await asked(through, more);
  expect(answer.status).toBe(200);
  return (answer.json() as { file: JournalFileFacts }).file;
}
const fileOf = async (n: number): Promise<{ name: string; text: string }> =>
  (await post(office, '/dms/journal/file', { n })).json() as { name: string; text: string };
const referencesIn = async (n: number): Promise<readonly string[]> => {
  const [, ...rows] = readCsv((await fileOf(n)).text);
  return [...new Set(rows.map((row) => row[1] ?? ''))];
};

test('only who may export makes one, only who leads the shop sets its accounts, and no odd word is taken', async () => {
  const technician = await openPc(shop.cloud.url, await shop.shop.hire('technician'));
  for (const [at, body] of [
    ['/dms/journal/book', {}],
    ['/dms/journal', { id: freshId(), through: day }],
    ['/dms/journal/file', { n: 1 }],
  ] as const)
    expect((await post(technician, at, body)).status).toBe(403);
  expect((await put(office, '/dms/journal/settings', accounts)).status).toBe(403);
  for (const odd of [{ firstDay: '2026-02-30' }, { receivableAccount: '12 10' }, { receiptAccounts: { gold: '1' } }])
    expect((await put(shop.pc, '/dms/journal/settings', { ...accounts, ...odd })).status).toBe(400);
  for (const odd of [{ through: 'today' }, { id: '1' }, { more: 1 }]) expect((await asked(day, odd)).status).toBe(400);
  expect((await post(office, '/dms/journal/file', { n: 7 })).status).toBe(404);
});

test('whoever typed over accounts that somebody else changed meanwhile does not overwrite them', async () => {
  const base = { company: '', journal: '', ...accounts };
  const write = (body: object) => put(shop.pc, '/dms/journal/settings', body);
  expect((await write({ ...accounts, company: '01', base })).status).toBe(204);
  // An answer that was lost: the same again is no conflict.
  expect((await write({ ...accounts, company: '01', base })).status).toBe(204);
  const refused = await write({ ...accounts, journal: 'CR', base });
  expect([refused.status, refused.json()]).toEqual([409, { reason: 'accounts-changed' }]);
  expect((await write({ ...accounts, journal: 'CR', base: null })).status).toBe(409);
  expect((await book()).settings).toMatchObject({ company: '01', journal: '' });
  expect((await write({ ...accounts, company: '02', base: { ...base, company: '01' } })).status).toBe(204);
  // A PC of before says nothing of what it typed over.
  expect((await write(accounts)).status).toBe(204);
});

test('accounts of a newer cloud are neither none nor overwritten, and no file is made with half of them', async () => {
  await received(await begin());
  const change = (by: string) =>
    inShop(shop.cloud.database, shop.shop.id, async (sql) => {
      await sql.query(`update journal_setting set settings = settings ${by}`);
    });
  await change(`|| '{"department":"7"}'::jsonb`);
  expect(await book(day)).toMatchObject({ settings: 'unreadable', due: { entries: 0 } });
  expect((await asked(day)).json()).toEqual({ reason: 'accounts-unreadable' });
  for (const body of [accounts, { ...accounts, base: null }])
    expect((await put(shop.pc, '/dms/journal/settings', body)).json()).toEqual({ reason: 'accounts-unreadable' });
  await change(`- 'department'`);
  expect(await made()).toMatchObject({ entries: 1 });
});

test('a file holds what came until its day, is the same however often it is asked for, and leaves nothing for the next', async () => {
  const workfile = await begin();
  await received(workfile, { amountCents: 12_345, type: 'check', reference: '1042' });
  await received(workfile, { date: '2026-05-06' as never });
  await received(workfile, { date: '2026-04-30' as never });
  expect((await book(day)).due).toEqual({
    through: day,
    entries: 1,
    totalCents: 12_345,
    more: 0,
    left: [],
    waiting: 0,
  });
  const id = freshId();
  const first = (await asked(day, {}, id)).json() as { file: JournalFileFacts };
  expect(first.file).toMatchObject({ n: 1, first: day, last: day, entries: 1, totalCents: 12_345, by: 'A office' });
  const { name, text } = await fileOf(1);
  expect(name).toBe('Journal 1, 2026-05-04.csv');
  expect(readCsv(text)).toHaveLength(3);
  expect((await asked(day, {}, id)).json()).toEqual(first);
  await put(shop.pc, '/dms/journal/settings', { ...accounts, receivableAccount: '9999' });
  expect((await fileOf(1)).text).toBe(text);
  expect((await asked(day)).json()).toEqual({ reason: 'nothing-due' });
  expect((await made('2026-05-31')).n).toBe(2);
  expect((await book('2026-05-31')).files.map(({ n }) => n)).toEqual([2, 1]);
});

test('what came late is in the next file, whatever its day; a void is an entry of its own', async () => {
  const workfile = await begin();
  const receipt = await received(workfile, {}, '48213-1A');
  await made('2026-05-31');
  await received(workfile, { date: '2026-05-02' as never }, '48213-2A');
  await makeVoid(office, { workfileId: workfile, receiptId: receipt });
  const second = await made('2026-05-31');
  expect(await referencesIn(2)).toEqual(['48213-2A', '48213-1A-V']);
  expect(second).toMatchObject({ entries: 2, totalCents: 0, first: '2026-05-02' });
  expect((await asked('2026-05-31')).json()).toEqual({ reason: 'nothing-due' });
  const told = (await office.pull()).changes.filter(([, , , kind]) => kind === 'dms-event');
  expect(told.map(([, , , , , , value]) => (value as { what: object }).what)).toMatchObject([
    { what: 'payment-journaled', reference: 'Journal 1', amountCents: 10_000, receiptId: receipt, by: 'A office' },
    { what: 'payment-journaled', reference: 'Journal 2' },
    { what: 'void-journaled', reference: 'Journal 2', amountCents: -10_000, receiptId: receipt },
  ]);
});

test('a type without an account stays due until it has one, and is counted', async () => {
  await received(await begin(), { type: 'visa' });
  expect((await book(day)).due).toMatchObject({ entries: 0, left: [{ type: 'Visa', entries: 1 }] });
  expect((await asked(day)).json()).toEqual({ reason: 'nothing-due' });
  const receiptAccounts = { ...accounts.receiptAccounts, visa: '1040' };
  await put(shop.pc, '/dms/journal/settings', { ...accounts, receiptAccounts });
  expect(await made()).toMatchObject({ n: 1, entries: 1 });
});

test('two receipts of one number are two references', async () => {
  const workfile = await begin();
  await received(workfile, {}, '48213-1A');
  await made();
  const twin = await received(workfile, {}, '48213-1A');
  await makeVoid(office, { workfileId: workfile, receiptId: twin });
  await made();
  const own = `48213-1A-${twin.slice(-12).toUpperCase()}`;
  expect(await referencesIn(2)).toEqual([own, `${own}-V`]);
});

test('a day before the first, or after today, is none', async () => {
  await received(await begin());
  for (const through of ['2026-04-30', '2199-01-01']) expect((await asked(through)).json()).toEqual({ reason: 'day' });
});

test('a file holds two thousand entries, and the next what is left', { timeout: 240_000 }, async () => {
  const workfile = await begin();
  for (let from = 0; from < 2_100; from += 300) {
    const receipts = Array.from({ length: 300 }, (_, i) =>
      newReceipt(workfile, { date: day as never }, `R-${from + i}A`),
    );
    const verdicts = await office.push(...receipts.map(({ id, value }) => office.create('receipt', id, value)));
    expect(verdicts.every(({ verdict }) => verdict === 'applied')).toBe(true);
  }
  expect((await book(day)).due).toMatchObject({ entries: 2_000, more: 100 });
  expect(await made()).toMatchObject({ n: 1, entries: 2_000 });
  expect(await made()).toMatchObject({ n: 2, entries: 100 });
  expect(new Set([...(await referencesIn(1)), ...(await referencesIn(2))]).size).toBe(2_100);
});

test('people who ask at the same moment get one file', async () => {
  await received(await begin());
  const other = await openPc(shop.cloud.url, await shop.shop.hire('office'));
  const answers = await Promise.all([asked(day), post(other, '/dms/journal', { id: freshId(), through: day })]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await book(day)).files).toHaveLength(1);
});

test('a cloud that dies while it makes one has made none of it', async () => {
  await received(await begin(), {}, '48213-7A');
  const commandShops = commandShopsOf(shop.cloud.database, async () => undefined);
  const { user, identity } = office;
  const asker = { person: user.userId as never, device: identity.device, name: 'A office' };
  const dying: typeof commandShops = (id, work) =>
    commandShops(id, (store) => work({ ...store, advanceOrder: () => Promise.reject(new Error('it died')) }));
  const ask = { id: freshId(), through: day };
  const deps = { commandShops: dying, live: { tell: () => undefined } };
  await expect(makeJournal(deps, { shop: shop.shop.id, asker }, ask)).rejects.toThrow('it died');
  expect(await book(day)).toMatchObject({ files: [], due: { entries: 1 } });
  expect((await office.pull()).changes.some(([, , , kind]) => kind === 'dms-event')).toBe(false);
  const answered = (await asked(day, {}, ask.id)).json() as { file: JournalFileFacts };
  expect(answered.file.n).toBe(1);
  expect(await referencesIn(1)).toEqual(['48213-7A']);
});

test('after a restore a person says which file was the last, and no receipt of a lost file comes again', async () => {
  const workfile = await begin(known);
  await received(workfile, {}, '48213-1A');
  await made();
  const lost = await received(workfile, {}, '48213-2A');
  // The copy is of before the second file; the history of its receipts came back from the PCs.
  await made();
  await inShop(shop.cloud.database, shop.shop.id, async (sql) => {
    await sql.query('reset role');
    await sql.query('delete from journal_entry where n = 2');
    await sql.query('delete from journal_file where n = 2');
    await renewEpochs(sql);
  });
  await received(workfile, {}, '48213-3A');
  expect(await book(day)).toMatchObject({ isRestored: true, due: { entries: 1 } });
  expect((await asked(day)).json()).toEqual({ reason: 'restored' });
  expect((await book(day)).lost).toEqual([2]);
  for (const said of [{ lastFile: 0 }, { lastFile: 1, despite: true }, { lastFile: 3 }])
    expect((await asked(day, said)).json()).toEqual({ reason: 'restored' });
  expect((await made(day, { lastFile: 2 })).n).toBe(3);
  expect(await referencesIn(3)).toEqual(['48213-3A']);
  expect((await book(day)).isRestored).toBe(false);
  await connect(true);
  expect(await send(shop.pc, paymentOf(shop.pc, lost))).toMatchObject({
    reason: 'posted',
    details: { number: 'Journal 2' },
  });
});

test('a copy of before the first accounts asks for the last file, too, and a person may go on without a PC', async () => {
  await received(await begin(), {}, '48213-1A');
  await made();
  await inShop(shop.cloud.database, shop.shop.id, async (sql) => {
    await sql.query('reset role');
    for (const table of ['journal_entry', 'journal_file', 'journal_setting']) await sql.query(`delete from ${table}`);
    await renewEpochs(sql);
  });
  await put(shop.pc, '/dms/journal/settings', accounts);
  await received(await begin(), {}, '48213-2A');
  expect(await book(day)).toMatchObject({ isRestored: true, lost: [1], due: { entries: 1 } });
  for (const said of [{}, { lastFile: 0, despite: true }, { lastFile: 4 }, { lastFile: 4, despite: false }])
    expect((await asked(day, said)).json()).toEqual({ reason: 'restored' });
  expect((await made(day, { lastFile: 4, despite: true })).n).toBe(5);
  expect(await book(day)).toMatchObject({ isRestored: false, lost: [] });
});

const connect = (payments: boolean, on = true) =>
  put(shop.pc, '/dms/connection', { on, setup: { partner: 'simulated', settings: { payments } } });

test('a long name of who made a file is cut between its signs', async () => {
  const receipt = await received(await begin());
  const commandShops = commandShopsOf(shop.cloud.database, async () => undefined);
  const { user, identity } = office;
  const asker = { person: user.userId as never, device: identity.device, name: `${'A'.repeat(119)}\u{1f697}` };
  const deps = { commandShops, live: { tell: () => undefined } };
  expect(await makeJournal(deps, { shop: shop.shop.id, asker }, { id: freshId(), through: day })).toMatchObject({
    value: { n: 1 },
  });
  const events = (await office.pull()).changes.filter(([, , , kind]) => kind === 'dms-event');
  expect(events.map(([, , , , , , value]) => value)).toMatchObject([
    { what: { receiptId: receipt, by: 'A'.repeat(119) } },
  ]);
});

test('what a partner has by its own interface is in no file, and what is in a file goes to no partner', async () => {
  const id = await begin(known);
  await connect(false);
  const [posted, booked] = [
    await received(id, {}, 'P-1A'),
    await received(id, { date: '2026-05-01' as never }, 'P-2A'),
  ];
  await made('2026-05-01');
  await connect(true);
  expect((await asked(day)).json()).toEqual({ reason: 'partner-takes' });
  expect(await book(day)).toMatchObject({ partner: 'Simulated dealer', due: { entries: 0, left: [] } });
  expect(await send(shop.pc, paymentOf(shop.pc, booked))).toMatchObject({
    reason: 'posted',
    details: { number: 'Journal 1' },
  });
  expect(await send(shop.pc, paymentOf(shop.pc, posted))).toMatchObject({ state: 'done' });
  await vi.waitFor(async () => expect(await posts(posted)).toBe('posted'), { timeout: 60_000, interval: 50 });
  await connect(false);
  expect((await asked(day)).json()).toEqual({ reason: 'nothing-due' });
});

test('a receipt of a file that is voided once a partner takes payments is taken back by a file', async () => {
  const workfile = await begin(known);
  const booked = await received(workfile, {}, 'V-1A');
  await made();
  await connect(true);
  const open = await received(workfile, {}, 'V-2A');
  for (const receiptId of [booked, open]) await makeVoid(office, { workfileId: workfile, receiptId });
  const until = (await book()).today;
  expect((await book(until)).due).toMatchObject({ entries: 1, totalCents: -10_000 });
  expect(await made(until)).toMatchObject({ n: 2, entries: 1 });
  expect(await referencesIn(2)).toEqual(['V-1A-V']);
  expect((await asked(until)).json()).toEqual({ reason: 'partner-takes' });
  await connect(false);
  await made(until);
  expect(await referencesIn(3)).toEqual(['V-2A', 'V-2A-V']);
});

test('what waits for a partner that was switched off is counted, and goes there and into no file', async () => {
  const id = await begin(known);
  await connect(true);
  // The key of its secrets is away: what is asked for waits.
  await inShop(shop.cloud.database, shop.shop.id, (sql) => sql.query(`update dms_connection set secrets = ''`));
  const receipt = await received(id, {}, 'W-1A');
  expect(await send(shop.pc, paymentOf(shop.pc, receipt))).toMatchObject({ result: { state: 'queued' } });
  await connect(true, false);
  await received(id, {}, 'W-2A');
  expect((await book(day)).due).toMatchObject({ entries: 1, waiting: 1 });
  await made();
  expect(await referencesIn(1)).toEqual(['W-2A']);
  await connect(true);
  await vi.waitFor(async () => expect(await posts(receipt)).toBe('posted'), { timeout: 60_000, interval: 50 });
  await connect(false);
  expect((await book(day)).due).toMatchObject({ entries: 0, waiting: 0 });
});

const posts = async (receipt: string): Promise<unknown> => {
  const told = (await office.pull()).changes.findLast(([, , , , id, group]) => id === receipt && group === 'dms');
  return (told?.[6] as { state?: unknown } | undefined)?.state;
};
