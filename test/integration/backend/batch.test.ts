/** Sealed batches are exact, chained and retried; verdicts confirm, correct or keep, and lose nothing. */
import { hash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastAnswered, sealNext } from '../../../src-main/db/batch.ts';
import { historyRows } from '../../../src-main/db/history.ts';
import { readIdentity } from '../../../src-main/db/identity.ts';
import { keptCount, listKept } from '../../../src-main/db/kept.ts';
import { sendEverythingAgain } from '../../../src-main/db/new-past.ts';
import { waitingCount } from '../../../src-main/db/outbox.ts';
import { applyPulled } from '../../../src-main/db/pulled.ts';
import { readRecord } from '../../../src-main/db/record.ts';
import type { Store } from '../../../src-main/db/store.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import {
  type JsonObject,
  maxBatchBytes,
  maxBatchEdits,
  pushRequest,
  type Verdict,
} from '../../../src-shared/sync/protocol.ts';
import { freshStore, trialUser } from '../../support/store.ts';
import { stateOf } from '../../support/store-state.ts';
import {
  answer,
  applied,
  createWorkfile,
  edit,
  foreign,
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
  createWorkfile(store);
});
afterEach(() => close());

const conflict = (tenths: number): Verdict => ({
  verdict: 'conflict',
  conflict: idOf(99),
  value: labor(tenths),
  edit: foreign(9),
});
/** Every group of the line as its creation would bring it. */
function lineGroups(): JsonObject {
  const { id: _, deleted: __, ...groups } = readRecord(store, 'line', lineId) as Line;
  return groups;
}

const nothing: Verdict = { verdict: 'nothing', edit: null };

test('a batch is the wire request itself, chained to the one before by its hash', () => {
  const first = seal(store);
  expect(pushRequest.parse(JSON.parse(first.body))).toMatchObject({ ...readIdentity(store), n: 1, prev: '' });
  answer(store, first, applied);
  expect(lastAnswered(store)).toEqual({ n: 1, hash: hash('sha256', first.body) });
  setHours(store, 24);
  expect(seal(store).request).toMatchObject({ n: 2, prev: hash('sha256', first.body) });
});

test('a creation carries every group, and comes before what belongs to it', () => {
  const { edits } = seal(store).request;
  expect(edits.map(([, kind, , group, , base]) => [kind, group, base])).toEqual(
    ['workfile', 'contact', 'vehicle', 'insurance', 'rates', 'estimate', 'line'].map((kind) => [kind, '*', null]),
  );
  expect(Object.keys(edits.at(-1)?.[4] ?? {})).toContain('refinish');
});

test('the same bytes are sealed again until they are answered, and an answer counts once', () => {
  const sealed = seal(store);
  setHours(store, 24);
  expect(sealNext(store, { author: trialUser.userId, now: 9 })).toEqual({ n: 1, body: sealed.body, edits: 7 });
  answer(store, sealed, applied);
  const before = stateOf(store);
  expect(answer(store, sealed, applied).workfiles.size).toBe(0);
  expect(stateOf(store)).toBe(before);
});

test('nothing waits once everything was answered', () => {
  expect(waitingCount(store)).toBe(7);
  sendAll(store);
  expect(waitingCount(store)).toBe(0);
  expect(sealNext(store, { author: trialUser.userId, now: 1 })).toBeNull();
});

test('a batch holds at most 500 edits and 256 KiB', () => {
  sendAll(store);
  for (let i = 0; i < 600; i += 1) {
    const note = { text: 'n'.repeat(1500) };
    const value = { parent: { workfileId, estimateId: idOf(5) }, note: i < 520 ? {} : note };
    edit(store, 'line', idOf(1000 + i), '*', value);
  }
  const sizes: number[] = [];
  while (waitingCount(store) > 0) {
    const sealed = seal(store);
    expect(Buffer.byteLength(sealed.body)).toBeLessThanOrEqual(maxBatchBytes);
    expect(sealed.edits).toBeLessThanOrEqual(maxBatchEdits);
    sizes.push(sealed.edits);
    answer(store, sealed, applied);
  }
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(600);
  expect(sizes.length).toBeGreaterThan(1);
});

