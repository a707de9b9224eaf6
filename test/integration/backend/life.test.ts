/** A total loss through the door, and what Undo does not do: re-open a milestone without a reason. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { noTotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

let trial: BackendTrial;
let workfileId: WorkfileId;
beforeAll(async () => {
  trial = await openBackendTrial();
  workfileId = (await writeWorkfile(trial, 1)).workfile.id;
});
afterAll(() => trial.close());

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;
const loss = { total: true, reason: 'Over 75 % of the value', date: '2026-11-20', decidedBy: 'Redwing Direct' };
const say = (value: typeof loss) => trial.reply('workfile.change', { workfileId, group: 'totalLoss', value });

test('a total loss says why, when and by whom; the list knows it, and undo takes it back', async () => {
  for (const [field, value] of Object.entries({ reason: ' ', date: '', decidedBy: '' })) {
    expect(await say({ ...loss, [field]: value })).toMatchObject({
      failure: { kind: 'invalid', field: `workfile.totalLoss.${field}`, issue: 'required' },
    });
  }
  expect(await say(loss)).toEqual({ ok: true, value: null });
  const listed = async () =>
    (await trial.ask('workfile.list', all)).rows.find(({ id }) => id === workfileId)?.totalLoss;
  expect([await listed(), (await sheetOf(trial, workfileId)).workfile.totalLoss]).toEqual([true, loss]);
  expect(await trial.reply('workfile.convert', { workfileId })).toEqual({
    ok: false,
    failure: { kind: 'conflict', what: 'total-loss' },
  });
  await trial.ask('workfile.undo', { workfileId });
  expect(await listed()).toBe(false);
  await trial.ask('workfile.redo', { workfileId });
  expect(await say(noTotalLoss)).toEqual({ ok: true, value: null });
  expect(await listed()).toBe(false);
});

test('Undo does not re-open a milestone, and goes on with what was done before', async () => {
  const { vehicle } = await sheetOf(trial, workfileId);
  const plate = { number: 'UNDO 1', state: 'MI' };
  await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: plate });
  await trial.ask('milestone.complete', { workfileId, milestone: 'vehicleIn' });
  const refused = { ok: false, failure: { kind: 'conflict', what: 'undo-milestone' } };
  expect(await trial.reply('workfile.undo', { workfileId })).toEqual(refused);
  expect((await sheetOf(trial, workfileId)).workfile.vehicleIn?.complete).toBe(true);
  expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
  expect((await sheetOf(trial, workfileId)).vehicle.plate.number).toBe(vehicle.plate.number);
});
