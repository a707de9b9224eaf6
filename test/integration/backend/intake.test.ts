/** Quick intake over the backend's door. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import type { Intake } from '../../../src-shared/domain/workfile/intake.ts';
import { sheetOf } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { trialUser } from '../../support/store.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial({ role: 'estimator' });
});
afterAll(() => trial.close());

const identity: Intake['identity'] = {
  vin: '2HGFB2F50CH000000',
  year: 2012,
  make: 'Honda',
  model: 'Civic',
  trim: '',
  body: '',
  engine: '',
  source: 'vin',
};
const intake: Intake = {
  customerId: null,
  name: { first: 'Sharon', last: 'Turpin', company: '' },
  cell: { number: '(616) 555-0142' },
  identity,
  company: 'Redwing Direct',
  claim: 'Q-1',
  estimator: 'Robin Ellery',
};
const nothing: Intake = {
  ...intake,
  name: { first: '', last: '', company: '' },
  cell: { number: '' },
  identity: { ...identity, vin: '', year: 0, make: '', model: '', source: '' },
  company: '',
  claim: '',
  estimator: trialUser.name,
};

test('an intake makes a workfile that says all of it, and one undo takes all of that back', async () => {
  const workfileId = await trial.ask('workfile.take-in', intake);
  const { workfile, contacts, vehicle, insurance, canUndo, unsavedSince } = await sheetOf(trial, workfileId);
  expect(contacts).toHaveLength(1);
  expect(contacts[0]).toMatchObject({ parent: { role: 'owner' }, name: intake.name, cell: intake.cell });
  expect(vehicle.identity).toEqual(identity);
  expect(insurance).toMatchObject({
    payer: { payer: 'Insurance Company' },
    company: { name: 'Redwing Direct', claimOffice: '' },
    claim: { number: 'Q-1', policy: '', lossDate: '' },
  });
  expect(workfile.tracking.estimator).toBe('Robin Ellery');
  expect([canUndo, unsavedSince > 0]).toEqual([true, true]);

  expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
  const empty = await sheetOf(trial, workfileId);
  expect(empty.contacts[0]?.name.last).toBe('');
  expect(empty.vehicle.identity.vin).toBe('');
  expect(empty.insurance.payer.payer).toBe('Not Specified');
  expect(empty.canUndo).toBe(false);
});

test('a customer of the shop becomes the owner with all that the shop knows of them', async () => {
  const groups = { name: { first: '', last: '', company: 'Lakeshore Bakery' }, email: { address: 'desk@bakery.test' } };
  const [customerId] = await trial.ask('library.add', { kind: 'customer', records: [groups] });
  const workfileId = await trial.ask('workfile.take-in', { ...nothing, customerId: customerId as CustomerId });
  const { contacts, insurance } = await sheetOf(trial, workfileId);
  expect(contacts[0]).toMatchObject({ ...groups, customer: { customerId } });
  expect(insurance.payer.payer).toBe('Not Specified');
});

test('an unknown customer and a technician make no workfile', async () => {
  const list = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;
  const before = (await trial.ask('workfile.list', list)).total;
  const customerId = '0190cccc-0000-7000-8000-000000000001' as CustomerId;
  expect(await trial.reply('workfile.take-in', { ...intake, customerId })).toEqual({
    ok: false,
    failure: { kind: 'not-found', what: 'customer' },
  });
  expect((await trial.ask('workfile.list', list)).total).toBe(before);
  const other = await openBackendTrial({ role: 'technician' });
  expect(await other.reply('workfile.take-in', intake)).toEqual({
    ok: false,
    failure: { kind: 'forbidden', need: 'create-workfiles' },
  });
  await other.close();
});
