/** Files are read and written only where the person chose them in the system's dialog, whole or not at all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openUserFiles } from '../../../src-main/os/user/user-files.ts';
import { dialog } from '../../support/stub-electron.ts';
import { memoryLog } from '../../support/stub-main.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'unsent.json');

const choosing = (chosen: string | undefined) =>
  Object.assign(dialog, {
    showSaveDialog: async () => ({ canceled: chosen === undefined, filePath: chosen ?? '' }),
    showOpenDialog: async () => ({ canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] }),
  });

test('the text is written where the person said, and read from there', async () => {
  choosing(file);
  const files = openUserFiles(memoryLog().log);
  expect(await files.save('suggested.json', '{"a":1}')).toEqual({ name: 'unsent.json' });
  expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
  expect(await files.open()).toEqual({ name: 'unsent.json', text: '{"a":1}' });
});

test('without a choice nothing is read or written', async () => {
  choosing(undefined);
  const files = openUserFiles(memoryLog().log);
  expect([await files.save('x.json', 'text'), await files.open()]).toEqual([null, null]);
});

test('a place that cannot be written or read is a failure, and what was there stays', async () => {
  writeFileSync(file, 'before');
  choosing(path.join(file, 'below.json'));
  const { log, events } = memoryLog();
  const files = openUserFiles(log);
  expect([await files.save('x.json', 'text'), await files.open()]).toEqual(['failed', 'failed']);
  expect(events.map(({ event }) => event)).toEqual(['file.failed', 'file.failed']);
  expect(readFileSync(file, 'utf8')).toBe('before');
});
