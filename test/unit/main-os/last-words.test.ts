/** What the system's dialogs say when the data cannot be opened: what happened, that nothing was changed, what to do. */
import { expect, test, vi } from 'vitest';
import { sayEnd, sayStartFailure, startFailureWords } from '../../../src-main/os/last-words.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { dialog } from '../../support/stub-electron.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));

const failures: readonly Failure[] = [
  { kind: 'outdated', need: '2.0.0' },
  { kind: 'locked', what: 'data-folder', holder: 'process 4711' },
  { kind: 'locked', what: 'data-folder' },
  { kind: 'invalid', field: 'SHOPFILE_CLOUD_URL', issue: 'bad-format' },
  { kind: 'unexpected', reference: 'ab' },
  ...['database-damaged', 'database-busy', 'disk-full', 'disk', 'data-folder', 'data-folder-network', 'new'].map(
    (what): Failure => ({ kind: 'unavailable', what }),
  ),
];

test.each(failures)('%j is said without offering to delete anything', (failure) => {
  const { message, detail } = startFailureWords(failure);
  expect(message.length).toBeGreaterThan(20);
  expect(detail).toContain('Nothing was changed.');
  expect(`${message} ${detail}`.replace('Do not delete anything', '')).not.toMatch(/delete|reset|remove|start over/i);
});

test('a newer version and the holder of the folder are named', () => {
  expect(startFailureWords({ kind: 'outdated', need: '2.0.0' }).detail).toContain('2.0.0');
  expect(startFailureWords({ kind: 'locked', what: 'x', holder: 'process 4711' }).detail).toContain('process 4711');
});

test('the person chooses to try again or to close, and gets a reference', async () => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
  expect(await sayStartFailure({ kind: 'outdated', need: '2.0.0' }, { reference: 'ab12cd34' })).toBe(true);
  expect(
    await sayStartFailure({ kind: 'outdated', need: '2.0.0' }, { reference: 'ab12cd34', folder: 'D:\\Shop' }),
  ).toBe(false);
  const [options] = dialog.showMessageBox.mock.lastCall as unknown as [
    { readonly detail: string; readonly buttons: string[] },
  ];
  expect(options.detail).toContain('Folder: D:\\Shop\nReference: ab12cd34');
  expect(options.buttons).toEqual(['Try again', 'Close Shopfile']);
});

test('an end is said with its reference', () => {
  sayEnd('ab12cd34');
  expect(dialog.showErrorBox.mock.lastCall?.join(' ')).toContain('ab12cd34');
});
