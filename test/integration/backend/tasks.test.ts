/** Tasks, appointments and the recalculated plan through the door. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { noMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import type { HeadAgenda } from '../../../src-shared/ipc/list-shapes.ts';
import { labor, lineIdsOf, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

let trial: BackendTrial;
let workfileId: WorkfileId;
beforeAll(async () => {
  trial = await openBackendTrial();
  workfileId = (await writeWorkfile(trial, 2)).workfile.id;
});
afterAll(() => trial.close());

test('a task is added, worded, done and removed, each a step of undo', async () => {
  const taskId = await trial.ask('task.add', { workfileId });
  const about = { text: 'Call the adjuster', due: '2026-11-25', who: 'Robin' };
  await trial.ask('task.change', { taskId, group: 'about', value: about });
  await trial.ask('task.change', { taskId, group: 'done', value: { done: true, at: 1, by: 'Robin' } });
  expect((await sheetOf(trial, workfileId)).tasks).toMatchObject([{ id: taskId, about, done: { done: true } }]);
  await trial.ask('task.remove', { taskId });
  expect((await sheetOf(trial, workfileId)).tasks).toEqual([]);
  expect(await trial.reply('task.remove', { taskId })).toEqual({
    ok: false,
    failure: { kind: 'not-found', what: 'task' },
  });
  await trial.ask('workfile.undo', { workfileId });
  expect((await sheetOf(trial, workfileId)).tasks).toHaveLength(1);
});

test('the list knows the first day of an open task and the days of appointments', async () => {
  const { workfile } = await writeWorkfile(trial, 1);
  const { id } = workfile;
  const count = (...agenda: readonly HeadAgenda[]) =>
    trial.ask('workfile.count', { filters: agenda.map((one) => ({ agenda: [one] })) });
  expect(await count('task', 'overdue-task', 'appointment')).toEqual([0, 0, 0]);
  const taskId = await trial.ask('task.add', { workfileId: id });
  const about = { text: 'Order the hinge', due: '2000-01-03', who: '' };
  await trial.ask('task.change', { taskId, group: 'about', value: about });
  expect(await count('task', 'overdue-task')).toEqual([1, 1]);
  await trial.ask('task.change', { taskId, group: 'done', value: { done: true, at: 1, by: 'Robin' } });
  expect(await count('task', 'overdue-task')).toEqual([0, 0]);
  const appointmentId = await trial.ask('appointment.add', { workfileId: id });
  // The day on which a trial begins.
  const date = '2026-11-21';
  await trial.ask('appointment.change', {
    appointmentId,
    group: 'about',
    value: { kind: 'pick-up', date, time: '', note: '' },
  });
  expect(await count('appointment')).toEqual([1]);
  await trial.ask('appointment.remove', { appointmentId });
  expect(await count('appointment')).toEqual([0]);
});

test('an appointment is added, given a moment, and removed', async () => {
  const appointmentId = await trial.ask('appointment.add', { workfileId });
  const about = { kind: 'pick-up' as const, date: '2026-11-25', time: '16:30', note: '' };
  await trial.ask('appointment.change', { appointmentId, group: 'about', value: about });
  expect((await sheetOf(trial, workfileId)).appointments).toMatchObject([{ id: appointmentId, about }]);
  const wrong = { ...about, time: '25:00' };
  expect(await trial.reply('appointment.change', { appointmentId, group: 'about', value: wrong })).toMatchObject({
    failure: { kind: 'invalid' },
  });
  await trial.ask('appointment.remove', { appointmentId });
  expect((await sheetOf(trial, workfileId)).appointments).toEqual([]);
});

test('the plan is reckoned from Vehicle In and the hours, as one step of undo', async () => {
  expect(await trial.reply('plan.recalculate', { workfileId })).toMatchObject({
    failure: { kind: 'conflict', what: 'reschedule-no-vehicle-in' },
  });
  const value = { ...noMilestone, actualDate: '2020-11-20' };
  await trial.ask('workfile.change', { workfileId, group: 'vehicleIn', value });
  expect(await trial.reply('plan.recalculate', { workfileId })).toMatchObject({
    failure: { kind: 'conflict', what: 'reschedule-no-hours' },
  });
  const [lineId] = lineIdsOf(await sheetOf(trial, workfileId));
  await trial.ask('line.change', { lineId: lineId ?? ('' as never), group: 'labor', value: labor(20) });
  const { moved } = await trial.ask('plan.recalculate', { workfileId });
  expect(moved).toEqual(['repairsStarted', 'repairsCompleted', 'vehicleOut']);
  expect((await sheetOf(trial, workfileId)).workfile.repairsStarted?.plannedDate).toBe('2020-11-23');
  expect(await trial.ask('plan.recalculate', { workfileId })).toEqual({ moved: [] });
  await trial.ask('workfile.undo', { workfileId });
  const { workfile } = await sheetOf(trial, workfileId);
  expect([workfile.repairsStarted?.plannedDate ?? '', workfile.vehicleIn?.actualDate]).toEqual(['', '2020-11-20']);
});
