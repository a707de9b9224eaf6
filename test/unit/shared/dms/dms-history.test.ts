import { expect, test } from 'vitest';
import type { DmsEventId } from '../../../../src-shared/base/ids.ts';
import { type DmsEvent, idEvent, newestFirst } from '../../../../src-shared/domain/dms/dms-event.ts';
import { dmsIdOf, isDmsId } from '../../../../src-shared/domain/dms/dms-id.ts';
import { shopConnection, takesType } from '../../../../src-shared/domain/dms/shop-connection.ts';
import { isShutTo } from '../../../../src-shared/domain/workfile/life.ts';
import { simulatedConnection } from '../../../support/dms-shop.ts';

const set = (at: number, is: string): DmsEvent => ({
  id: `0190aaaa-0000-7000-8000-00000000000${at}` as DmsEventId,
  deleted: false,
  parent: { workfileId: '' },
  what: idEvent('dmsRepairId', { was: '', is, by: 'Janet Smith', at }),
});

test('the history names the id as its reference, but for a vehicle it stays blank', () => {
  const change = { was: '', is: '12345678', by: 'Janet Smith', at: 1 };
  expect(idEvent('dmsRepairId', change)).toMatchObject({ what: 'repair-id', is: '12345678', reference: '12345678' });
  expect(idEvent('dmsVehicleId', change)).toMatchObject({ what: 'vehicle-id', is: '12345678', reference: '' });
});

test('the newest of the history comes first', () => {
  expect(newestFirst([set(1, 'a'), set(3, 'b'), set(2, 'c')]).map(({ what }) => what.is)).toEqual(['b', 'c', 'a']);
});

test('customer and vehicle freeze when a workfile ends, the Repair ID never does', () => {
  for (const stage of ['closed', 'cancelled'] as const) {
    expect(isShutTo('workfile', 'dmsRepairId', stage)).toBe(false);
    expect(isShutTo('workfile', 'dmsCustomerId', stage)).toBe(true);
    expect(isShutTo('workfile', 'dmsVehicleId', stage)).toBe(true);
    expect(isShutTo('dms-event', '*', stage)).toBe(false);
  }
  expect(isShutTo('workfile', 'dmsCustomerId', 'repair-order')).toBe(false);
});

test('a shop is connected once its connection names a partner', () => {
  const connection = simulatedConnection();
  expect(shopConnection([])).toBeUndefined();
  expect(shopConnection([connection])).toBe(connection);
  expect(shopConnection([{ ...connection, about: { ...connection.about, partner: '' } }])).toBeUndefined();
});

test('an id that nobody set is empty', () => {
  expect(dmsIdOf({}, 'dmsCustomerId')).toBe('');
  expect(['dmsRepairId', 'saved', 'toString'].map(isDmsId)).toEqual([true, false, false]);
});

test('a type of receipt that nobody gave a word is not exported, unless nobody gave any', () => {
  expect(takesType({}, 'cash')).toBe(true);
  const types = {
    list: [
      { type: 'cash', word: 'CASH' },
      { type: 'visa', word: '' },
    ],
  };
  expect([takesType({ types }, 'cash'), takesType({ types }, 'visa'), takesType({ types }, 'check')]).toEqual([
    true,
    false,
    false,
  ]);
});
