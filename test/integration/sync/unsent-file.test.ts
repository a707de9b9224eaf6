/** A PC that cannot reach the cloud writes its unsent work into a file, and another PC sends it: once, whoever is first. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { UnsentFile, UnsentWork } from '../../../src-shared/sync/unsent-file.ts';
import { openDesktop } from '../../support/desktop.ts';
import { linesOf, lockEstimate, setPrice, sharedPart, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { fileShelf } from '../../support/user-files.ts';

const shelf = fileShelf();
let shop: Shop;
let cut: ShopPc;
let other: ShopPc;
let known: WorkfileId;
let fresh: WorkfileId;

beforeAll(async () => {
  shop = await openShop({ open: (options) => openDesktop({ ...options, files: shelf }) });
  cut = await shop.pc('CUT-PC');
  other = await shop.pc('OTHER-PC');
  known = await writeEstimate(cut, 2, 1);
  await round(cut);
  await round(other);
  await cut.ask('sync.set-offline', { offline: true });
  await priceOn(cut, 3131);
  fresh = await writeEstimate(cut, 2, 2);
  await cut.ask('draft.keep', { workfileId: known, place: 'vehicle/x/plate/number', text: 'EKM' });
});
afterAll(() => shop.close());

const priced = async (pc: ShopPc) => {
  const line = (await linesOf(pc, known)).at(-1);
  if (line === undefined) throw new Error('no line');
  return line;
};
const priceOn = async (pc: ShopPc, cents: number) => setPrice(pc, await priced(pc), cents);
const words = (change: (work: UnsentWork) => object): string => {
  const { work, hash } = JSON.parse(shelf.text) as UnsentFile;
  return JSON.stringify({ work: { ...(work as UnsentWork), ...change(work as UnsentWork) }, hash });
};
async function importing(text: string) {
  const whole = shelf.text;
  shelf.text = text;
  const reply = await other.reply('sync.import', {});
  shelf.text = whole;
  return reply.ok ? 'taken' : reply.failure;
}

test('everything that waits is in the file, under its own id, with its base', async () => {
  const { total } = await cut.ask('sync.queue', {});
  expect(await cut.ask('sync.export', {})).toEqual({
    ...{ file: 'Unsent work of CUT-PC.json', edits: total, commands: 0, kept: 0, drafts: 1 },
  });
  const { work } = JSON.parse(shelf.text) as { work: UnsentWork };
  expect(work).toMatchObject({ format: 'shopfile-unsent', version: 1, pc: 'CUT-PC' });
  expect(work.edits.filter(({ base }) => base !== null).length).toBeGreaterThan(0);
});

test('a file that is damaged, strange, too new or of another shop is refused whole, each in its own words', async () => {
  const before = await other.ask('sync.queue', {});
  expect(await importing('{"half":')).toEqual({ kind: 'unavailable', what: 'unsent-file' });
  expect(await importing('[1,2,3]')).toEqual({ kind: 'unavailable', what: 'unsent-file' });
  expect(await importing(words(() => ({ pc: 'CHANGED-PC' })))).toEqual({ kind: 'unavailable', what: 'unsent-file' });
  expect(await importing(words(() => ({ shop: 'another' })))).toEqual({ kind: 'conflict', what: 'unsent-file-shop' });
  expect(await importing(words(() => ({ version: 9 })))).toEqual({ kind: 'outdated', need: 'newer version' });
  expect(await importing(' '.repeat(70 * 1024 * 1024))).toEqual({ kind: 'unavailable', what: 'unsent-file-large' });
  expect(await other.ask('sync.queue', {})).toEqual(before);
});

test('the other PC shows the work at once and sends it', async () => {
  await other.ask('sync.set-offline', { offline: true });
  const taken = await other.ask('sync.import', {});
  expect(taken).toMatchObject({ known: 0, drafts: 1, from: 'CUT-PC' });
  expect((await priced(other)).part.priceCents).toBe(3131);
  expect(await sharedPart(other, fresh)).toEqual(await sharedPart(cut, fresh));
  expect((await sheetOf(other, known)).drafts).toMatchObject([{ text: 'EKM' }]);
  expect((await other.ask('sync.queue', {})).total).toBe(taken?.edits);
  await other.ask('sync.set-offline', { offline: false });
  await round(other);
  expect((await other.ask('sync.queue', {})).total).toBe(0);
});

test('taking the same file in again does nothing', async () => {
  expect(await other.ask('sync.import', {})).toMatchObject({ edits: 0, commands: 0, kept: 0, drafts: 0 });
  expect((await other.ask('sync.queue', {})).total).toBe(0);
});

test('the first PC comes back, sends the same edits once more, and nobody sees anything twice', async () => {
  await priceOn(other, 4141);
  await round(other);
  await cut.ask('sync.set-offline', { offline: false });
  await round(cut);
  await round(other);
  expect((await priced(cut)).part.priceCents).toBe(4141);
  expect(await sharedPart(cut, fresh)).toEqual(await sharedPart(other, fresh));
  expect(await sharedPart(cut, known)).toEqual(await sharedPart(other, known));
  for (const pc of [cut, other]) {
    expect((await pc.ask('decision.list', {})).total).toBe(0);
    expect((await pc.ask('sync.state', {})).waiting).toBe(0);
  }
});

test('what another person changed meanwhile meets the file as two values to choose from', async () => {
  await cut.ask('sync.set-offline', { offline: true });
  await priceOn(cut, 1010);
  await priceOn(other, 2020);
  await round(other);
  await cut.ask('sync.export', {});
  await other.ask('sync.import', {});
  expect((await priced(other)).part.priceCents).toBe(2020);
  await round(other);
  const { decisions } = await other.ask('decision.list', {});
  expect(decisions).toMatchObject([{ place: { kind: 'line', group: 'part' }, reason: 'conflict' }]);
  const words = [decisions[0]?.mine.words, decisions[0]?.theirs?.words];
  expect(new Set(words)).toEqual(new Set(['price 10.10', 'price 20.20']));
});

const lock = lockEstimate;
const commandsOn = async (pc: ShopPc, workfileId: WorkfileId) =>
  (await pc.ask('command.list', {}))
    .filter((command) => command.workfileId === workfileId)
    .map(({ name, state }) => `${name} ${state}`)
    .toSorted();

test('commands that wait travel in the file behind their edits, and happen once, whoever sends them', async () => {
  await cut.ask('sync.set-offline', { offline: true });
  const workfileId = await writeEstimate(cut, 2, 3);
  await lock(cut, workfileId);
  const { number } = await cut.ask('workfile.convert', { workfileId });
  expect(await cut.ask('sync.queue', {})).toMatchObject({ commands: [{ state: 'waiting' }, { state: 'waiting' }] });
  expect(await cut.ask('sync.export', {})).toMatchObject({ commands: 2 });

  expect(await other.ask('sync.import', {})).toMatchObject({ commands: 2 });
  expect(await other.ask('sync.import', {})).toMatchObject({ edits: 0, commands: 0 });
  await round(other);
  expect(await commandsOn(other, workfileId)).toEqual(['convert-to-ro done', 'lock-estimate done']);
  const { estimate, lines, workfile } = await sheetOf(other, workfileId);
  expect([estimate.lock.at > 0, lines.length, workfile.number.ro]).toEqual([true, 2, number]);

  expect(await commandsOn(cut, workfileId)).toEqual(['convert-to-ro sent', 'lock-estimate sent']);
  await cut.ask('sync.set-offline', { offline: false });
  await round(cut);
  expect(await commandsOn(cut, workfileId)).toEqual(['convert-to-ro done', 'lock-estimate done']);
  expect(await sharedPart(cut, workfileId)).toEqual(await sharedPart(other, workfileId));
  const refused = (await cut.ask('decision.list', {})).decisions.filter(({ place }) => place.workfileId === workfileId);
  expect(refused).toEqual([]);
});

test('a supplement that waits behind its lock travels with what was written for it', async () => {
  await cut.ask('sync.set-offline', { offline: true });
  const workfileId = await writeEstimate(cut, 2, 6);
  await lock(cut, workfileId);
  const { estimate } = await sheetOf(cut, workfileId);
  await cut.ask('estimate.start-supplement', { estimateId: estimate.id });
  const line = (await linesOf(cut, workfileId)).at(-1);
  if (line === undefined) throw new Error('no line');
  await setPrice(cut, line, 4242);
  expect(await cut.ask('sync.export', {})).toMatchObject({ commands: 2 });

  expect(await other.ask('sync.import', {})).toMatchObject({ commands: 2 });
  await round(other);
  const sheet = await sheetOf(other, workfileId);
  expect([sheet.estimate.version.label, sheet.estimate.lock.at]).toEqual(['S01', 0]);
  expect(sheet.versions.map(({ of }) => of.label)).toEqual(['E01']);
  expect((await linesOf(other, workfileId)).at(-1)?.part.priceCents).toBe(4242);
  await cut.ask('sync.set-offline', { offline: false });
  await round(cut);
  expect(await sharedPart(cut, workfileId)).toEqual(await sharedPart(other, workfileId));
});

test('a command that is in a file is taken back by the cloud alone, and not when the other PC was first', async () => {
  await cut.ask('sync.set-offline', { offline: true });
  const [done, undone] = [await writeEstimate(cut, 2, 4), await writeEstimate(cut, 2, 5)];
  await lock(cut, done);
  await cut.ask('sync.export', {});
  for (const { id } of (await cut.ask('sync.queue', {})).commands) await cut.ask('command.cancel', { id });
  expect(await commandsOn(cut, done)).toEqual(['lock-estimate cancelling']);
  await other.ask('sync.import', {});
  await round(other);
  await lock(cut, undone);
  for (const { id, workfileId } of (await cut.ask('sync.queue', {})).commands) {
    if (workfileId === undone) await cut.ask('command.cancel', { id });
  }
  expect(await cut.ask('sync.export', {})).toMatchObject({ commands: 0 });
  await cut.ask('sync.set-offline', { offline: false });
  await round(cut);
  expect(await commandsOn(cut, done)).toEqual(['lock-estimate done']);
  expect(await commandsOn(cut, undone)).toEqual(['lock-estimate cancelled']);
});

test('a command that the importing person may not give is left to its own PC', async () => {
  const office = await shop.pc('OFFICE-PC', 'office');
  await round(office);
  await cut.ask('sync.set-offline', { offline: true });
  const workfileId = await writeEstimate(cut, 2, 6);
  await lock(cut, workfileId);
  await cut.ask('sync.export', {});
  await shop.setRole('office', 'office');
  await office.ask('session.sign-in', people.office);
  expect(await office.ask('sync.import', {})).toMatchObject({ commands: 0 });
  expect(await commandsOn(office, workfileId)).toEqual([]);
  // Its lines are refused to whoever may not write them, and still taken from their author.
  await round(office);
  await cut.ask('sync.set-offline', { offline: false });
  await round(cut);
  expect(await commandsOn(cut, workfileId)).toEqual(['lock-estimate done']);
});
