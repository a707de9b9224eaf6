/** Changes from the cloud: rows and cursor together, nothing of mine replaced, nothing unknown lost, one bad row alone. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitingCount } from '../../../src-main/db/outbox.ts';
import { applyAwaited, applyPulled, applySome, type PulledChange, readCursor } from '../../../src-main/db/pulled.ts';
import { quarantined, quarantinedCount } from '../../../src-main/db/quarantine.ts';
import { readRow } from '../../../src-main/db/record.ts';
import { isWhole } from '../../../src-main/db/record-row.ts';
import { readSheet } from '../../../src-main/db/sheet.ts';
import { refreshStaleHeads } from '../../../src-main/db/stale-head.ts';
import type { Store } from '../../../src-main/db/store.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { freshStore } from '../../support/store.ts';
import { stateOf } from '../../support/store-state.ts';
import {
  createWorkfile,
  edit,
  foreign,
  held,
  hours,
  idOf,
  labor,
  lineId,
  pulledHours,
  seal,
  sendAll,
  setHours,
  workfileId,
} from '../../support/store-story.ts';

let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
});
afterEach(() => close());

const pull = (changes: readonly PulledChange[], cursor = changes.at(-1)?.seq ?? 0) =>
  applyPulled(store, changes, { cursor, epoch: 'e', mark: '' }, 9000);
const change = (seq: number, kind: string, id: string, group: string, value: JsonObject): PulledChange => ({
  seq,
  edit: foreign(seq),
  kind,
  id,
  group,
  value,
  base: null,
  by: 'Robin Ellery',
  at: 5000 + seq,
});
const parent = { workfileId };

/** A workfile as another PC made it. */
const made = (): readonly PulledChange[] => [
  change(1, 'workfile', workfileId, '*', { number: { ro: '4711' } }),
  change(2, 'contact', idOf(2), '*', {
    parent: { ...parent, role: 'owner' },
    name: { first: 'Ana', last: 'Ochoa', company: '' },
  }),
  change(3, 'vehicle', idOf(3), '*', { parent }),
  change(4, 'insurance', idOf(6), '*', { parent }),
  change(5, 'rates', idOf(7), '*', { parent }),
  change(6, 'estimate', idOf(5), '*', { parent }),
  change(7, 'line', lineId, '*', { parent: { ...parent, estimateId: idOf(5) }, part: { priceCents: 4200 } }),
];

test('a workfile of another PC comes whole and stands in the list', () => {
  const told = pull(made());
  expect(told.workfiles.get(workfileId)).toHaveLength(7);
  expect(readSheet(store, workfileId)).toMatchObject({
    lines: [{ id: lineId, part: { priceCents: 4200, quantity: 1 } }],
  });
  expect(store.connection.prepare('select label, owner, total_cents, changed_at from workfile_head').all()).toEqual([
    { label: '4711', owner: 'Ochoa, Ana', total_cents: 4200, changed_at: 5007 },
  ]);
  expect(waitingCount(store)).toBe(0);
});

test('a workfile that has not come whole is told as arriving', () => {
  pull(made().slice(0, 3));
  expect(readSheet(store, workfileId)).toBe('arriving');
  expect(readSheet(store, idOf(50) as never)).toBe('missing');
});

test('the cursor moves with the rows, and not at all when the slice fails', () => {
  expect(readCursor(store)).toEqual({ cursor: 0, at: null, epoch: '' });
  pull(made());
  expect(readCursor(store)).toEqual({ cursor: 7, at: foreign(7), epoch: 'e' });
  store.connection.exec(`create temp trigger failpoint before update on main.line
    begin select raise(abort, 'failpoint'); end`);
  const before = stateOf(store);
  expect(() => pull([change(8, 'vehicle', idOf(3), 'mileageIn', { miles: 4 }), pulledHours(9, 24)])).toThrow(
    'failpoint',
  );
  expect(stateOf(store)).toBe(before);
});

