/** What a file that could not be written is told as: in use, no room, or not there. */
import { expect, test } from 'vitest';
import { fileCause, writeTrouble } from '../../../src-shared/base/file-trouble.ts';

const failing = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });

test.each([
  ['ENOSPC', 'write', 'disk-full'],
  ['EDQUOT', 'open', 'disk-full'],
  // Word has the old one open: the new one, written beside it, cannot take its place.
  ['EPERM', 'rename', 'file-in-use'],
  ['EACCES', 'rename', 'file-in-use'],
  ['EBUSY', 'open', 'file-in-use'],
  // Nobody may write in this folder: closing programs would not help.
  ['EPERM', 'open', 'file-unwritten'],
  ['EACCES', 'open', 'file-unwritten'],
  ['EROFS', 'open', 'file-unwritten'],
  ['EIO', 'write', 'file-unwritten'],
])('%s at %s is told as %s', (code, syscall, what) => {
  expect(writeTrouble(failing(code, syscall))).toBe(what);
});

test('what is none of the system has no cause', () => {
  expect(fileCause(new Error('x'))).toBeUndefined();
  expect(fileCause('ENOSPC')).toBeUndefined();
  expect(writeTrouble(new Error('x'))).toBe('file-unwritten');
});
