import { expect, test } from 'vitest';
import { can, permissionFor, permissions } from '../../../src-shared/domain/access/permissions.ts';
import { roles } from '../../../src-shared/domain/access/role.ts';
import { kindsOfCloud, recordKinds, records } from '../../../src-shared/sync/records.ts';

test('every permission is a plain sentence, and each is held by somebody', () => {
  for (const [name, sentence] of Object.entries(permissions)) {
    expect(sentence).toMatch(/^[A-Z][A-Za-z ,]+$/);
    expect(roles.some((role) => can(role, name as keyof typeof permissions))).toBe(true);
  }
});

test('each group of each record needs a permission that an estimator holds, and a manager of profiles, employees and what takes money back', () => {
  for (const kind of recordKinds.filter((one) => !kindsOfCloud.includes(one))) {
    const { policies }: { policies: Readonly<Record<string, string>> } = records[kind];
    for (const group of [
      '*',
      ...Object.keys(policies).filter((name) => !(kind === 'receipt' && policies[name] === 'cloud')),
    ]) {
      const isManagers = ['profile', 'employee', 'receipt-void'].includes(kind) || group === 'adjustment';
      expect(can(isManagers ? 'manager' : 'estimator', permissionFor(kind, group)), `${kind}.${group}`).toBe(true);
    }
  }
});

test('of a conflict people only choose; the cloud writes the rest', () => {
  expect(can('office', permissionFor('conflict', 'choice'))).toBe(true);
  expect(can('technician', permissionFor('conflict', 'choice'))).toBe(false);
  for (const group of ['*', 'deleted', 'about', 'before', 'standing', 'late']) {
    expect(permissionFor('conflict', group)).toBeNull();
  }
});

test('what was locked is written by nobody', () => {
  for (const group of ['*', 'deleted', 'of', 'lines', 'facts', 'totals'])
    expect(permissionFor('version', group)).toBeNull();
});

test('a technician sees and changes nothing', () => {
  expect(can('technician', 'see-workfiles')).toBe(true);
  for (const kind of recordKinds) expect(can('technician', permissionFor(kind, '*'))).toBe(false);
});

test('the office starts workfiles but neither estimates nor sets rates', () => {
  expect(can('office', permissionFor('rates', '*'))).toBe(true);
  expect(can('office', permissionFor('rates', 'tax'))).toBe(false);
  expect(can('office', permissionFor('line', '*'))).toBe(false);
  expect(can('office', permissionFor('contact', 'cell'))).toBe(true);
});

test('profiles are for the office and managers, part codes and canned lines for estimators', () => {
  expect(can('estimator', permissionFor('profile', 'labor'))).toBe(false);
  expect(can('office', permissionFor('profile', 'labor'))).toBe(true);
  expect(can('estimator', permissionFor('part-code', '*'))).toBe(true);
  expect(can('office', permissionFor('canned', 'content'))).toBe(false);
});

test('employees are for the office and managers, insurance companies for whoever writes workfiles', () => {
  expect(can('estimator', permissionFor('employee', 'email'))).toBe(false);
  expect(can('office', permissionFor('employee', '*'))).toBe(true);
  expect(can('estimator', permissionFor('insurer', '*'))).toBe(true);
  expect(can('technician', permissionFor('insurer', 'phones'))).toBe(false);
});

test('nobody deletes the one estimate or vehicle of a workfile; lines and contacts can go', () => {
  expect(permissionFor('estimate', 'deleted')).toBeNull();
  expect(permissionFor('vehicle', 'deleted')).toBeNull();
  expect(permissionFor('line', 'deleted')).toBe('edit-estimate');
  expect(permissionFor('contact', 'deleted')).toBe('edit-contacts');
});

test('money is never deleted, and an estimator takes it but takes none back', () => {
  expect(permissionFor('receipt', 'deleted')).toBeNull();
  expect(permissionFor('receipt-void', 'deleted')).toBeNull();
  expect(can('estimator', permissionFor('receipt', '*'))).toBe(true);
  expect(can('estimator', permissionFor('receipt', 'adjustment'))).toBe(false);
  expect(can('estimator', permissionFor('receipt-void', '*'))).toBe(false);
  expect(can('office', permissionFor('receipt-void', '*'))).toBe(true);
});

test('DMS IDs are for whoever is at a desk; what became of an export and the connection only the cloud says', () => {
  for (const role of ['office', 'estimator', 'manager', 'administrator'] as const) {
    for (const group of ['dmsRepairId', 'dmsCustomerId', 'dmsVehicleId'])
      expect(can(role, permissionFor('workfile', group))).toBe(true);
    expect(can(role, permissionFor('dms-event', '*'))).toBe(true);
  }
  expect(can('technician', permissionFor('workfile', 'dmsRepairId'))).toBe(false);
  expect(permissionFor('dms-event', 'deleted')).toBeNull();
  expect(permissionFor('receipt', 'dms')).toBeNull();
  for (const group of ['*', 'about', 'takes', 'deleted']) expect(permissionFor('dms-connection', group)).toBeNull();
  expect(can('estimator', 'configure-dms')).toBe(false);
  expect(can('office', 'check-exports')).toBe(true);
});

test('an unknown kind is for nobody', () => {
  expect(permissionFor('toString', 'x')).toBeNull();
  expect(can('administrator', permissionFor('payroll', '*'))).toBe(false);
});
