/** The list marks what is open between a workfile and the dealer's system. */
import { expect, test } from 'vitest';
import { type DmsEvent, dmsEventSpec, notExported } from '../../../../src-shared/domain/dms/dms-event.ts';
import { type DmsMark, dmsMarksOf } from '../../../../src-shared/domain/dms/dms-marks.ts';
import type { Receipt } from '../../../../src-shared/domain/receipt/receipt.ts';

const id = { id: '4711', source: 'typed', by: 'Robin', at: 1 } as const;
const known = { dmsCustomerId: id, dmsVehicleId: id };
const receipt = (state?: string) => ({ id: 'r', ...(state !== undefined && { dms: { state } }) }) as unknown as Receipt;
const event = (what: Partial<DmsEvent['what']>): DmsEvent => ({
  ...{ id: '0190aaaa-0000-8000-8000-000000000001' as DmsEvent['id'], deleted: false, parent: { workfileId: '' } },
  what: { ...dmsEventSpec.groups.what.parse({}), ...what },
});
type Given = {
  readonly receipts?: readonly Receipt[];
  readonly events?: readonly DmsEvent[];
  readonly voids?: boolean;
};
const marks = ({ receipts = [], events = [], voids = false }: Given, workfile: object = known): readonly DmsMark[] =>
  dmsMarksOf({
    workfile,
    ledger: { receipts, receiptVoids: voids ? ([{ parent: { receiptId: 'r' } }] as never) : [] },
    dmsEvents: events,
  });

test('an ID that nobody knows is marked, each by itself', () => {
  expect(marks({}, {})).toEqual(['no-customer', 'no-vehicle']);
  expect(marks({}, { dmsCustomerId: id })).toEqual(['no-vehicle']);
  expect(marks({})).toEqual([]);
});

test('money is open until it is posted, stands in a journal file, or is void', () => {
  expect(marks({ receipts: [receipt()] })).toEqual(['unsent']);
  expect(marks({ receipts: [receipt('queued')] })).toEqual(['unsent']);
  expect(marks({ receipts: [receipt('posted')] })).toEqual([]);
  expect(marks({ receipts: [receipt()], voids: true })).toEqual([]);
  const journaled = event({ what: 'payment-journaled', receiptId: 'r', reference: 'Journal 12' });
  expect(marks({ receipts: [receipt()], events: [journaled] })).toEqual([]);
});

test('what was refused or may have been lost has failed, and is not exported either', () => {
  expect(marks({ receipts: [receipt('failed')] })).toEqual(['failed', 'unsent']);
  expect(marks({ receipts: [receipt('needs-check')] })).toEqual(['failed', 'unsent']);
  expect(marks({ events: [event({ what: 'ro-rejected', status: notExported, at: 1 })] })).toEqual(['failed', 'unsent']);
  const sent = event({ what: 'ro-exported', status: 'Exported', at: 2 });
  expect(marks({ events: [event({ what: 'ro-rejected', at: 1 }), sent] })).toEqual([]);
});
