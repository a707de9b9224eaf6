/** A database that was put back, copied or moved takes a new identity; one that was merely killed keeps its own. */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveAnchor } from '../../../src-main/db/anchor.ts';
import { isUnregistered, readIdentity, takeEditId } from '../../../src-main/db/identity.ts';
import { openStore } from '../../../src-main/db/open.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { writeEdits } from '../../../src-main/db/write-edits.ts';
import { openAnchor } from '../../../src-main/os/identity/anchor-file.ts';
import { uuidV7, type WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Anchor, Machine } from '../../../src-shared/ipc/host.ts';
import { freshFolder, migrationsDir, signInTrialUser } from '../../support/store.ts';

const here: Machine = { hardware: 'one', name: 'front-desk' };
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const place = { folder: '', remove: () => {} };
beforeEach(() => void Object.assign(place, freshFolder('anchor')));
afterEach(() => place.remove());

const inPlace = (name: string): string => path.join(place.folder, name);
const anchorOf = (dataDir: string, machine = here): Anchor & { readonly said: string[] } => {
  const said: string[] = [];
  const parts = { folder: inPlace('anchors'), dataDir, machine, unwritten: () => void said.push('unwritten') };
  return { ...openAnchor(parts), said };
};

type Start = { readonly name?: string; readonly machine?: Machine; readonly anchor?: Anchor | null };

/** Starts on a data folder, does some work, ends; answers who the PC was and what was logged of it. */
async function life(start: Start = {}, work: (store: Store, anchor: Anchor) => void = () => undefined) {
  const dataDir = inPlace(start.name ?? 'data');
  const anchor = start.anchor === null ? undefined : (start.anchor ?? anchorOf(dataDir, start.machine));
  const logged: unknown[] = [];
  const store = await openStore({
    ...{ dataDir, migrationsDir, pid: process.pid, env: {}, clock: Date.now, stopwatch: () => performance.now() },
    ...{ random, log: (event, { kind }) => void (event === 'identity.renewed' && logged.push(kind)) },
    ...(anchor === undefined ? {} : { anchor }),
  });
  if (anchor !== undefined) work(store, anchor);
  const { device, incarnation } = readIdentity(store);
  const is = { device, incarnation, isNewToCloud: isUnregistered(store), logged };
  store.close();
  return is;
}

const copy = (from: string, to: string): void => {
  fs.rmSync(inPlace(to), { recursive: true, force: true });
  fs.cpSync(inPlace(from), inPlace(to), { recursive: true });
};
const anchorFile = (): string => path.join(inPlace('anchors'), fs.readdirSync(inPlace('anchors'))[0] ?? '');

test('a PC that is started again and again keeps its identity', async () => {
  const first = await life();
  expect(first).toMatchObject({ isNewToCloud: false, logged: [] });
  for (const _ of [1, 2, 3]) expect(await life()).toEqual(first);
});

test('a database put back from before the last start becomes another device, once', async () => {
  const first = await life();
  copy('data', 'backup');
  await life();
  copy('backup', 'data');
  const restored = await life();
  expect(restored).toMatchObject({ isNewToCloud: true, logged: ['put-back'] });
  expect([restored.device, restored.incarnation]).not.toContain(first.device);
  expect(restored.incarnation).not.toBe(first.incarnation);
  expect(await life()).toEqual({ ...restored, logged: [] });
});

test('a backup that was made while the program ran is noticed once the mark moved on', async () => {
  const first = await life({}, (store, anchor) => {
    copy('data', 'backup');
    moveAnchor(store, anchor, Date.now());
  });
  copy('backup', 'data');
  expect(await life()).toMatchObject({ logged: ['put-back'], device: expect.not.stringMatching(first.device) });
});

test('of a folder that was copied the copy becomes another device and the original stays', async () => {
  const first = await life();
  copy('data', 'copy');
  const other = await life({ name: 'copy' });
  expect(other.logged).toEqual(['put-back']);
  expect(other.device).not.toBe(first.device);
  expect(await life()).toEqual(first);
});

