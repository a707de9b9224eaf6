/** What a shop has set for promise jobs, as its profile, its insurance companies and its employees say it. */
import { expect, test } from 'vitest';
import { type PromiseLibraries, promiseSettings } from '../../../src-shared/domain/plan/promise-settings.ts';

const insurer = (name: string, isOn: boolean, id = `0190a000-0000-7000-8000-${name.padStart(12, '0')}`) => ({
  ...{ id, deleted: false, about: { name }, updatePlus: { isOn }, customerUpdates: { isOn: true } },
  standing: { isActive: true },
});
const employee = (name: string, address: string, isActive = true) => ({
  ...{ id: name, deleted: false, about: { name, roles: '' }, email: { address }, standing: { isActive } },
});
const [on, off] = [insurer('111', true), insurer('222', false)];
const facility = {
  ...{ id: 'p', deleted: false, about: { kind: 'facility', name: 'Harbor Lane' } },
  usual: { isDefault: true },
  updatePlus: { isShared: true },
  updatePlusInsurers: { ids: [on.id, off.id] },
  updatePlusPayers: { payers: ['Insurance Company'] },
};
const settingsOf = (change: object = {}) =>
  promiseSettings({
    ...{ profiles: [facility], insurers: [on, off], employees: [employee('Dana', 'dana@example.com')] },
    ...change,
  } as unknown as PromiseLibraries);

test('a shop that set nothing up shares nothing, for no payer, no company and no estimator', () => {
  const { sharesWithCustomers, payerTypes, updatesInsurer, emailOf } = settingsOf({
    profiles: [],
    insurers: [],
    employees: [],
  });
  expect([sharesWithCustomers, payerTypes]).toEqual([false, []]);
  expect([updatesInsurer?.('111'), emailOf?.('Dana')]).toEqual([false, '']);
});

test('a company counts that the profile names and that has both switches on, by its name in any case', () => {
  const { updatesInsurer, sharesWithCustomers } = settingsOf();
  expect(sharesWithCustomers).toBe(true);
  expect(['111', ' 111 ', '222', '333'].map((name) => updatesInsurer?.(name))).toEqual([true, true, false, false]);
});

test('the estimator’s address is that of an active employee of this name', () => {
  const employees = [employee('Dana', 'dana@example.com'), employee('Left', 'left@example.com', false)];
  const { emailOf } = settingsOf({ employees });
  expect(['dana', 'Left', 'Nobody'].map((name) => emailOf?.(name))).toEqual(['dana@example.com', '', '']);
});
