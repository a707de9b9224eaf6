/** The history of a workfile on one PC: every edit made here, by whom and from what to what, without a network. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyRows, keepHistory } from '../../../src-main/db/history.ts';
import type { EditId, EmployeeId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { labor, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshStore, trialUser } from '../../support/store.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial();
});
afterAll(() => trial.close());

const historyOf = (workfileId: WorkfileId) => trial.ask('history.list', { workfileId });

test('an edit tells who made it, where, and from what to what; undo is told too', async () => {
  const { workfile, lines } = await writeWorkfile(trial, 1);
  const lineId = lines[0]?.id ?? ('' as never);
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(24) });
  const [newest] = await historyOf(workfile.id);
  expect(newest).toMatchObject({
    ...{ kind: 'line', id: lineId, group: 'labor', what: 'changed', by: trialUser.name },
    ...{ before: { tenths: 0 }, value: { tenths: 24 } },
  });
  expect([newest?.pc === '', newest?.at === 0]).toEqual([false, false]);
  await trial.ask('workfile.undo', { workfileId: workfile.id });
  expect((await historyOf(workfile.id))[0]).toMatchObject({ before: { tenths: 24 }, value: { tenths: 0 } });
});

test('what was made and removed is told, of this workfile alone', async () => {
  const { workfile, lines } = await writeWorkfile(trial, 1);
  const before = (await historyOf(workfile.id)).length;
  await writeWorkfile(trial, 2);
  await trial.ask('line.remove', { lineIds: [lines[0]?.id ?? ('' as never)] });
  const entries = await historyOf(workfile.id);
  expect(entries).toHaveLength(before + 1);
  expect(entries[0]).toMatchObject({ kind: 'line', what: 'removed' });
  expect(entries.some(({ kind, what }) => kind === 'workfile' && what === 'made')).toBe(true);
  expect(entries.find(({ kind, what }) => kind === 'line' && what === 'made')?.value).toMatchObject({
    text: { description: 'Line 1' },
  });
});

test('without a network the cloud’s part is missing, and what is here stays', async () => {
  const { workfile } = await writeWorkfile(trial, 0);
  expect((await trial.reply('history.fetch', { workfileId: workfile.id })).ok).toBe(false);
  expect((await historyOf(workfile.id)).length).toBeGreaterThan(0);
  expect((await sheetOf(trial, workfile.id)).workfile.id).toBe(workfile.id);
});

test('rows are let go after ninety days, the oldest first', async () => {
  const { store, close } = await freshStore();
  const day = 24 * 60 * 60 * 1000;
  const made = (n: number) => ({
    ...{ edit: `0000000001-${n}` as EditId, workfileId: 'w', kind: 'line', id: 'l', group: 'text', value: {} },
    ...{ before: null, by: '', pc: '', at: n, seq: null },
  });
  for (const n of [1, 2, 3]) keepHistory(store, made(n), 0);
  keepHistory(store, made(4), 91 * day);
  keepHistory(store, made(5), 91 * day);
  expect(historyRows(store, ['w' as WorkfileId]).map(({ edit }) => edit)).toEqual(['0000000001-4', '0000000001-5']);
  close();
});

test('the change log tells the settings of the shop, and not its customers', async () => {
  const other = await openBackendTrial({ role: 'manager' });
  const person = { name: { first: '', last: 'Turpin', company: '' } };
  await other.ask('library.add', { kind: 'customer', records: [person] });
  const [id] = await other.ask('library.add', {
    kind: 'employee',
    records: [{ about: { name: 'Ann Lee', roles: '' } }],
  });
  const employeeId = id as EmployeeId;
  await other.ask('library.add', { kind: 'insurer', records: [{ about: { name: 'Quality' } }] });
  await other.ask('employee.change', { employeeId, group: 'email', value: { address: 'ann@example.com' } });
  const told = (await other.ask('change-log.list', {})).map(({ kind, what, group, by }) => ({ kind, what, group, by }));
  expect(told.slice(0, 3)).toEqual([
    { kind: 'employee', what: 'changed', group: 'email', by: trialUser.name },
    { kind: 'insurer', what: 'made', group: '*', by: trialUser.name },
    { kind: 'employee', what: 'made', group: '*', by: trialUser.name },
  ]);
  expect(told.some(({ kind }) => kind === 'customer')).toBe(false);
  expect((await other.reply('change-log.fetch', {})).ok).toBe(false);
  await other.close();
});