test('the same slice again changes nothing', () => {
  pull(made());
  const before = stateOf(store);
  expect(pull(made()).workfiles.size).toBe(0);
  expect(stateOf(store)).toBe(before);
});

test('an empty slice at the same place writes nothing', () => {
  pull(made());
  const version = store.connection.pragma('data_version');
  const changes = store.connection.prepare('select total_changes()').pluck().get();
  pull([], 7);
  expect(store.connection.prepare('select total_changes()').pluck().get()).toBe(changes);
  expect(store.connection.pragma('data_version')).toEqual(version);
});

test('a group with an unsent edit here is not replaced, the other groups are', () => {
  createWorkfile(store);
  sendAll(store);
  setHours(store, 24);
  const mine = hours(store);
  pull([pulledHours(50, 30), change(51, 'line', lineId, 'text', { description: 'Fender' })]);
  expect(hours(store)).toEqual(mine);
  expect(held(store, 'line', lineId, 'text')).toEqual({ value: { description: 'Fender' }, edit: foreign(51) });
  expect(seal(store).request.edits[0]?.[5]).not.toBe(foreign(50));
});

test('my own edits that come back, older ones too, change nothing', () => {
  createWorkfile(store);
  sendAll(store);
  const ids = [24, 25].map((tenths) => {
    setHours(store, tenths);
    const id = hours(store)?.edit;
    sendAll(store);
    return id;
  });
  pull([], 0);
  const before = stateOf(store);
  pull([pulledHours(60, 24, ids[0]), pulledHours(61, 25, ids[1])], 0);
  expect(hours(store)).toEqual({ value: labor(25), edit: ids[1] });
  expect(stateOf(store)).toBe(before);
});

test('a later edit of another PC replaces mine once mine was answered', () => {
  createWorkfile(store);
  sendAll(store);
  setHours(store, 24);
  sendAll(store);
  const told = pull([pulledHours(60, 30)]);
  expect(hours(store)).toEqual({ value: labor(30), edit: foreign(60) });
  expect(told.workfiles.get(workfileId)).toMatchObject([{ kind: 'line', record: { labor: labor(30) } }]);
});

test('fields and groups that this version does not know are kept and sent back untouched', () => {
  pull(made());
  pull([
    change(8, 'line', lineId, 'labor', { ...labor(10), skill: { level: 3 } }),
    change(9, 'line', lineId, 'paint', { stages: ['base', 'clear'] }),
  ]);
  expect(readSheet(store, workfileId)).toMatchObject({ lines: [{ labor: labor(10) }] });
  setHours(store, 24);
  expect(seal(store).request.edits).toMatchObject([
    [expect.any(String), 'line', lineId, 'labor', { ...labor(24), skill: { level: 3 } }, foreign(8)],
  ]);
  expect(held(store, 'line', lineId, 'paint')).toEqual({ value: { stages: ['base', 'clear'] }, edit: foreign(9) });
  expect(isWhole(readRow(store, 'line', lineId) ?? [])).toBe(true);
});

test('a record of an unknown kind is kept as it came', () => {
  pull([...made(), change(8, 'spaceship', idOf(80), '*', { amount: { cents: 5 } })]);
  expect(store.connection.prepare('select kind, id, group_name, value, edit from unknown_record').all()).toEqual([
    { kind: 'spaceship', id: idOf(80), group_name: '*', value: '{"amount":{"cents":5}}', edit: foreign(8) },
  ]);
  expect(readCursor(store).cursor).toBe(8);
});

test('one bad change is set aside and the rest goes on', () => {
  pull([
    ...made(),
    change(8, 'line', lineId, 'labor', { tenths: 'many' }),
    change(9, 'line', idOf(81), 'labor', labor(3)),
    change(10, 'line', idOf(82), '*', { parent: { workfileId: 'nonsense' } }),
    change(11, 'line', lineId, 'deleted', { deleted: 'yes' }),
    change(12, 'line', lineId, '*', {}),
    change(13, 'vehicle', idOf(3), 'mileageIn', { miles: 9 }),
  ]);
  expect(Object.fromEntries(quarantined(store).map(({ edit: id, reason }) => [id, reason]))).toEqual({
    [foreign(8)]: 'invalid',
    [foreign(9)]: 'missing',
    [foreign(10)]: 'invalid',
    [foreign(11)]: 'invalid',
  });
  expect(readSheet(store, workfileId)).toMatchObject({ vehicle: { mileageIn: { miles: 9 } } });
});

