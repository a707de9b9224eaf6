/** Employees and insurance companies over the backend's door. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmployeeId, InsurerId } from '../../../src-shared/base/ids.ts';
import { activeInsurers, officeNamed } from '../../../src-shared/domain/insurance/insurer.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { estimatorsOf } from '../../../src-shared/domain/people/employee.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

let trial: BackendTrial;
let ask: BackendTrial['ask'];
beforeAll(async () => {
  trial = await openBackendTrial({ role: 'manager' });
  ask = trial.ask;
});
afterAll(() => trial.close());

const addEmployee = async (name: string): Promise<EmployeeId> => {
  const [id] = await ask('library.add', { kind: 'employee', records: [{ about: { name, roles: '' } }] });
  return id as EmployeeId;
};
const addInsurer = async (name: string): Promise<InsurerId> => {
  const [id] = await ask('library.add', { kind: 'insurer', records: [{ about: { name } }] });
  return id as InsurerId;
};
const employee = async (id: EmployeeId) => (await ask('library.read', {})).employees.find((one) => one.id === id);
const insurer = async (id: InsurerId) => (await ask('library.read', {})).insurers.find((one) => one.id === id);

test('an employee begins active, gets an address and a role, and each is undone by itself', async () => {
  const employeeId = await addEmployee('Robin Ellery');
  expect((await employee(employeeId))?.standing).toEqual({ isActive: true });
  await ask('employee.change', { employeeId, group: 'email', value: { address: 'robin@example.com' } });
  await ask('employee.change', { employeeId, group: 'about', value: { name: 'Robin Ellery', roles: 'Estimator' } });
  expect(await ask('library.undo', { library: 'employee' })).toEqual({ undone: true });
  expect(await employee(employeeId)).toMatchObject({ about: { roles: '' }, email: { address: 'robin@example.com' } });
});

test('only active estimators are offered for workfiles, by name', async () => {
  const [zoe, al, gone] = [await addEmployee('Zoe'), await addEmployee('Al'), await addEmployee('Gone')];
  for (const employeeId of [zoe, al, gone]) {
    await ask('employee.change', { employeeId, group: 'estimator', value: { isEstimator: true } });
  }
  await ask('employee.change', { employeeId: gone, group: 'standing', value: { isActive: false } });
  const { employees } = await ask('library.read', {});
  expect(estimatorsOf(employees).map(({ about }) => about.name)).toEqual(['Al', 'Zoe']);
});

test('an insurance company keeps its claim offices and its two switches', async () => {
  const insurerId = await addInsurer('Lakeshore Mutual');
  const list = [{ ...officeNamed('Grand Rapids'), phone: '(616) 555-0142' }];
  await ask('insurer.change', { insurerId, group: 'offices', value: { list } });
  await ask('insurer.change', { insurerId, group: 'updatePlus', value: { isOn: true } });
  await ask('insurer.change', { insurerId, group: 'customerUpdates', value: { isOn: true } });
  expect(await insurer(insurerId)).toMatchObject({
    offices: { list: [{ name: 'Grand Rapids', phone: '(616) 555-0142' }] },
    updatePlus: { isOn: true },
    customerUpdates: { isOn: true },
  });
});

test('only insurance companies that the shop works with are offered', async () => {
  const insurerId = await addInsurer('Gone Casualty');
  const names = async () => activeInsurers((await ask('library.read', {})).insurers).map(({ about }) => about.name);
  expect(await names()).toContain('Gone Casualty');
  await ask('insurer.change', { insurerId, group: 'standing', value: { isActive: false } });
  expect(await names()).not.toContain('Gone Casualty');
});

test('nobody and nothing is left without a name, in a change or from the start', async () => {
  const employeeId = await addEmployee('Named');
  const required = (field: string) => ({ ok: false, failure: { kind: 'invalid', field, issue: 'required' } });
  expect(
    await trial.reply('employee.change', { employeeId, group: 'about', value: { name: '  ', roles: '' } }),
  ).toEqual(required('employee.about.name'));
  expect(await trial.reply('library.add', { kind: 'insurer', records: [{ about: { name: '' } }] })).toEqual(
    required('insurer.name'),
  );
});

test('employees and insurance companies are made inactive, never deleted', async () => {
  const id = await addInsurer('Old Harbor');
  const refused = { ok: false, failure: { kind: 'forbidden', need: 'make-inactive' } };
  expect(await trial.reply('library.remove', { library: 'insurer', ids: [id] })).toEqual(refused);
  expect(await trial.reply('library.remove', { library: 'employee', ids: [id] })).toEqual(refused);
});

test('text typed at an employee is kept for whoever typed it, until its group is written', async () => {
  const employeeId = await addEmployee('Typed');
  const place = `employee/${employeeId}/email/address`;
  await ask('draft.keep', { workfileId: libraries.employee, place, text: 'rob' });
  expect((await ask('library.read', {})).drafts).toMatchObject([{ place, text: 'rob' }]);
  await ask('employee.change', { employeeId, group: 'email', value: { address: 'rob@example.com' } });
  expect((await ask('library.read', {})).drafts).toEqual([]);
});

test('an estimator reads the employees and does not change them', async () => {
  const other = await openBackendTrial({ role: 'estimator' });
  const refused = { ok: false, failure: { kind: 'forbidden', need: 'edit-employees' } };
  const records = [{ about: { name: 'Somebody', roles: '' } }];
  expect(await other.reply('library.add', { kind: 'employee', records })).toEqual(refused);
  expect((await other.ask('library.read', {})).employees).toEqual([]);
  expect(await other.ask('library.add', { kind: 'insurer', records: [{ about: { name: 'Met today' } }] })).toHaveLength(
    1,
  );
  await other.close();
});

test('the numbers that a PC may still give are read; a PC that was never synced has none', async () => {
  expect(await ask('numbering.read', {})).toEqual({ pcName: expect.any(String), prefix: '', blocks: [] });
});

test('how far a shop is with its first workfile is read from what it has', async () => {
  const shop = await openBackendTrial({ role: 'manager' });
  expect(await shop.ask('first-run.read', {})).toEqual({ workfile: null, isUsed: false });
  const { workfile, vehicle } = await writeWorkfile(shop, 1);
  const read = { id: workfile.id, vehicleId: vehicle.id, hasVin: true, hasLine: true, isSaved: false };
  expect(await shop.ask('first-run.read', {})).toEqual({ workfile: read, isUsed: false });
  for (const _more of [1, 2]) await shop.ask('workfile.create', {});
  expect((await shop.ask('first-run.read', {})).isUsed).toBe(true);
  await shop.close();
});
