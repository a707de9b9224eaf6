import { expect, test } from 'vitest';
import type { DmsEventId } from '../../../../src-shared/base/ids.ts';
import { type DmsEvent, dmsEventSpec } from '../../../../src-shared/domain/dms/dms-event.ts';
import { type OrderNotExported, whyNotExportOrder } from '../../../../src-shared/domain/dms/repair-order.ts';
import { simulatedConnection } from '../../../support/dms-shop.ts';

const known = (id: string) => ({ id, source: 'typed', by: 'Someone', at: 1 }) as const;
const whole = { stage: { stage: 'closed' }, dmsRepairId: known('48213'), dmsCustomerId: known('C-7') } as const;
const connection = simulatedConnection();
const { about, takes } = connection;

test('a closed repair order with its IDs goes to a partner that takes it', () => {
  expect(whyNotExportOrder(whole, connection, [])).toBeNull();
});

const told = (at: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  ...{ id: `e${at}` as DmsEventId, deleted: false, parent: { workfileId: 'w' } },
  what: dmsEventSpec.groups.what.parse({ at, ...what }),
});

test('one of which nobody knows whether it arrived is looked up before it is sent again', () => {
  const unknown = told(1, { what: 'ro-rejected', status: 'Outcome unknown' });
  expect(whyNotExportOrder(whole, connection, [unknown])).toBe('outcome-unknown');
  expect(
    whyNotExportOrder(whole, connection, [unknown, told(2, { what: 'checked', status: 'Sent again' })]),
  ).toBeNull();
  const found = [told(2, { what: 'checked' }), told(2, { what: 'ro-exported', status: 'Exported' })];
  expect(whyNotExportOrder(whole, connection, [unknown, ...found])).toBeNull();
});

test('the difference needs a Repair ID that the dealer has not seen yet', () => {
  const left = [told(1, { what: 'ro-rejected', status: 'Not exported', was: '48213' })];
  expect(whyNotExportOrder(whole, connection, left)).toBe('used-repair-id');
  expect(whyNotExportOrder({ ...whole, dmsRepairId: known('48213S1') }, connection, left)).toBeNull();
});

test.each<[OrderNotExported, object, object | undefined]>([
  ['no-connection', {}, undefined],
  ['no-connection', {}, { about: { ...about, on: false } }],
  ['not-offered', {}, { takes: { ...takes, repairOrders: false } }],
  ['not-closed', { stage: { stage: 'repair-order' } }, {}],
  ['not-closed', { stage: { stage: 'cancelled' } }, {}],
  ['no-customer-id', { dmsCustomerId: known('') }, {}],
  ['no-repair-id', { dmsRepairId: undefined }, {}],
  ['no-vehicle-id', {}, { about: { ...about, partner: 'cdk' } }],
])('else it says why: %s', (why, workfile, parts) => {
  const here = parts === undefined ? undefined : { ...connection, ...parts };
  expect(whyNotExportOrder({ ...whole, ...workfile }, here, [])).toBe(why);
});
