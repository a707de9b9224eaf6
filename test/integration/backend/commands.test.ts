/** Commands and leased numbers as this PC keeps them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Command,
  listCommands,
  markCommand,
  nextCommand,
  readCommand,
  settleCommand,
  writeCommand,
} from '../../../src-main/db/command.ts';
import { moveCursor } from '../../../src-main/db/cursor.ts';
import { takeNewIdentity } from '../../../src-main/db/identity.ts';
import { askForAllMissed } from '../../../src-main/db/missed-commands.ts';
import { addLease, claimNumber, heldNumbers, takeNumber } from '../../../src-main/db/number-lease.ts';
import { renewLease } from '../../../src-main/db/number-renewal.ts';
import type { Store } from '../../../src-main/db/store.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { freshId } from '../../support/cloud.ts';
import { freshStore, signInTrialUser, trialUser } from '../../support/store.ts';

const author = { id: trialUser.userId, name: trialUser.name };
const month = 30 * 24 * 60 * 60 * 1000;
let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
});
afterEach(() => close());

function convert(now = 1): Command {
  const [id, workfileId] = [freshId(), freshId() as WorkfileId];
  const params = { workfileId, number: takeNumber(store) };
  writeCommand(store, { id, name: 'convert-to-ro', params, workfileId, author, now });
  return readCommand(store, id) as Command;
}
const done = (command: Command, seq: number, now = 2) =>
  settleCommand(store, command, { state: 'done', seq, result: { number: '10001' } }, now);

test('a command has edit ids of its own and goes in its turn, with its author alone', () => {
  const [one, two] = [convert(), convert()];
  expect(new Set([...one.edits, ...two.edits]).size).toBe(4);
  expect(nextCommand(store, author.id)?.id).toBe(one.id);
  expect(nextCommand(store, author.id, one.n)?.id).toBe(two.id);
  expect(nextCommand(store, author.id, two.n)).toBeUndefined();
  expect(nextCommand(store, 'somebody else')).toBeUndefined();
});

test('what a restored cloud lost is asked again in the same words with the result that was given', () => {
  const [early, late, refused] = [convert(), convert(), convert()];
  done(early, 10);
  done(late, 20);
  settleCommand(store, refused, { state: 'refused', reason: 'missing', details: {} }, 2);
  moveCursor(store, { cursor: 15, epoch: 'an-epoch', mark: 'a-mark' }, null);
  askForAllMissed(store);
  expect(readCommand(store, early.id)?.state).toBe('done');
  expect(readCommand(store, refused.id)?.state).toBe('refused');
  const again = nextCommand(store, author.id);
  expect(again).toMatchObject({ ...late, state: 'sent', result: { number: '10001' }, seq: null });
});

test('what was settled long ago is forgotten, and what waits never is', () => {
  const [old, waiting] = [convert(1), convert(1)];
  done(old, 1, 2);
  done(convert(2 * month), 2, 2 * month);
  expect(readCommand(store, old.id)).toBeUndefined();
  expect(listCommands(store)).toHaveLength(2);
  expect(readCommand(store, waiting.id)?.state).toBe('waiting');
});

test('numbers are taken one by one from block after block, until none is left', () => {
  addLease(store, [20, 21]);
  addLease(store, [30, 30]);
  addLease(store, [30, 30]);
  expect(heldNumbers(store)).toEqual([
    [20, 21],
    [30, 30],
  ]);
  expect([takeNumber(store), takeNumber(store), takeNumber(store), takeNumber(store)]).toEqual([
    '20',
    '21',
    '30',
    null,
  ]);
  expect(heldNumbers(store)).toEqual([]);
});

test('a number taken by hand out of the middle of a block is not given again, and the others are', () => {
  addLease(store, [20, 23]);
  claimNumber(store, 21);
  claimNumber(store, 23);
  claimNumber(store, 99);
  expect([takeNumber(store), takeNumber(store), takeNumber(store)]).toEqual(['20', '22', null]);
});

test('a PC that took a new identity gives none of the numbers of its old one', () => {
  addLease(store, [20, 40]);
  takeNewIdentity(store, 5);
  expect(takeNumber(store)).toBeNull();
  addLease(store, [50, 60]);
  expect(takeNumber(store)).toBe('50');
});

test('more numbers are asked for when few are left, once, and by those who may', () => {
  const asked = () => nextCommand(store, author.id);
  addLease(store, [1, 30]);
  renewLease(store, 1);
  expect(asked()).toBeUndefined();
  for (let i = 0; i < 21; i += 1) takeNumber(store);
  signInTrialUser(store, 'technician');
  renewLease(store, 2);
  expect(asked()).toBeUndefined();
  signInTrialUser(store);
  renewLease(store, 3);
  const lease = asked() as Command;
  expect(lease).toMatchObject({ name: 'lease-numbers', params: { series: 'ro', count: 20, unused: [[22, 30]] } });
  renewLease(store, 4);
  expect(nextCommand(store, author.id, lease.n)).toBeUndefined();
  // A refusal is an answer for an hour.
  settleCommand(store, lease, { state: 'refused', reason: 'forbidden', details: {} }, 5);
  renewLease(store, 6);
  expect(asked()).toBeUndefined();
  renewLease(store, 5 + 60 * 60 * 1000);
  expect(asked()?.name).toBe('lease-numbers');
});

test('a command that the cloud has taken is asked for again without holding anything up', () => {
  const command = convert();
  markCommand(store, command.id, 'taken');
  expect(nextCommand(store, author.id)?.state).toBe('taken');
  expect(nextCommand(store, author.id, command.n)).toBeUndefined();
});
