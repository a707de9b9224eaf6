import { describe, expect, test } from 'vitest';
import type { EditId } from '../../../src-shared/base/ids.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { type Meeting, merge, policyOf } from '../../../src-shared/sync/merge.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';

const edit = (n: number): EditId => `abcdefghjk-${n}` as EditId;
const cell = (over: Partial<Meeting> = {}): Meeting => ({
  kind: 'contact',
  group: 'cell',
  value: { number: 'new' },
  edit: edit(2),
  base: edit(1),
  current: { value: { number: 'old' }, edit: edit(1) },
  deleted: false,
  ...over,
});

test('an edit whose author saw the present value applies', () => {
  expect(merge(cell())).toEqual({ kind: 'apply', value: { number: 'new' } });
});

test('an edit made beside another is a conflict, and an equal one is nothing', () => {
  expect(merge(cell({ base: edit(9) }))).toEqual({ kind: 'conflict', against: 'value' });
  expect(merge(cell({ base: null }))).toEqual({ kind: 'conflict', against: 'value' });
  expect(merge(cell({ base: edit(9), value: { number: 'old' } }))).toEqual({ kind: 'nothing' });
});

test('a replayed edit is nothing', () => {
  expect(merge(cell({ edit: edit(1) }))).toEqual({ kind: 'nothing' });
  expect(merge(cell({ group: '*', edit: edit(1) }))).toEqual({ kind: 'nothing' });
});

test('a record is created once', () => {
  expect(merge(cell({ group: '*', current: null }))).toMatchObject({ kind: 'apply' });
  expect(merge(cell({ group: '*' }))).toEqual({ kind: 'refuse', code: 'once' });
});

test('an edit of a record that is not there is refused as missing', () => {
  expect(merge(cell({ current: null }))).toEqual({ kind: 'refuse', code: 'missing' });
});

test('what is written to a deleted record is kept as a conflict, and the record can be restored', () => {
  expect(merge(cell({ deleted: true }))).toEqual({ kind: 'conflict', against: 'deletion' });
  expect(merge(cell({ deleted: true, value: { number: 'old' } }))).toEqual({ kind: 'nothing' });
  const restore = cell({
    group: 'deleted',
    value: { deleted: false },
    current: { value: { deleted: true }, edit: edit(1) },
    deleted: true,
  });
  expect(merge(restore)).toMatchObject({ kind: 'apply' });
});

describe('policies', () => {
  test('what only the cloud writes and what is written once are refused', () => {
    expect(merge(cell({ kind: 'workfile', group: 'stage', value: { stage: 'closed' } }))).toMatchObject({
      code: 'cloud',
    });
    expect(merge(cell({ kind: 'contact', group: 'parent', value: {} }))).toMatchObject({ code: 'once' });
  });

  test('the last place of a line wins', () => {
    const moved = cell({ kind: 'line', group: 'place', value: { position: 'b' }, base: edit(9) });
    expect(merge(moved)).toMatchObject({ kind: 'apply' });
  });

  test.each([
    ['mileageIn', 100, 200, 200],
    ['mileageOut', 300, 20, 300],
  ])('of two %s the larger stays, whichever comes first', (group, mine, theirs, kept) => {
    const meet = (value: number, present: number) =>
      merge({
        kind: 'vehicle',
        group,
        value: { miles: value },
        edit: edit(2),
        base: null,
        current: { value: { miles: present }, edit: edit(1) },
        deleted: false,
      });
    const settled = (value: number, present: number): number =>
      meet(value, present).kind === 'apply' ? value : present;
    expect(settled(mine, theirs)).toBe(kept);
    expect(settled(theirs, mine)).toBe(kept);
  });

  test('what a later version adds beside a figure does not decide which is larger', () => {
    const meet = (value: JsonObject, present: JsonObject) =>
      merge({
        ...{ kind: 'vehicle', group: 'mileageIn', value, edit: edit(2), base: null, deleted: false },
        current: { value: present, edit: edit(1) },
      }).kind;
    expect(meet({ addedLater: 1, miles: 300 }, { addedLater: 2, miles: 200 })).toBe('apply');
    expect(meet({ addedLater: 2, miles: 200 }, { addedLater: 1, miles: 300 })).toBe('nothing');
  });

  test('a group that the kind does not have is refused, inherited names included', () => {
    expect(policyOf('contact', 'toString')).toBeUndefined();
    expect(merge(cell({ group: 'constructor' }))).toEqual({ kind: 'refuse', code: 'invalid' });
  });
});

test('values are equal field by field, whatever the order of names', () => {
  expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameValue({ a: null }, { b: null })).toBe(false);
  expect(sameValue([], {})).toBe(false);
  expect(sameValue(0, false)).toBe(false);
});
