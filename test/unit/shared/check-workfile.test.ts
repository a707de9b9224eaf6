import { expect, test } from 'vitest';
import type { ContactId, InsuranceId, VehicleId } from '../../../src-shared/base/ids.ts';
import { type Contact, contactSpec } from '../../../src-shared/domain/people/contact.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { vehicleSpec } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { type CheckedWorkfile, checkWorkfile } from '../../../src-shared/domain/workfile/check-workfile.ts';
import { linesOfPrint } from '../../support/golden/print-line.ts';
import { emptyEstimate, emptyRates, selfPay } from '../../support/golden/printed-totals.ts';

const owner: Contact = {
  id: 'owner' as ContactId,
  deleted: false,
  parent: emptyGroup(contactSpec, 'parent'),
  name: emptyGroup(contactSpec, 'name'),
  cell: emptyGroup(contactSpec, 'cell'),
  home: emptyGroup(contactSpec, 'home'),
  business: emptyGroup(contactSpec, 'business'),
  email: emptyGroup(contactSpec, 'email'),
  address: emptyGroup(contactSpec, 'address'),
  preference: emptyGroup(contactSpec, 'preference'),
};
const empty: CheckedWorkfile = {
  contacts: [owner],
  vehicle: {
    id: 'vehicle' as VehicleId,
    identity: emptyGroup(vehicleSpec, 'identity'),
    plate: emptyGroup(vehicleSpec, 'plate'),
  },
  workfile: { id: 'w' },
  estimate: { id: 'estimate', ...emptyEstimate },
  rates: emptyRates,
  insurance: { id: 'insurance' as InsuranceId, ...selfPay },
  lines: [],
};

test('an empty workfile has nothing wrong with it', () => {
  expect(checkWorkfile(empty)).toEqual([]);
});

test('everything wrong is found and named by record and field', () => {
  const [bad] = linesOfPrint([{ line: 1, operation: 'Rpr', description: 'x', labor: '-1.0' }]);
  if (bad === undefined) throw new Error('no line');
  const found = checkWorkfile({
    ...empty,
    contacts: [{ ...owner, cell: { number: '12' }, email: { address: 'nobody' } }],
    vehicle: { ...empty.vehicle, identity: { ...empty.vehicle.identity, vin: '1HGCM82633A00435Q' } },
    lines: [bad],
  });
  expect(found.map(({ record, failure }) => [record, failure.kind === 'invalid' ? failure.field : ''])).toEqual([
    ['owner', 'contact.cell.number'],
    ['owner', 'contact.email.address'],
    ['vehicle', 'vehicle.identity.vin'],
    [bad.id, 'line.labor.tenths'],
  ]);
});

test('what is deleted is not checked, and a wrong check digit is no error', () => {
  const deleted = { ...owner, deleted: true, cell: { number: '12' } };
  const identity = { ...empty.vehicle.identity, vin: '1HGCM82633A004353' };
  expect(checkWorkfile({ ...empty, contacts: [deleted], vehicle: { ...empty.vehicle, identity } })).toEqual([]);
});

test('a total beyond the largest amount is a slip of the finger', () => {
  const lines = linesOfPrint([
    { line: 1, operation: 'Repl', description: 'x', price: '99,999,999.99' },
    { line: 2, operation: 'Repl', description: 'x', price: '0.01' },
  ]);
  expect(checkWorkfile({ ...empty, lines })).toMatchObject([{ record: 'estimate', failure: { issue: 'too-large' } }]);
});

test('an adjuster’s number is checked while the payer has an adjuster', () => {
  const adjuster = { first: '', last: '', phone: '12', email: 'nobody' };
  const insured = { ...empty.insurance, adjuster, payer: { payer: 'Insurance Company' } as const };
  const fields = checkWorkfile({ ...empty, insurance: insured }).map(({ failure }) =>
    failure.kind === 'invalid' ? failure.field : '',
  );
  expect(fields).toEqual(['insurance.adjuster.phone', 'insurance.adjuster.email']);
  expect(checkWorkfile({ ...empty, insurance: { ...empty.insurance, adjuster } })).toEqual([]);
});

test('who is the owner is checked with the owner', () => {
  const bad = { ...owner, parent: { ...owner.parent, role: 'insured' as const }, cell: { number: '12' } };
  expect(checkWorkfile({ ...empty, contacts: [owner, { ...bad, same: { asOwner: true } }] })).toEqual([]);
  expect(checkWorkfile({ ...empty, contacts: [owner, bad] })).toHaveLength(1);
});
