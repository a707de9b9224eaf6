/** An edit is a row and an outbox entry in one transaction; unsent edits of one group become one. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markUnsavedSince } from '../../../src-main/db/head.ts';
import { waitingCount } from '../../../src-main/db/outbox.ts';
import { readRow } from '../../../src-main/db/record.ts';
import { isWhole } from '../../../src-main/db/record-row.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { readUndoState } from '../../../src-main/db/undo-state.ts';
import { writeEdits } from '../../../src-main/db/write-edits.ts';
import { freshStore } from '../../support/store.ts';
import { stateOf } from '../../support/store-state.ts';
import {
  answer,
  applied,
  createWorkfile,
  edit,
  hours,
  idOf,
  labor,
  lineId,
  seal,
  sendAll,
  setHours,
  workfileId,
} from '../../support/store-story.ts';

let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
  createWorkfile(store);
});
afterEach(() => close());

const outbox = () =>
  store.connection.prepare('select kind, id, group_name, value, base, edit from outbox order by n').all();

test.each(['outbox', 'undo_step', 'workfile_head', 'line'])(
  'an edit that fails at its write to %s leaves neither row nor outbox entry',
  (table) => {
    sendAll(store);
    const before = stateOf(store);
    const event = table === 'line' || table === 'workfile_head' ? 'update' : 'insert';
    store.connection.exec(`create temp trigger failpoint before ${event} on main.${table}
      begin select raise(abort, 'failpoint'); end`);
    expect(() => setHours(store, 24)).toThrow('failpoint');
    store.connection.exec('drop trigger failpoint');
    expect(stateOf(store)).toBe(before);
    setHours(store, 24);
    expect(hours(store)?.value).toEqual(labor(24));
    expect(waitingCount(store)).toBe(1);
  },
);

test('edits of a record that was not sent are part of its creation', () => {
  const before = outbox().length;
  setHours(store, 24);
  edit(store, 'line', lineId, 'text', { description: 'Fender' });
  expect(outbox()).toHaveLength(before);
  const creation = outbox().at(-1) as { value: string; base: null; edit: string };
  expect(JSON.parse(creation.value)).toMatchObject({ labor: labor(24), text: { description: 'Fender' } });
  expect(hours(store)?.edit).toBe(creation.edit);
  expect(readRow(store, 'line', lineId)?.[3]).toBeNull();
});

test('unsent edits of one group coalesce and keep the first base, under an id that no copy of this PC has sent', () => {
  sendAll(store);
  const creation = hours(store)?.edit;
  setHours(store, 24);
  const first = hours(store)?.edit;
  setHours(store, 25);
  setHours(store, 26);
  edit(store, 'line', lineId, 'text', { description: 'Fender' });
  expect(outbox()).toMatchObject([
    { group_name: 'labor', value: JSON.stringify(labor(26)), base: creation, edit: hours(store)?.edit },
    { group_name: 'text', base: creation },
  ]);
  expect(hours(store)?.edit).not.toBe(first);
});

test('an edit made while its predecessor is in flight names it as base and does not coalesce with it', () => {
  sendAll(store);
  setHours(store, 24);
  const inFlight = seal(store);
  setHours(store, 30);
  const [sent, follower] = outbox() as { edit: string; base: string; value: string }[];
  expect(inFlight.request.edits).toHaveLength(1);
  expect(inFlight.request.edits[0]?.[4]).toEqual(labor(24));
  expect(follower).toMatchObject({ base: sent?.edit, value: JSON.stringify(labor(30)) });
  expect(seal(store).body).toBe(inFlight.body);
  answer(store, inFlight, applied);
  expect(hours(store)).toEqual({ value: labor(30), edit: follower?.edit });
  expect(seal(store).request.edits[0]?.[5]).toBe(sent?.edit);
});

test('edit ids are never used twice, not even after the edits are gone', () => {
  const ids = new Set<string>();
  for (let i = 0; i < 20; i += 1) {
    setHours(store, i + 1);
    const sealed = seal(store);
    for (const [id] of sealed.request.edits) {
      expect(ids.has(id)).toBe(false);
      ids.add(id);
    }
    answer(store, sealed, applied);
  }
});

test('an edit to the value that is already there is no edit', () => {
  sendAll(store);
  setHours(store, 24);
  sendAll(store);
  const before = stateOf(store);
  setHours(store, 24);
  expect(stateOf(store)).toBe(before);
});

test('a deletion is an edit of its own, even of a record that was never sent', () => {
  const before = outbox().length;
  edit(store, 'line', lineId, 'deleted', { deleted: true });
  expect(outbox()).toHaveLength(before + 1);
  expect(outbox().at(-1)).toMatchObject({ group_name: 'deleted', value: '{"deleted":true}', base: hours(store)?.edit });
});

test('the hash of a row changes with it, and a row that was damaged stays known as damaged', () => {
  const row = () => readRow(store, 'line', lineId) ?? [];
  expect(isWhole(row())).toBe(true);
  setHours(store, 24);
  expect(isWhole(row())).toBe(true);
  store.connection.prepare('update line set part_price_cents = 99 where id = ?').run(lineId);
  expect(isWhole(row())).toBe(false);
  setHours(store, 25);
  expect(isWhole(row())).toBe(false);
});

test('a value that breaks the rules of its kind undoes everything written with it', () => {
  const before = stateOf(store);
  const bad = { kind: 'line', id: lineId, group: 'labor', value: { tenths: 1e308 } } as const;
  const good = { kind: 'line', id: lineId, group: 'text', value: { description: 'x' } } as const;
  expect(() => writeEdits(store, { workfileId, as: 'step', now: 1, edits: [good, bad] })).toThrow();
  expect(stateOf(store)).toBe(before);
});

test('an edit leaves something to save, and a plain write does not', () => {
  expect(readUndoState(store, workfileId).unsavedSince).toBe(0);
  edit(store, 'vehicle', idOf(3), 'mileageIn', { miles: 5 }, 7777);
  expect(readUndoState(store, workfileId).unsavedSince).toBe(7777);
  markUnsavedSince(store, workfileId, 0);
  const saved = { kind: 'workfile', id: workfileId, group: 'saved', value: { revision: 1, at: 8, by: 'x' } } as const;
  writeEdits(store, { workfileId, as: 'plain', now: 8888, edits: [saved] });
  expect(readUndoState(store, workfileId).unsavedSince).toBe(0);
});
