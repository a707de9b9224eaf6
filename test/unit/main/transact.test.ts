/** A transaction's body happens whole or not at all, and cannot wait for anything. */
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore, type Store } from '../../../src-main/db/store.ts';
import { transact } from '../../../src-main/db/transact.ts';

let store: Store;
beforeEach(() => {
  store = createStore(new Database(':memory:'), {
    random: (count) => new Uint8Array(count),
    stopwatch: () => 0,
    log: () => {},
    release: () => {},
  });
  store.connection.exec('create table word (word text not null) strict');
});
afterEach(() => store.close());

const add = (word: string) => store.connection.prepare('insert into word values (?)').run(word);
const words = () => store.connection.prepare('select word from word').pluck().all();

test('a body that throws leaves nothing', () => {
  const broken = () =>
    transact(store, () => {
      add('half');
      throw new Error('broken');
    });
  expect(broken).toThrow('broken');
  expect(words()).toEqual([]);
});

test('a transaction inside another takes part in it', () => {
  const broken = () =>
    transact(store, () => {
      transact(store, () => void add('inner'));
      throw new Error('outer');
    });
  expect(broken).toThrow('outer');
  expect(words()).toEqual([]);
  expect(transact(store, () => transact(store, () => add('both').changes))).toBe(1);
  expect(words()).toEqual(['both']);
});

test('a body that returns a promise does not compile, and does not run to its end', () => {
  // @ts-expect-error: what it awaits would run after the commit
  expect(() => transact(store, async () => add('late'))).toThrow('promise');
  // @ts-expect-error: a promise that is returned is the same
  expect(() => transact(store, () => Promise.resolve(1))).toThrow('promise');
  expect(words()).toEqual([]);
});
