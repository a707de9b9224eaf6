/** What DMS Activity says of a repair order: how far it is on its way to the dealer, and what became of it. */
import { expect, test } from 'vitest';
import { orderWords } from '../../../src-renderer/words/dms/order-words.ts';
import { type DmsEvent, dmsEventSpec } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';

const told = (what: Partial<DmsEvent['what']>) =>
  dmsEventSpec.groups.what.parse({ what: 'ro-rejected', at: 1, ...what });
const unknown = told({ status: 'Outcome unknown' });
const nothing = { command: undefined, event: undefined, isWaiting: false, isUnknown: false, stage: 'closed' as const };
const words = (known: Partial<Parameters<typeof orderWords>[0]>) => orderWords({ ...nothing, ...known }, () => '5/5');

test('what nobody knows is not called rejected, of a payment neither', () => {
  expect(eventWords(unknown)).toBe('RO sent, outcome unknown');
  expect(eventWords({ ...unknown, what: 'payment-failed' })).toBe('Payment sent, outcome unknown');
  expect(eventWords(told({ status: 'Rejected', note: 'No such advisor' }))).toBe('RO rejected: No such advisor');
});

test('one of unknown outcome says so until a person looked, then it is on its way', () => {
  expect(words({ event: unknown, isUnknown: true })).toBe('RO sent, outcome unknown, 5/5');
  expect(words({ event: unknown, isUnknown: true, isWaiting: true })).toBe('Waits for the cloud; goes on when online.');
  expect(words({ event: unknown })).toBe('Sent to the cloud; the history tells what becomes of it.');
});

test('one that a closing left to a person says what to do, until the workfile is open again', () => {
  const event = told({ status: 'Not exported', was: '48213', note: 'enter a new DMS Repair ID' });
  expect(words({ event })).toBe('RO not exported: enter a new DMS Repair ID, 5/5');
  expect(words({ event, stage: 'repair-order' })).toBe('Goes by itself when the repair order is closed.');
});

test('one of which nothing is told goes by itself at the closing, and no longer afterwards', () => {
  expect(words({ stage: 'repair-order' })).toBe('Goes by itself when the repair order is closed.');
  expect(words({})).toBe('Not sent to the DMS yet.');
});
