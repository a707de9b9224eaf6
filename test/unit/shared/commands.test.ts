/** The rules of commands that both sides ask: who may, and what is still possible. */
import { expect, test } from 'vitest';
import { can, permissionForCommand } from '../../../src-shared/domain/access/permissions.ts';
import { roles } from '../../../src-shared/domain/access/role.ts';
import { whyNotLock } from '../../../src-shared/domain/estimate/lock.ts';
import { stages, whyNotConvert } from '../../../src-shared/domain/workfile/workfile.ts';
import { commands } from '../../../src-shared/sync/commands.ts';

const rolesFor = (name: string) => roles.filter((role) => can(role, permissionForCommand(name)));

test('who writes estimates may lock them, who starts workfiles may convert them, and nobody does what is unknown', () => {
  expect(rolesFor('lock-estimate')).toEqual(['estimator', 'manager', 'administrator']);
  expect(rolesFor('convert-to-ro')).toEqual(['office', 'estimator', 'manager', 'administrator']);
  expect(rolesFor('lease-numbers')).toEqual(rolesFor('convert-to-ro'));
  for (const name of Object.keys(commands)) expect(permissionForCommand(name)).not.toBeNull();
  expect(rolesFor('toString')).toEqual([]);
});

test('an estimate with lines is locked once', () => {
  const open = { deleted: false, lock: { at: 0, by: '' } };
  expect(whyNotLock(open, true)).toBeNull();
  expect(whyNotLock(open, false)).toBe('empty');
  expect(whyNotLock({ ...open, lock: { at: 5, by: 'Casey Moor' } }, true)).toBe('locked');
  expect(whyNotLock({ ...open, deleted: true }, true)).toBe('deleted');
});

test('only an opportunity becomes a repair order', () => {
  const possible = stages.filter((stage) => whyNotConvert({ deleted: false, stage: { stage } }) === null);
  expect(possible).toEqual(['opportunity']);
  expect(whyNotConvert({ deleted: true, stage: { stage: 'opportunity' } })).toBe('deleted');
});
