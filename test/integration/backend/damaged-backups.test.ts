/** Backups of damaged data: they hold all that can be read, say what they lack, and put in place they mend themselves. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookAt } from '../../../src-main/db/backup/backup-folder.ts';
import { copyDatabase } from '../../../src-main/db/backup/copy-database.ts';
import { schemaOf } from '../../../src-main/db/migrate.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { flipLetter, leavesOf, zeroPages } from '../../support/damaged-database.ts';
import { freshFolder } from '../../support/store.ts';

let place: ReturnType<typeof freshFolder>;
let trial: BackendTrial;
let sheet: WorkfileSheet;

const lines = 300;
const data = () => path.join(place.folder, 'data');
const file = () => path.join(data(), 'shopfile.db');
const backups = () => path.join(data(), 'backups');
const open = () => openBackendTrial({ folder: data() });

beforeEach(async () => {
  place = freshFolder('damaged');
  trial = await open();
  sheet = await writeWorkfile(trial, lines);
});
afterEach(async () => {
  await trial.close();
  place.remove();
});

/** The disk does its harm while nobody writes. */
async function damage(harm: () => void): Promise<void> {
  await trial.close();
  trial = await open();
  harm();
}

const newest = async () => (await trial.ask('pc.read', {})).backups[0];
const linesIn = (name: string): number => {
  const copy = new Database(path.join(backups(), name), { readonly: true });
  const found = copy.prepare('select count(*) from line').pluck().get();
  copy.close();
  return Number(found);
};

test('one damaged row stops no backup: it is kept as it is read, counted, and said by a check', async () => {
  await damage(() => flipLetter(file(), 'Line 2', 'Line X'));
  const { failure, health } = await trial.ask('backup.make', {});
  expect(failure).toBeNull();
  expect(health).toMatchObject({ damagedRows: 1 });
  const backup = await newest();
  expect(backup?.note).toMatchObject({ workfiles: 1, damage: { rows: 1, tables: [] } });
  expect(linesIn(backup?.id ?? '')).toBe(lines);
});