test('the edits of a record travel together, however many others were made in between', () => {
  sendAll(store);
  setHours(store, 24);
  edit(store, 'vehicle', idOf(3), 'mileageIn', { miles: 5 });
  edit(store, 'contact', idOf(2), 'preference', { preference: 'text' });
  edit(store, 'line', lineId, 'text', { description: 'Fender' });
  const places = (most: number) => {
    const sealed = seal(store, { most });
    answer(store, sealed, applied);
    return sealed.request.edits.map(([, kind, , group]) => `${kind}.${group}`);
  };
  expect(places(2)).toEqual(['line.labor', 'line.text']);
  expect(places(2)).toEqual(['vehicle.mileageIn', 'contact.preference']);
});

test('an edit of a row that fails its hash is kept for a person and never sent; the others go on', () => {
  sendAll(store);
  store.connection.prepare("update line set text_description = 'flipped' where id = ?").run(lineId);
  setHours(store, 24);
  edit(store, 'vehicle', idOf(3), 'mileageIn', { miles: 5 });
  expect(seal(store).request.edits.map(([, kind]) => kind)).toEqual(['vehicle']);
  expect(listKept(store)).toMatchObject([
    { kind: 'line', id: lineId, group: 'labor', reason: 'damaged-row', mine: JSON.stringify(labor(24)), theirs: null },
  ]);
});

test('after a conflict the row shows what stands; both values come with the conflict itself', () => {
  sendAll(store);
  setHours(store, 24);
  const told = answer(store, seal(store), () => conflict(30));
  expect(hours(store)).toEqual({ value: labor(30), edit: foreign(9) });
  expect([keptCount(store), waitingCount(store)]).toEqual([0, 0]);
  expect(told.workfiles.get(workfileId)).toMatchObject([{ kind: 'line', record: { labor: labor(30) } }]);
  setHours(store, 40);
  expect(seal(store).request.edits[0]?.[5]).toBe(foreign(9));
});

test('a newer edit made here is not replaced by the answer to an older one', () => {
  sendAll(store);
  setHours(store, 24);
  const first = seal(store);
  setHours(store, 26);
  answer(store, first, () => conflict(30));
  expect(hours(store)?.value).toEqual(labor(26));
  answer(store, seal(store), () => conflict(30));
  expect(hours(store)).toEqual({ value: labor(30), edit: foreign(9) });
});

test('an edit of a record that the cloud lacks waits until the record comes, and goes again under its own id', () => {
  sendAll(store);
  setHours(store, 24);
  const mine = hours(store)?.edit;
  answer(store, seal(store), () => ({ verdict: 'refused', code: 'missing', value: null, edit: null }));
  expect([keptCount(store), waitingCount(store), sealNext(store, { author: trialUser.userId, now: 1 })]).toEqual([
    0,
    1,
    null,
  ]);
  expect(hours(store)?.value).toEqual(labor(24));
  const creation = { ...pulledHours(60, 0), group: '*', value: lineGroups() };
  applyPulled(store, [creation], { cursor: 60, epoch: 'e', mark: '' }, 1);
  expect(seal(store).request.edits.map(([id]) => id)).toEqual([mine]);
});

test('a refusal keeps the edit with its reason and the row takes the standing value', () => {
  sendAll(store);
  setHours(store, 24);
  const verdict: Verdict = { verdict: 'refused', code: 'locked', value: labor(0), edit: foreign(3) };
  answer(store, seal(store), () => verdict);
  expect(hours(store)).toEqual({ value: labor(0), edit: foreign(3) });
  expect(listKept(store)).toMatchObject([{ reason: 'locked' }]);
});

test('a record whose creation was refused leaves the workfile and stays among the kept edits', () => {
  const verdict: Verdict = { verdict: 'refused', code: 'forbidden', value: null, edit: null };
  const told = answer(store, seal(store), ([, kind], i) => (kind === 'line' ? verdict : applied(null, i)));
  expect(readRecord(store, 'line', lineId)).toBeUndefined();
  expect(told.workfiles.get(workfileId)).toMatchObject([{ kind: 'line', record: { id: lineId, deleted: true } }]);
  expect(listKept(store)).toMatchObject([{ kind: 'line', group: '*', reason: 'forbidden', theirs: null }]);
});

