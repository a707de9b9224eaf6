/** Which version wrote an edit travels with it: through an update of the program, a loss in the cloud, and bringing back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAgain } from '../../../src-main/db/again.ts';
import { goBack } from '../../../src-main/db/new-past.ts';
import { applySome } from '../../../src-main/db/pulled.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { schemaVersion } from '../../../src-shared/sync/protocol.ts';
import { freshStore, trialUser } from '../../support/store.ts';
import {
  answer,
  applied,
  createWorkfile,
  foreign,
  hours,
  labor,
  lineId,
  pulledHours,
  seal,
  sendAll,
  setHours,
  workfileId,
} from '../../support/store-story.ts';

const place = {} as { store: Store; close: () => void };
beforeEach(async () => void Object.assign(place, await freshStore()));
afterEach(() => place.close());

const older = schemaVersion - 1;
/** What waits was written before the program was updated. */
const update = (store: Store): void => void store.connection.exec(`update outbox set schema = ${older}`);
const wire = ({ request }: ReturnType<typeof seal>) =>
  request.edits.map(([edit, , , group, , base]) => [edit, group, base]);

test('an edit of an older version is sent as that, and the next one follows it in a batch of its own', () => {
  const { store } = place;
  createWorkfile(store);
  sendAll(store);
  setHours(store, 10);
  const first = hours(store)?.edit;
  update(store);
  setHours(store, 20);
  const one = seal(store);
  expect([one.request.schema, wire(one)]).toEqual([older, [[first, 'labor', expect.any(String)]]]);
  answer(store, one, applied);
  const next = seal(store);
  expect([next.request.schema, wire(next)]).toEqual([schemaVersion, [[hours(store)?.edit, 'labor', first]]]);
});

test('a sealed batch keeps its bytes over an update', () => {
  const { store } = place;
  createWorkfile(store);
  const { body } = seal(store);
  update(store);
  expect(seal(store).body).toBe(body);
});

test('what goes once more after a loss goes as the version that wrote it', () => {
  const { store } = place;
  createWorkfile(store);
  update(store);
  sendAll(store);
  goBack(store, 'another', null);
  expect(seal(store).request.schema).toBe(older);
});

test('after a loss the own edits go first, then what was heard behind the mark, as what it is', () => {
  const { store } = place;
  createWorkfile(store);
  sendAll(store);
  const to = { cursor: 9, epoch: 'e', mark: 'm9' };
  applySome(store, [pulledHours(8, 30), pulledHours(9, 40)], to, 5000);
  goBack(store, 'another', [8, 'm8']);
  const own = seal(store);
  expect(own.request.brought).toBeUndefined();
  answer(store, own, applied);
  const brought = seal(store);
  expect([brought.request.brought, wire(brought)]).toEqual([true, [[foreign(9), 'labor', null]]]);
  // Whether the cloud lacks it or may not take it from this PC: no person here has to decide about it.
  answer(store, brought, () => ({ verdict: 'refused', code: 'forbidden', value: null, edit: null }));
  expect(
    store.connection.prepare('select (select count(*) from again) + (select count(*) from kept)').pluck().get(),
  ).toBe(0);
});

test('what is brought back is not sent together with other edits', () => {
  const { store } = place;
  createWorkfile(store);
  sendAll(store);
  const more = { author: trialUser.userId, authorName: trialUser.name, workfileId, kind: 'line', id: lineId } as const;
  const value = JSON.stringify(labor(5));
  addAgain(store, { ...more, group: 'labor', value, base: null, edit: foreign(1), schema: schemaVersion });
  addAgain(store, {
    ...more,
    group: 'labor',
    value,
    base: null,
    edit: foreign(2),
    schema: schemaVersion,
    brought: true,
  });
  const sealed = seal(store);
  expect(wire(sealed)).toEqual([[foreign(1), 'labor', null]]);
  answer(store, sealed, () => ({ verdict: 'nothing', edit: null }));
  expect(wire(seal(store))).toEqual([[foreign(2), 'labor', null]]);
});
