/** What DMS Activity says of a customer who is to be corrected in the dealer's system, and why they cannot be. */
import { expect, test } from 'vitest';
import {
  customerNotUpdatedWords,
  customerWayWords,
  underWayWords,
} from '../../../src-renderer/words/dms/customer-words.ts';
import type { DmsEventId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { whyNotUpdateCustomer } from '../../../src-shared/domain/dms/customer-update.ts';
import { type DmsEvent, dmsEventSpec } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { customerWay, isCustomerComing } from '../../../src-shared/ipc/dms/customer-way.ts';
import { simulatedConnection } from '../../support/dms-shop.ts';

const workfileId = 'w' as WorkfileId;
const asked = {
  ...{ id: 'c', name: 'update-customer', workfileId, workfileLabel: '48213', receiptId: '', state: 'waiting' },
  ...{ subject: null, move: null, number: null, version: '', refusal: null },
  ...{ by: 'Robin Ellery', madeAt: 100, settledAt: 0, answeredAt: 100 },
} as const satisfies GivenCommand;
const eventAt = (at: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  ...{ id: `e${at}` as DmsEventId, deleted: false, parent: { workfileId } },
  what: dmsEventSpec.groups.what.parse({ what: 'customer-updated', reference: '7', at, ...what }),
});
const refused = { what: 'customer-not-updated', status: 'Failed', note: 'StateCode is invalid' };

test('the history says what became of it, with the partner’s reason', () => {
  expect(eventWords(eventAt(1, {}).what)).toBe('DMS Customer updated');
  expect(eventWords(eventAt(1, refused).what)).toBe('DMS Customer not updated: StateCode is invalid');
});

test('it waits for the cloud, then for the dealer, then the newest answer counts', () => {
  const said = (given: readonly GivenCommand[], events: readonly DmsEvent[] = []) => {
    const way = customerWay(workfileId, { given, events });
    return [way && customerWayWords(way, (at) => `at ${at}`), underWayWords(way)];
  };
  const done = { ...asked, state: 'done' } as const;
  expect(said([])).toEqual([undefined, undefined]);
  expect(said([asked], [eventAt(50, {})])).toEqual([
    'The customer update waits for the cloud; goes on when online.',
    'it waits for the cloud already.',
  ]);
  expect(said([done], [eventAt(50, {})])).toEqual([
    'The customer update was sent to the DMS; the history tells what becomes of it.',
    'it is on its way to the DMS.',
  ]);
  expect(said([done], [eventAt(200, refused)])).toEqual([
    'DMS Customer not updated: StateCode is invalid, at 200',
    undefined,
  ]);
  expect(said([], [eventAt(1, refused), eventAt(2, {})])).toEqual(['DMS Customer updated, at 2', undefined]);
  const refusal = { reason: 'being-exported', by: '', number: '', version: '', stage: null } as const;
  expect(said([{ ...asked, state: 'refused', refusal }])).toEqual([
    'Not done: it is on its way to the DMS.',
    undefined,
  ]);
});

test('a new customer who is on the way comes first', () => {
  const fresh = { ...asked, name: 'export-customer' } as const;
  expect(isCustomerComing(workfileId, { given: [fresh], events: [] })).toBe(true);
  expect(isCustomerComing(workfileId, { given: [{ ...fresh, state: 'done' }], events: [] })).toBe(true);
  const made = eventAt(200, { what: 'customer-id', is: '7' });
  expect(isCustomerComing(workfileId, { given: [{ ...fresh, state: 'done' }], events: [made] })).toBe(false);
});

test('every reason against it is said; a cloud that does not say that its partner takes it has none', () => {
  const workfile = { stage: { stage: 'opportunity' }, dmsCustomerId: { id: '7', source: 'typed', by: '', at: 0 } };
  const contacts = [{ parent: { workfileId, role: 'owner' }, name: { last: 'Moor', first: '', company: '' } }];
  const { updates: _, ...older } = simulatedConnection();
  const good = { workfile, contacts, connection: simulatedConnection(), events: [] as readonly DmsEvent[] };
  const why = (more: object) => {
    const reason = whyNotUpdateCustomer({ ...good, ...more } as never);
    return reason === null ? null : customerNotUpdatedWords[reason];
  };
  expect(why({})).toBeNull();
  expect(why({ connection: undefined })).toMatch(/no DMS connection/);
  expect(why({ connection: older })).toMatch(/takes no corrections/);
  expect(why({ workfile: { ...workfile, stage: { stage: 'closed' } } })).toMatch(/reopen it first/);
  expect(why({ workfile: { ...workfile, dmsCustomerId: undefined } })).toBe('enter the DMS Customer ID first.');
  expect(why({ contacts: [] })).toMatch(/no last name or company/);
  const unknown = eventAt(1, { what: 'customer-id', status: 'Outcome unknown' });
  expect(why({ events: [unknown] })).toMatch(/check in the DMS first/);
});
