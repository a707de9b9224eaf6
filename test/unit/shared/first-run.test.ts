/** The first steps of a shop: what counts as done is what the shop has. */
import { expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Profile, profileSpec } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { type Employee, employeeSpec } from '../../../src-shared/domain/people/employee.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { stepsDone } from '../../../src-shared/domain/workfile/first-run.ts';

const facility = (groups: object): Profile =>
  ({
    id: 'p',
    deleted: false,
    about: { ...emptyGroup(profileSpec, 'about'), name: 'Our shop' },
    usual: { isDefault: true },
    labor: emptyGroup(profileSpec, 'labor'),
    ...groups,
  }) as unknown as Profile;
const address = { ...emptyGroup(profileSpec, 'address'), street: '12 Quay Street' };
const phones = { ...emptyGroup(profileSpec, 'phones'), phone: '(616) 555-0142' };
const estimator = {
  id: 'e',
  deleted: false,
  about: { name: 'Alex Winter', roles: '' },
  estimator: { isEstimator: true },
  standing: emptyGroup(employeeSpec, 'standing'),
} as unknown as Employee;
const nothing = { profiles: [], employees: [] };
const none = { workfile: null, isUsed: false };
const workfile = { id: 'w' as WorkfileId, vehicleId: 'v', hasVin: true, hasLine: true, isSaved: true };

test('an empty shop has done nothing', () => {
  expect([...stepsDone(nothing, none)]).toEqual([]);
});

test.each([
  [{ address, phones }, ['facility']],
  [{ address }, []],
  [{ phones }, []],
  [{ labor: { ...emptyGroup(profileSpec, 'labor'), body: 78_00 } }, ['rates']],
])('the profile of the repair facility is told by its address and phone, and by its rates: %#', (groups, done) => {
  expect([...stepsDone({ profiles: [facility(groups)], employees: [] }, none)]).toEqual(done);
});

test('an active estimator is one, somebody who has left is none', () => {
  const gone = { ...estimator, standing: { isActive: false } };
  expect([...stepsDone({ profiles: [], employees: [estimator] }, none)]).toEqual(['estimator']);
  expect([...stepsDone({ profiles: [], employees: [gone] }, none)]).toEqual([]);
});

test('saving counts once there is something to save', () => {
  expect([...stepsDone(nothing, { workfile, isUsed: false })]).toEqual(['workfile', 'vin', 'line', 'save']);
  const empty = { ...workfile, hasVin: false, hasLine: false };
  expect([...stepsDone(nothing, { workfile: empty, isUsed: false })]).toEqual(['workfile']);
});