test('two data folders of one PC are two devices that never disturb each other', async () => {
  const [one, two] = [await life({ name: 'one' }), await life({ name: 'two' })];
  expect(one.device).not.toBe(two.device);
  expect([await life({ name: 'one' }), await life({ name: 'two' })]).toEqual([one, two]);
});

test('everything copied to another machine, anchor included, becomes another device there', async () => {
  const first = await life();
  const elsewhere = { hardware: 'two', name: 'front-desk' };
  expect(await life({ machine: elsewhere })).toMatchObject({ logged: ['other-machine'], isNewToCloud: true });
  const settled = await life({ machine: elsewhere });
  expect(settled).toMatchObject({ logged: [], device: expect.not.stringMatching(first.device) });
  // Imaged PCs share their number; their names differ.
  expect(await life({ machine: { hardware: 'two', name: 'office' } })).toMatchObject({ logged: ['other-machine'] });
});

test('a machine that does not always tell its number is the same machine', async () => {
  const first = await life();
  expect(await life({ machine: { ...here, hardware: null } })).toEqual(first);
  expect(await life()).toEqual(first);
});

test('a database of a version without an anchor keeps its identity when it gets one', async () => {
  const first = await life({ anchor: null });
  expect(await life()).toEqual(first);
  expect(fs.readFileSync(anchorFile(), 'utf8')).toContain(first.incarnation);
});

test.each([
  ['lost', () => fs.rmSync(anchorFile())],
  ['zeroed by a power cut', () => fs.writeFileSync(anchorFile(), new Uint8Array(90))],
  ['cut', () => fs.truncateSync(anchorFile(), 20)],
])('an anchor that was %s costs a new device and nothing else', async (_, damage) => {
  const first = await life();
  damage();
  const next = await life();
  expect(next.logged).toEqual(['put-back']);
  expect(next.device).not.toBe(first.device);
  expect(await life()).toEqual({ ...next, logged: [] });
});

test('a kill between the database and the anchor raises no alarm, however often it happens', async () => {
  const first = await life();
  for (const _ of [1, 2, 3]) {
    const real = anchorOf(inPlace('data'));
    expect(await life({ anchor: { ...real, write: () => undefined } })).toEqual(first);
  }
  expect(await life()).toEqual(first);
});

test('where no anchor can be written the PC keeps its identity and says so', async () => {
  fs.writeFileSync(inPlace('anchors'), 'a file where the folder should be');
  const anchor = anchorOf(inPlace('data'));
  const first = await life({ anchor });
  expect(await life({ anchor })).toEqual(first);
  expect(anchor.said).toEqual(['unwritten', 'unwritten']);
});

test('what was not sent goes on under the new identity with its ids and bases, and later edits have its name', async () => {
  const id = uuidV7(Date.now(), random(16)) as WorkfileId;
  const contact = uuidV7(Date.now(), random(16));
  const unsent = (store: Store) =>
    store.connection.prepare('select edit, kind, group_name, value, base from outbox order by n').all();
  const before: unknown[] = [];
  await life({}, (store) => {
    signInTrialUser(store);
    const edits = [
      { kind: 'workfile', id, group: '*', value: { opened: { at: 1, by: 'Dana' } } },
      { kind: 'contact', id: contact, group: '*', value: { parent: { workfileId: id, role: 'owner' } } },
    ] as const;
    writeEdits(store, { workfileId: id, edits, now: 1, as: 'step' });
    before.push(...unsent(store));
  });
  fs.rmSync(anchorFile());
  const taken = await life({}, (store) => {
    expect(unsent(store)).toEqual(before);
    expect(takeEditId(store).edit.startsWith(readIdentity(store).device)).toBe(true);
  });
  expect(before.length).toBe(2);
  expect(JSON.stringify(before)).not.toContain(taken.device);
});