test('what was edited of a record whose creation was refused meanwhile is kept as part of the creation', () => {
  const first = seal(store);
  setHours(store, 24);
  const refused: Verdict = { verdict: 'refused', code: 'locked', value: null, edit: null };
  answer(store, first, ([, kind], i) => (kind === 'line' ? refused : applied(null, i)));
  answer(store, seal(store), () => ({ ...refused, code: 'missing' }));
  const kept = listKept(store);
  expect(kept).toMatchObject([{ group: '*', reason: 'locked' }]);
  expect(JSON.parse(kept[0]?.mine ?? '')).toMatchObject({ labor: labor(24) });
});

test('a record that was refused and removed meanwhile is kept no longer', () => {
  const first = seal(store);
  edit(store, 'line', lineId, 'deleted', { deleted: true });
  const refused: Verdict = { verdict: 'refused', code: 'locked', value: null, edit: null };
  answer(store, first, ([, kind], i) => (kind === 'line' ? refused : applied(null, i)));
  answer(store, seal(store), () => ({ ...refused, code: 'missing' }));
  expect(listKept(store)).toEqual([]);
});

test('an equal value that was pulled meanwhile gives the row the edit that the cloud has', () => {
  sendAll(store);
  setHours(store, 24);
  applyPulled(store, [pulledHours(50, 24)], { cursor: 50, epoch: 'e', mark: '' }, 1);
  answer(store, seal(store), () => nothing);
  expect(hours(store)).toEqual({ value: labor(24), edit: foreign(50) });
});

test('an edit made after one that the cloud had already follows from the edit that the cloud has', () => {
  sendAll(store);
  setHours(store, 24);
  const first = seal(store);
  setHours(store, 26);
  answer(store, first, () => ({ verdict: 'nothing', edit: foreign(50) }));
  expect(seal(store).request.edits).toMatchObject([
    [expect.any(String), 'line', lineId, 'labor', labor(26), foreign(50)],
  ]);
  expect(hours(store)?.value).toEqual(labor(26));
});

test('a value that the cloud had already is stamped with the edit that the cloud has', () => {
  sendAll(store);
  setHours(store, 24);
  answer(store, seal(store), () => ({ verdict: 'nothing', edit: foreign(50) }));
  expect(hours(store)).toEqual({ value: labor(24), edit: foreign(50) });
  setHours(store, 26);
  expect(seal(store).request.edits[0]?.[5]).toBe(foreign(50));
});

test('what goes once more keeps its place in the history, and what became of it', () => {
  sendAll(store);
  setHours(store, 24);
  answer(store, seal(store), () => conflict(30));
  const told = () => historyRows(store, [workfileId]).map(({ edit: id, seq, standing }) => ({ id, seq, standing }));
  const before = told();
  expect(before.at(-1)?.standing).toBe('beside');
  sendEverythingAgain(store);
  answer(store, seal(store), () => nothing);
  expect(told()).toEqual(before);
});

test('an answer that was lost on its way does not undo what came after the edit', () => {
  sendAll(store);
  setHours(store, 24);
  const mine = hours(store)?.edit ?? foreign(1);
  const sealed = seal(store);
  const changes = [pulledHours(50, 24, mine), pulledHours(51, 30)];
  applyPulled(store, changes, { cursor: 51, epoch: 'e', mark: '' }, 1);
  expect(hours(store)?.value).toEqual(labor(24));
  answer(store, sealed, () => ({ verdict: 'applied', seq: 50 }));
  expect(hours(store)).toEqual({ value: labor(30), edit: foreign(51) });
});

test('an answer of another length is refused and changes nothing', () => {
  seal(store);
  const before = stateOf(store);
  expect(() => answer(store, { n: 1, body: '{"edits":[]}', edits: 0 }, applied)).toThrow('another batch');
  expect(stateOf(store)).toBe(before);
});

test('answered batches are kept for thirty days, and the newest for ever', () => {
  const day = 24 * 60 * 60 * 1000;
  sendAll(store);
  setHours(store, 1);
  sendAll(store);
  const count = () => store.connection.prepare('select count(*) from batch').pluck().get();
  expect(count()).toBe(2);
  store.connection.exec(`update batch set answered_at = answered_at - ${31 * day}`);
  setHours(store, 2);
  sendAll(store);
  expect(count()).toBe(1);
  expect(lastAnswered(store)?.n).toBe(3);
});
