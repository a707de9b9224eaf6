/** What is said of an id that the dealer's system was asked for: it waits, it was asked for, or why it did not come. */
import { expect, test } from 'vitest';
import { noAnswerWords, wayWords } from '../../../src-renderer/words/dms/search-words.ts';
import type { DmsEventId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type DmsEvent, dmsEventSpec } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import type { PartnerRequestKind } from '../../../src-shared/domain/dms/partner.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { idWay, isTold } from '../../../src-shared/ipc/dms/id-way.ts';
import { dmsRefusals } from '../../../src-shared/sync/dms.ts';

const workfileId = 'w' as WorkfileId;
const asked = {
  ...{ id: 'c', name: 'export-customer', workfileId, workfileLabel: '48213', receiptId: '', state: 'waiting' },
  ...{ subject: null, move: null, number: null, version: '', refusal: null },
  ...{ by: 'Robin Ellery', madeAt: 100, settledAt: 0, answeredAt: null },
} as const satisfies GivenCommand;
/** The id of a line that a person wrote. */
const byHand = '0190dddd-0000-7000-8000-000000000002' as DmsEventId;
const eventAt = (at: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  ...{ id: `e${at}` as DmsEventId, deleted: false, parent: { workfileId } },
  what: dmsEventSpec.groups.what.parse({ what: 'customer-id', at, ...what }),
});
const failedAt = (at: number) => eventAt(at, { status: 'Failed', note: 'Phone number needed' });
const lookedFor = (kind: PartnerRequestKind): GivenCommand => ({
  ...{ ...asked, name: 'resolve-export' },
  subject: { kind, id: workfileId },
});
const said = (given: readonly GivenCommand[], events: readonly DmsEvent[] = []): string | undefined => {
  const way = idWay(workfileId, 'dmsCustomerId', { given, events });
  return way && wayWords(way);
};

test('an id that nobody asked for has no way', () => {
  expect(said([])).toBeUndefined();
  expect(said([{ ...asked, name: 'export-vehicle' }])).toBeUndefined();
  expect(said([{ ...asked, state: 'cancelled' }])).toBeUndefined();
});

test('it waits for the cloud, then for the dealer', () => {
  expect(said([asked])).toBe('Waits for the cloud; goes on when online');
  expect(said([{ ...asked, state: 'done' }])).toBe('Sent to the DMS; its ID comes here by itself');
});

test('a failure says the partner’s reason until it is asked for again', () => {
  expect(said([], [failedAt(1)])).toBe('Failed: Phone number needed');
  expect(said([{ ...asked, state: 'done' }], [failedAt(200)])).toBe('Failed: Phone number needed');
  expect(said([{ ...asked, state: 'done' }], [failedAt(50)])).toBe('Sent to the DMS; its ID comes here by itself');
  expect(said([], [failedAt(1), eventAt(2, { is: '7' })])).toBeUndefined();
});

test('what the cloud said is put in order by the cloud’s clock, however wrong those of PCs are', () => {
  const day = 24 * 60 * 60 * 1000;
  const done = { ...asked, state: 'done' } as const;
  for (const madeAt of [500 - day, 500 + day]) {
    const given = { ...done, madeAt, answeredAt: 500 };
    expect(said([given], [failedAt(400)])).toBe('Sent to the DMS; its ID comes here by itself');
    expect(said([given], [failedAt(600)])).toBe('Failed: Phone number needed');
  }
  // An older cloud says no time; the PC's own has to do.
  expect(said([{ ...done, madeAt: 500 }], [failedAt(600)])).toBe('Failed: Phone number needed');
});

test('what people wrote by hand, by clocks of their own, hides nothing that the dealer’s system said', () => {
  const removed = { ...eventAt(9_000_000, { was: 'C-1', is: '' }), id: byHand };
  expect(said([], [failedAt(1), removed])).toBe('Failed: Phone number needed');
  expect(said([], [eventAt(1, { status: 'Outcome unknown' }), removed])).toMatch(/^Outcome unknown: look in the DMS/);
  expect(said([], [removed])).toBeUndefined();
});

test('an unknown outcome waits for a person, and is on its way again once one looked', () => {
  const unknown = eventAt(1, { status: 'Outcome unknown' });
  expect(said([], [unknown])).toMatch(/^Outcome unknown: look in the DMS/);
  expect(said([], [unknown, eventAt(2, { what: 'checked' })])).toBe('Sent to the DMS; its ID comes here by itself');
  expect(said([lookedFor('customer')], [unknown])).toBe('Waits for the cloud; goes on when online');
  expect(said([lookedFor('vehicle')], [unknown])).toMatch(/^Outcome unknown: look in the DMS/);
  // What somebody found about another export settles nothing here.
  expect(
    said([], [unknown, eventAt(2, { what: 'vehicle-id', status: 'Outcome unknown' }), eventAt(3, { what: 'checked' })]),
  ).toMatch(/^Outcome unknown/);
  expect(
    said([], [unknown, eventAt(2, { what: 'checked', receiptId: '0190dddd-0000-7000-8000-000000000001' })]),
  ).toMatch(/^Outcome unknown/);
});

test('what somebody found is told of one export, whatever else of its workfile waits', () => {
  const given = [lookedFor('vehicle'), { ...lookedFor('customer'), state: 'done' as const }];
  const isToldOf = (kind: PartnerRequestKind) => isTold(given, { kind, id: workfileId });
  expect(['vehicle', 'customer', 'reservation'].map((kind) => isToldOf(kind as PartnerRequestKind))).toEqual([
    true,
    false,
    false,
  ]);
  expect(isTold(given, { kind: 'vehicle', id: 'other' })).toBe(false);
});

test('what the cloud refused says why', () => {
  const refusal = { reason: 'empty', by: '', number: '', version: '', stage: null } as const;
  expect(said([{ ...asked, state: 'refused', refusal }])).toBe('Not done: the workfile has no name to send yet.');
});

test('the history tells a record that was not made from an id that was added', () => {
  expect(eventWords(failedAt(1).what)).toBe('DMS Customer ID not added: Phone number needed');
  expect(eventWords(eventAt(1, { is: '7' }).what)).toBe('DMS Customer ID added');
});

test('an ID that was made there and not used is no failure, once somebody removed the one they typed', () => {
  expect(
    said([{ ...asked, state: 'done', answeredAt: 1 }], [eventAt(2, { status: 'Not used', is: '7' })]),
  ).toBeUndefined();
});

test('every reason for no answer has words of its own, and the way by hand', () => {
  const words = dmsRefusals.map((reason) => noAnswerWords(reason, ''));
  expect(new Set(words.map(({ what }) => what)).size).toBe(dmsRefusals.length);
  for (const { todo } of words) expect(todo).toMatch(/type the ID by hand/);
});
