/** What a repair order needs before it is closed, and what is only worth a look. */
import { expect, test } from 'vitest';
import type { ShopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { type Closing, closingPoints } from '../../../src-shared/domain/workfile/closing.ts';
import { simulatedConnection } from '../../support/dms-shop.ts';

const ready = {
  workfile: { id: 'w', vehicleOut: { complete: true } },
  contacts: [{ id: 'c', deleted: false, parent: { role: 'owner' }, name: { first: '', last: 'Turpin', company: '' } }],
  vehicle: { id: 'v', identity: { vin: '2T1BURHE9GC000001', make: 'Toyota' }, mileageOut: { miles: 40_312 } },
  insurance: { id: 'i', payer: { payer: 'Self Pay' } },
  estimate: { id: 'e', lock: { at: 1, by: 'Casey Moor' } },
  conflicts: [],
  tasks: [],
  receipts: [],
  dmsEvents: [],
  unsavedSince: 0,
} as unknown as Closing;
const keysOf = (change: object) => closingPoints({ ...ready, ...change }).map(({ key }) => key);

test('a repair order that is ready has no open point', () => {
  expect(closingPoints(ready)).toEqual([]);
});

test('each thing that is missing is named with its record and field', () => {
  expect(keysOf({ estimate: { id: 'e', lock: { at: 0, by: '' } } })).toEqual(['estimate-open']);
  expect(keysOf({ contacts: [] })).toEqual(['owner-missing']);
  expect(keysOf({ conflicts: [{ id: 'x', deleted: false, choice: { made: 'open' } }] })).toEqual(['undecided']);
  expect(keysOf({ unsavedSince: 5 })).toEqual(['not-saved']);
  const bare = { id: 'v', identity: { vin: '', make: '' }, mileageOut: { miles: 0 } };
  expect(closingPoints({ ...ready, vehicle: bare } as unknown as Closing)).toEqual([
    { key: 'vehicle-missing', must: true, record: 'v', field: 'vehicle.identity.make' },
    { key: 'vin-missing', must: false, record: 'v', field: 'vehicle.identity.vin' },
    { key: 'mileage-missing', must: false, record: 'v', field: 'vehicle.mileageOut.miles' },
  ]);
  expect(keysOf({ insurance: { id: 'i', payer: { payer: 'Not Specified' } } })).toEqual(['payer-missing']);
});

test('open tasks and receipts that neither a dealer system nor a journal file took over are worth a look', () => {
  const task = { id: 't', deleted: false, about: { due: '' }, done: { done: false } };
  expect(keysOf({ tasks: [task] })).toEqual(['tasks-open']);
  expect(keysOf({ tasks: [{ ...task, done: { done: true } }] })).toEqual([]);
  expect(keysOf({ receipts: [{ id: 'r' }] })).toEqual(['receipts-not-exported']);
  expect(keysOf({ receipts: [{ id: 'r', dms: { state: 'posted' } }] })).toEqual([]);
  const what = { what: 'payment-journaled', receiptId: 'r', reference: 'Journal 12' };
  expect(keysOf({ receipts: [{ id: 'r' }], dmsEvents: [{ id: 'd', what }] })).toEqual([]);
});

test('a vehicle that is not out and a balance that is due are worth a look, and keep nothing from closing', () => {
  expect(closingPoints({ ...ready, workfile: { id: 'w' } } as unknown as Closing)).toEqual([
    { key: 'vehicle-out-open', must: false, record: 'w', field: 'workfile.vehicleOut.actualDate' },
  ]);
  expect(closingPoints(ready, 1)).toMatchObject([{ key: 'balance-due', must: false }]);
  expect(closingPoints(ready, -1)).toEqual([]);
});

test('what the dealer’s system asks for is worth a look, where it takes repair orders', () => {
  const missing = (dealer: ShopConnection | undefined, workfile: object = {}) =>
    closingPoints({ ...ready, workfile: { ...ready.workfile, ...workfile } }, 0, dealer).map(({ key }) => key);
  const simulated = simulatedConnection();
  const about = { ...simulated.about, partner: 'cdk' };
  expect(missing(undefined)).toEqual([]);
  expect(missing(simulated)).toEqual(['dms-customer-missing', 'dms-repair-missing']);
  expect(missing({ ...simulated, about })).toEqual([
    'dms-customer-missing',
    'dms-vehicle-missing',
    'dms-repair-missing',
  ]);
  expect(missing(simulated, { dmsCustomerId: { id: '9876543' } })).toEqual(['dms-repair-missing']);
  expect(missing({ ...simulated, about: { ...about, on: false } })).toEqual([]);
  expect(missing({ ...simulated, takes: { ...simulated.takes, repairOrders: false } })).toEqual([]);
  expect(closingPoints(ready, 0, simulated)[0]).toEqual({
    key: 'dms-customer-missing',
    must: false,
    record: 'w',
    field: 'workfile.dmsCustomerId.id',
  });
});

test('a person or a company may own the car, and a deleted owner does not', () => {
  const [owner] = ready.contacts;
  expect(keysOf({ contacts: [{ ...owner, name: { first: '', last: '', company: 'Arctic Fleet' } }] })).toEqual([]);
  expect(keysOf({ contacts: [{ ...owner, deleted: true }] })).toEqual(['owner-missing']);
});
