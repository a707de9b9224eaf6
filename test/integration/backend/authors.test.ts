/** Each edit is sent as its author's alone: those of somebody else wait for that person, and keep their order. */
import { hash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitingOfEach } from '../../../src-main/db/outbox.ts';
import type { Store } from '../../../src-main/db/store.ts';
import type { SessionUser } from '../../../src-shared/api/contract.ts';
import { freshStore, signInAs, trialUser } from '../../support/store.ts';
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
} from '../../support/store-story.ts';

const dana = trialUser;
const ann: SessionUser = { ...trialUser, userId: '0190a000-0000-7000-8000-000000000002', name: 'Ann Lee' };

let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
});
afterEach(() => close());

const setMiles = (miles: number): void => edit(store, 'vehicle', idOf(3), 'mileageIn', { miles });
const sealedFor = (person: SessionUser) => {
  try {
    return seal(store, { author: person.userId });
  } catch {
    return null;
  }
};
const groupsFor = (person: SessionUser) =>
  sealedFor(person)?.request.edits.map(([, kind, , group]) => `${kind}.${group}`);

test('edits of somebody else wait, and are counted by name', () => {
  createWorkfile(store);
  sendAll(store);
  signInAs(store, ann);
  setHours(store, 24);
  signInAs(store, dana);
  setMiles(5);
  expect(waitingOfEach(store)).toEqual([
    { id: dana.userId, name: dana.name, count: 1 },
    { id: ann.userId, name: ann.name, count: 1 },
  ]);
  expect(groupsFor(dana)).toEqual(['vehicle.mileageIn']);
  expect(groupsFor(ann)).toEqual(['line.labor']);
});

test('a sealed batch is never sent for another person, and the same bytes wait for its author', () => {
  createWorkfile(store);
  sendAll(store);
  signInAs(store, ann);
  setHours(store, 24);
  const hers = sealedFor(ann);
  signInAs(store, dana);
  expect(sealedFor(dana)).toBeNull();
  setMiles(5);
  const mine = seal(store, { author: dana.userId });
  expect(mine.request).toMatchObject({ n: 3, prev: hash('sha256', hers?.body ?? '') });
  expect(mine.request.edits.map(([, kind]) => kind)).toEqual(['vehicle']);
  answer(store, mine, applied);
  expect(sealedFor(ann)).toMatchObject({ n: 2, body: hers?.body });
});

test('an edit on top of an unsent one of somebody else waits behind it and follows from it', () => {
  createWorkfile(store);
  sendAll(store);
  signInAs(store, ann);
  setHours(store, 24);
  const hers = hours(store)?.edit;
  signInAs(store, dana);
  setHours(store, 26);
  expect(sealedFor(dana)).toBeNull();
  signInAs(store, ann);
  setHours(store, 28);
  expect(waitingOfEach(store).map(({ count }) => count)).toEqual([1, 2]);
  const first = seal(store, { author: ann.userId });
  expect(first.request.edits).toMatchObject([[hers, 'line', lineId, 'labor', labor(24), expect.any(String)]]);
  answer(store, first, applied);
  const second = seal(store, { author: dana.userId });
  expect(second.request.edits).toMatchObject([[expect.any(String), 'line', lineId, 'labor', labor(26), hers]]);
  answer(store, second, applied);
  expect(seal(store, { author: ann.userId }).request.edits).toMatchObject([
    [hours(store)?.edit, 'line', lineId, 'labor', labor(28), second.request.edits[0]?.[0]],
  ]);
});

test('what belongs to a workfile that somebody else has not sent yet waits for it', () => {
  signInAs(store, ann);
  createWorkfile(store);
  signInAs(store, dana);
  setMiles(5);
  edit(store, 'contact', idOf(70), '*', { parent: { workfileId: idOf(1), role: 'other' } });
  expect(sealedFor(dana)).toBeNull();
  const hers = seal(store, { author: ann.userId });
  expect(hers.request.edits).toHaveLength(7);
  answer(store, hers, applied);
  expect(groupsFor(dana)).toEqual(['vehicle.mileageIn', 'contact.*']);
});
