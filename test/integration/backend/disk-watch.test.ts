/** A PC that cannot write for a while: it says so, and finds out by itself when it can again. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { lineIdsOf, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { openBackendTrial } from '../../support/backend-trial.ts';
import { noFiles } from '../../support/user-files.ts';

test('a file that another program holds is said, and written again once it is free', async () => {
  const trial = await openBackendTrial();
  const sheet = await writeWorkfile(trial, 1);
  const [lineId] = lineIdsOf(sheet);
  if (lineId === undefined) throw new Error('no line');
  const change = { lineId, group: 'text', value: { description: 'typed' } } as const;
  expect(await trial.ask('disk.read', {})).toBeNull();
  const holder = new Database(path.join(trial.folder, 'shopfile.db'));
  holder.exec('begin immediate');
  const busy = { kind: 'unavailable', what: 'database-busy' };
  expect(await trial.reply('line.change', change)).toEqual({ ok: false, failure: busy });
  expect(await trial.ask('disk.read', {})).toMatchObject({ what: 'database-busy', folder: trial.folder });
  expect((await sheetOf(trial, sheet.workfile.id)).lines).toHaveLength(1);
  holder.exec('rollback');
  holder.close();
  await expect.poll(() => trial.told.filter(({ name }) => name === 'disk.changed').length, { timeout: 20_000 }).toBe(2);
  expect(await trial.ask('disk.read', {})).toBeNull();
  await trial.ask('line.change', change);
  expect((await sheetOf(trial, sheet.workfile.id)).lines[0]?.text.description).toBe('typed');
  await trial.close();
});

test('what was typed is written to a file of the person’s choice', async () => {
  const written: string[] = [];
  const save = async (name: string, text: string) => {
    written.push(name, text);
    return { name: `E:\\${name}` };
  };
  const trial = await openBackendTrial({ system: { files: { ...noFiles, save } } });
  expect(await trial.ask('typed.export', { text: 'Owner › City: Springfield' })).toBe('E:\\Typed on PC-1.txt');
  expect(written).toEqual(['Typed on PC-1.txt', 'Owner › City: Springfield']);
  await trial.close();
});
