/** Files are read and written only where the person chose them in the system's dialog, whole or not at all. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openUserFiles } from '../../../src-main/os/user/user-files.ts';
import { dialog, shell } from '../../support/stub-electron.ts';
import { memoryLog } from '../../support/stub-main.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'unsent.json');
const opened = path.join(folder, 'opened');

const choosing = (chosen: string | undefined) =>
  Object.assign(dialog, {
    showSaveDialog: async () => ({ canceled: chosen === undefined, filePath: chosen ?? '' }),
    showOpenDialog: async () => ({ canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] }),
  });

test('the text is written where the person said, and read from there', async () => {
  choosing(file);
  const files = openUserFiles(memoryLog().log, opened);
  expect(await files.save('suggested.json', '{"a":1}')).toEqual({ name: 'unsent.json' });
  expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
  expect(await files.open()).toEqual({ name: 'unsent.json', text: '{"a":1}' });
});

test('without a choice nothing is read or written', async () => {
  choosing(undefined);
  const files = openUserFiles(memoryLog().log, opened);
  expect([await files.save('x.json', 'text'), await files.open()]).toEqual([null, null]);
});

test('a place that cannot be written or read is a failure, and what was there stays', async () => {
  writeFileSync(file, 'before');
  choosing(path.join(file, 'below.json'));
  const { log, events } = memoryLog();
  const files = openUserFiles(log, opened);
  expect([await files.save('x.json', 'text'), await files.open()]).toEqual(['failed', 'failed']);
  expect(events.map(({ event }) => event)).toEqual(['file.failed', 'file.failed']);
  expect(readFileSync(file, 'utf8')).toBe('before');
});

describe('a document that is opened', () => {
  const own = path.join(opened, '0a1b');
  const place = (...names: readonly string[]): string => path.join(own, ...names);
  const write = (name: string, text = '%PDF-1.4'): string => {
    writeFileSync(place(name), text);
    return place(name);
  };
  mkdirSync(place('deeper.pdf'), { recursive: true });
  symlinkSync(write('real.pdf'), place('link.pdf'));

  test('goes to the program that the system has for it', async () => {
    const asked = vi.spyOn(shell, 'openPath').mockResolvedValueOnce('').mockResolvedValueOnce('no program');
    const files = openUserFiles(memoryLog().log, opened);
    const copy = write('Tow bill.pdf');
    expect([await files.show(copy), await files.show(copy)]).toEqual([true, false]);
    expect(asked.mock.calls).toEqual([[copy], [copy]]);
    asked.mockRestore();
  });

  test.each([
    ['a program', () => write('run.exe', 'MZ')],
    ['a program that is called a PDF', () => write('run.pdf', 'MZ')],
    ['a PDF that is called a program', () => write('bill.exe')],
    ['a link', () => place('link.pdf')],
    ['a folder', () => place('deeper.pdf')],
    ['a file elsewhere', () => file],
    ['a way out of the folder', () => `${own}/../../opened/0a1b/real.pdf`],
    ['a file that is gone', () => place('gone.pdf')],
  ])('%s is not handed over', async (_, make) => {
    const asked = vi.spyOn(shell, 'openPath');
    const { log, events } = memoryLog();
    expect(await openUserFiles(log, opened).show(make())).toBe(false);
    expect(asked).not.toHaveBeenCalled();
    expect(events).toMatchObject([{ event: 'document.refused' }]);
    asked.mockRestore();
  });
});