test('of a table with a lost page all other rows are kept, and every other table whole', async () => {
  const pages = leavesOf(file(), 'line');
  expect(pages.length).toBeGreaterThan(10);
  await damage(() => zeroPages(file(), [pages[3] ?? 0, pages[8] ?? 0]));
  expect((await trial.ask('backup.make', {})).failure).toBeNull();
  const backup = await newest();
  expect(backup?.note).toMatchObject({ workfiles: 1, damage: { rows: 0, tables: ['line'] } });
  const kept = linesIn(backup?.id ?? '');
  expect(kept).toBeGreaterThan(lines * 0.7);
  expect(kept).toBeLessThan(lines);
  const copy = new Database(path.join(backups(), backup?.id ?? ''), { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(copy.prepare('select count(*) from outbox').pluck().get()).toBeGreaterThan(0);
  copy.close();
  expect(fs.readdirSync(backups())).toEqual([backup?.id]);
});

test('put in place it is whole again: from what was not sent yet, without a cloud', async () => {
  await damage(() => zeroPages(file(), leavesOf(file(), 'line').slice(2, 5)));
  await trial.ask('backup.make', {});
  const id = (await newest())?.id ?? '';
  await trial.ask('backup.restore', { id, carry: true });
  await trial.close();
  trial = await open();
  const after = await sheetOf(trial, sheet.workfile.id);
  expect(after.lines).toHaveLength(lines);
  expect(after.lines.map(({ text }) => text.description)).toEqual(sheet.lines.map(({ text }) => text.description));
  expect(await trial.ask('pc.check', {})).toMatchObject({ health: { damagedRows: 0, faults: [] } });
});

test('what is in no queue any more comes from the newest whole backup', async () => {
  await trial.ask('backup.make', {});
  await trial.close();
  const database = new Database(file());
  database.exec('delete from outbox');
  database.close();
  flipLetter(file(), 'Line 7', 'Line Y');
  trial = await open();
  await trial.ask('backup.make', {});
  const id = (await newest())?.id ?? '';
  await trial.ask('backup.restore', { id, carry: false });
  await trial.close();
  trial = await open();
  const texts = (await sheetOf(trial, sheet.workfile.id)).lines.map(({ text }) => text.description);
  expect(texts).toEqual(sheet.lines.map(({ text }) => text.description));
});

test('of two restores in one second each is carried out, and what each replaced is put aside', async () => {
  await trial.ask('backup.make', {});
  const id = (await newest())?.id ?? '';
  for (const _ of [1, 2]) {
    await trial.ask('workfile.create', {});
    await trial.ask('backup.restore', { id, carry: false });
    await trial.close();
    trial = await open();
    expect(await trial.ask('workfile.count', { filters: [{}] })).toEqual([1]);
  }
  expect(fs.readdirSync(path.join(data(), 'aside'))).toHaveLength(2);
});

test('before an update that is tried again, a copy that lacks something takes the place of no whole one', async () => {
  await trial.close();
  const target = path.join(backups(), 'before-0099.db');
  const copy = async () => {
    const source = new Database(file());
    const schema = schemaOf(source);
    const { damage } = await copyDatabase(source, { target, kind: 'update', madeAt: 1, schema });
    source.close();
    return damage;
  };
  expect(await copy()).toBeNull();
  flipLetter(file(), 'Line 2', 'Line X');
  expect(await copy()).toMatchObject({ rows: 1 });
  expect(lookAt(target, {}).note).toMatchObject({ damage: null });
  expect(fs.readdirSync(backups())).toEqual(['before-0099.db']);
  trial = await open();
});

test('what a killed backup left is gone after the next one', async () => {
  fs.mkdirSync(backups(), { recursive: true });
  for (const end of ['.new', '.new-journal', '.new.read']) {
    fs.writeFileSync(path.join(backups(), `20261101-120000-daily.db${end}`), 'half');
  }
  fs.writeFileSync(path.join(backups(), 'letter.new'), 'somebody else’s');
  await trial.ask('backup.make', {});
  expect(fs.readdirSync(backups()).toSorted()).toEqual([(await newest())?.id, 'letter.new']);
});

test('unsent work is taken along out of damaged data, as far as it can be read', async () => {
  await trial.ask('backup.make', {});
  const id = (await newest())?.id ?? '';
  const last = sheet.lines.at(-1)?.id ?? sheet.lines[0]?.id;
  if (last === undefined) throw new Error('no line');
  await trial.ask('line.change', { lineId: last, group: 'text', value: { description: 'typed since' } });
  await trial.ask('backup.restore', { id, carry: true });
  await trial.close();
  zeroPages(file(), leavesOf(file(), 'outbox').slice(1, 2));
  trial = await open();
  const texts = (await sheetOf(trial, sheet.workfile.id)).lines.map(({ text }) => text.description);
  expect(texts).toContain('typed since');
  const { restored } = await trial.ask('pc.read', {});
  expect(restored).toMatchObject({ isLeft: false, isPart: true, carried: { edits: 1 } });
});

test('where there was nothing to put aside the restore ends, and says that nothing could be taken along', async () => {
  await trial.ask('backup.make', {});
  await trial.ask('backup.restore', { id: (await newest())?.id ?? '', carry: true });
  await trial.close();
  for (const end of ['', '-wal', '-shm']) fs.rmSync(`${file()}${end}`, { force: true });
  trial = await open();
  expect((await sheetOf(trial, sheet.workfile.id)).lines).toHaveLength(lines);
  expect((await trial.ask('pc.read', {})).restored).toMatchObject({ isLeft: true, carried: null });
  expect(fs.existsSync(path.join(data(), 'restore.json'))).toBe(false);
});

test('a backup of a damaged file says so even where it has every row', async () => {
  const pages = leavesOf(file(), 'sqlite_autoindex_line_1');
  await damage(() => zeroPages(file(), pages.slice(0, 1)));
  expect((await trial.ask('backup.make', {})).failure).toBeNull();
  const backup = await newest();
  expect(backup?.note?.damage).toEqual({ rows: 0, tables: [] });
  expect(linesIn(backup?.id ?? '')).toBe(lines);
});

test('unsent work that is no text of JSON any more is left out and said, and the rest is taken along', async () => {
  await trial.close();
  const database = new Database(file());
  database.exec("update outbox set value = 'x' || value where n = (select max(n) from outbox)");
  database.close();
  trial = await open();
  await trial.ask('repair.run', { backup: null });
  await trial.close();
  trial = await open();
  expect((await trial.ask('pc.read', {})).restored).toMatchObject({ isLeft: false, isPart: true });
});