test('a change whose record was missing is used when the record comes, and is set aside no longer', () => {
  const late = idOf(81);
  pull([
    ...made(),
    change(8, 'line', late, 'labor', labor(3)),
    change(9, 'line', late, 'labor', labor(4)),
    change(10, 'line', late, 'text', { description: 'Fender' }),
  ]);
  expect(quarantinedCount(store)).toBe(3);
  const told = pull([change(11, 'line', late, '*', { parent: { ...parent, estimateId: idOf(5) } })]);
  expect(quarantinedCount(store)).toBe(0);
  expect(held(store, 'line', late, 'labor')).toEqual({ value: labor(4), edit: foreign(9) });
  expect(told.workfiles.get(workfileId)).toMatchObject([{ record: { text: { description: 'Fender' } } }]);
});

test('changes that wait for a record are tried at every pull, which writes nothing while it is missing', () => {
  pull([...made(), change(8, 'line', idOf(81), 'labor', labor(3))]);
  const written = () => store.connection.prepare('select total_changes()').pluck().get();
  const before = written();
  expect(applyAwaited(store, 1).workfiles.size).toBe(0);
  expect(written()).toBe(before);
  edit(store, 'line', idOf(81), '*', { parent: { ...parent, estimateId: idOf(5) } });
  expect(applyAwaited(store, 1).workfiles.size).toBe(1);
  expect(held(store, 'line', idOf(81), 'labor')?.value).toEqual(labor(3));
  expect(quarantinedCount(store)).toBe(0);
});

test('a workfile deleted elsewhere leaves the list and comes back when it is restored', () => {
  pull(made());
  const heads = () => store.connection.prepare('select label from workfile_head').pluck().all();
  pull([change(8, 'workfile', workfileId, 'deleted', { deleted: true })]);
  expect(heads()).toEqual([]);
  expect(readSheet(store, workfileId)).toBe('missing');
  pull([change(9, 'workfile', workfileId, 'deleted', { deleted: false })]);
  expect(heads()).toEqual(['4711']);
});

test('local and remote edits leave the same row behind', async () => {
  const other = await freshStore(2);
  createWorkfile(store);
  edit(store, 'line', lineId, 'part', { ...held(store, 'line', lineId, 'part')?.value, priceCents: 777 });
  const sealed = seal(store);
  const changes = sealed.request.edits.map(([id, kind, record, group, value, base], i) => ({
    ...change(i + 1, kind, record, group, value),
    edit: id,
    base,
  }));
  applyPulled(other.store, changes, { cursor: changes.length, epoch: 'e', mark: '' }, 1);
  expect(readRow(other.store, 'line', lineId)).toEqual(readRow(store, 'line', lineId));
  other.close();
});

test('rows of the list wait for the rest of a pull that left some for later', () => {
  pull(made());
  const ro = () => store.connection.prepare('select label from workfile_head where id = ?').pluck().get(workfileId);
  const renamed = (seq: number, number: string) => change(seq, 'workfile', workfileId, 'number', { ro: number });
  const some = (one: PulledChange, headsLater: boolean) =>
    applySome(store, [one], { cursor: one.seq, epoch: 'e', mark: '', headsLater }, 9000);
  const before = ro();
  expect(some(renamed(20, '5001'), true).headsLater).toBe(true);
  expect([ro(), readCursor(store).cursor]).toEqual([before, 20]);
  refreshStaleHeads(store, 1000);
  expect(ro()).toContain('5001');
  expect(some(renamed(21, '5002'), false).headsLater).toBe(false);
  expect(ro()).toContain('5002');
});
