import { describe, expect, test } from 'vitest';
import { noMilestone } from '../../../../src-shared/domain/plan/milestone.ts';
import {
  missingForPromise,
  type PromiseFacts,
  promisePoints,
  promiseWay,
} from '../../../../src-shared/domain/plan/promise.ts';
import { contactOf, sheetOf } from '../../../browser/renderer/sample-sheet.ts';

const empty = sheetOf();
const isIn = { ...noMilestone, actualDate: '2026-11-20', actualTime: '08:00' };
const reported = { date: '2026-11-20', time: '08:00', at: 1, by: 'Robin' };
const owner = {
  ...contactOf('owner', 1),
  name: { first: 'Sharon', last: 'Turpin', company: '' },
  cell: { number: '(616) 555-0142' },
  preference: { preference: 'text' as const },
};
const ready: PromiseFacts = {
  ...empty,
  workfile: {
    ...empty.workfile,
    tracking: { estimator: 'Robin Ellery' },
    vehicleIn: isIn,
    statusUpdate: reported,
  },
  contacts: [owner],
  vehicle: { ...empty.vehicle, identity: { ...empty.vehicle.identity, vin: '1FTEW1EP5KFA12345', make: 'Ford' } },
  lines: [{}],
};
const facility = { phones: { phone: '(616) 555-0100', fax: '', email: '', website: '' } };

test('an empty workfile lacks all that it can have, and nothing that the shop has not set up', () => {
  expect(missingForPromise(empty, {})).toEqual([
    'estimator',
    'owner-name',
    'preference',
    'vin',
    'make',
    'lines',
    'vehicle-in',
  ]);
});

test('a workfile that is ready lacks nothing, and a save when something is not saved', () => {
  expect(missingForPromise(ready, { facility })).toEqual([]);
  expect(missingForPromise({ ...ready, unsavedSince: 5 }, { facility })).toEqual(['saved']);
});

test('each thing missing leads to its field', () => {
  const [estimator, name] = promisePoints(empty, {});
  expect(estimator).toMatchObject({ record: empty.workfile.id, path: 'workfile.tracking.estimator' });
  expect(name).toMatchObject({ record: owner.id, path: 'contact.name.first' });
});

describe('what the shop has set up is asked for', () => {
  test('a business phone of the repair facility, with its area code', () => {
    expect(missingForPromise(ready, { facility: null })).toEqual(['business-phone']);
    expect(missingForPromise(ready, { facility: { phones: { ...facility.phones, phone: '555-0100' } } })).toEqual([
      'business-phone',
    ]);
  });

  test('sharing, payer types, the insurer’s switch and the estimator’s e-mail', () => {
    const insured = { ...ready.insurance, payer: { payer: 'Insurance Company' as const } };
    const settings = {
      ...{ facility, sharesWithCustomers: false, payerTypes: ['Self Pay'] as const },
      ...{ updatesInsurer: () => false, emailOf: () => '' },
    };
    expect(missingForPromise({ ...ready, insurance: insured }, settings)).toEqual([
      'sharing',
      'customer-updates',
      'payer-type',
      'estimator-email',
    ]);
  });
});

describe('the comm. preference', () => {
  const of = (preference: 'call' | 'email' | '', address = '') =>
    missingForPromise({ ...ready, contacts: [{ ...owner, preference: { preference }, email: { address } }] }, {});
  test('Email asks for an address instead of a cell phone', () => {
    expect(of('email')).toEqual(['email']);
    expect(of('email', 'sharon@example.com')).toEqual([]);
  });
  test('Call and none start no promise job', () => {
    expect(of('call')).toEqual(['preference']);
    expect(of('')).toEqual(['preference']);
  });
  test('Text asks for a number that can be called', () => {
    const short = { ...owner, cell: { number: '555-0142' } };
    expect(missingForPromise({ ...ready, contacts: [short] }, {})).toEqual(['cell']);
  });
});

describe('a vehicle came in', () => {
  const { workfile } = ready;
  test('by Events of an estimate: its date and “Update status”, no box', () => {
    expect(promiseWay(workfile)).toBe('events');
    expect(promiseWay({ ...workfile, vehicleIn: { ...isIn, actualTime: '09:00' } })).toBeNull();
  });
  test('by the complete box of a repair order’s Repair plan', () => {
    const order = { ...workfile, stage: { stage: 'repair-order' as const } };
    expect(promiseWay(order)).toBeNull();
    expect(promiseWay({ ...order, vehicleIn: { ...isIn, complete: true } })).toBe('repair-plan');
  });
  test('not to a workfile that is closed', () => {
    const closed = { ...workfile, stage: { stage: 'closed' as const }, vehicleIn: { ...isIn, complete: true } };
    expect(promiseWay(closed)).toBeNull();
  });
});
