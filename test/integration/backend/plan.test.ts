/** The plan of a workfile through the door: Events, milestones, and the promise event that goes with a save. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeRecord, readRow } from '../../../src-main/db/record.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Milestone, noMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore } from '../../support/store.ts';

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;
const of = (groups: Partial<Milestone>): Milestone => ({ ...noMilestone, ...groups });

describe('Events of an estimate', () => {
  let trial: BackendTrial;
  let workfileId: WorkfileId;
  beforeAll(async () => {
    trial = await openBackendTrial();
    workfileId = (await writeWorkfile(trial, 1)).workfile.id;
  });
  afterAll(() => trial.close());
  const comeIn = (actualDate: string) =>
    trial.ask('workfile.change', { workfileId, group: 'vehicleIn', value: of({ actualDate, actualTime: '08:30' }) });

  test('a save before Vehicle In promises nothing', async () => {
    expect(await trial.ask('workfile.save', { workfileId })).toEqual({ saved: true, revision: 1 });
    expect((await sheetOf(trial, workfileId)).events).toEqual([]);
  });

  /** What a shop misses that has set up nothing, and whose owner was not asked how to be reached. */
  const unset = ['sharing', 'business-phone', 'payer-type', 'estimator-email', 'preference'];

  test('a status needs a date that is not to come', async () => {
    expect(await trial.reply('plan.update-status', { workfileId })).toMatchObject({
      failure: { kind: 'conflict', what: 'status-no-date' },
    });
    await comeIn('2199-01-04');
    expect(await trial.reply('plan.update-status', { workfileId })).toMatchObject({
      failure: { kind: 'conflict', what: 'status-in-future' },
    });
  });

  test('a Vehicle In date, “Update status” and Save record a promise event with what is missing, once', async () => {
    await comeIn('2020-11-20');
    await trial.ask('plan.update-status', { workfileId });
    const saved = await trial.ask('workfile.save', { workfileId });
    expect(saved).toMatchObject({ saved: true, promise: unset });
    const { events, workfile } = await sheetOf(trial, workfileId);
    expect(events).toHaveLength(1);
    expect(events[0]?.promise).toEqual({
      way: 'events',
      date: '2020-11-20',
      time: '08:30',
      estimator: workfile.tracking.estimator,
      preference: '',
      missing: unset,
    });
    await trial.ask('workfile.save', { workfileId });
    expect((await sheetOf(trial, workfileId)).events).toHaveLength(1);
  });

  test('new facts are a new event, and the list knows when the vehicle came in', async () => {
    const [owner] = (await sheetOf(trial, workfileId)).contacts;
    const contactId = owner?.id ?? ('' as never);
    await trial.ask('contact.change', { contactId, group: 'preference', value: { preference: 'text' } });
    expect(await trial.ask('workfile.save', { workfileId })).toMatchObject({
      promise: unset.filter((code) => code !== 'preference'),
    });
    expect((await sheetOf(trial, workfileId)).events.map(({ promise }) => promise?.missing.length)).toEqual([5, 4]);
    const { rows } = await trial.ask('workfile.list', all);
    expect(rows[0]).toMatchObject({ id: workfileId, vehicleIn: '2020-11-20', vehicleOut: '' });
  });

  test('an event is never edited and never deleted', async () => {
    const [event] = (await sheetOf(trial, workfileId)).events;
    expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
    expect((await sheetOf(trial, workfileId)).events).toContainEqual(event);
  });
});

describe('the Repair plan of a repair order', () => {
  let trial: BackendTrial;
  let workfileId: WorkfileId;
  beforeAll(async () => {
    const { folder } = freshFolder('repair-plan');
    const before = await openBackendTrial({ folder });
    workfileId = (await writeWorkfile(before, 1)).workfile.id;
    await before.close();
    // Only the cloud makes a repair order.
    const store = await openTrialStore({ folder });
    const row = readRow(store, 'workfile', workfileId);
    if (row === undefined) throw new Error('no workfile');
    const write = { kind: 'workfile', id: workfileId, group: 'stage', edit: 'aaaaaaaaaa-9' as never } as const;
    changeRecord(store, row, { ...write, value: { stage: 'repair-order' } });
    store.close();
    trial = await openBackendTrial({ folder });
  });
  afterAll(() => trial.close());
  const planned = async () => (await sheetOf(trial, workfileId)).workfile;

  test('milestones are completed in their order; one without a date happened now', async () => {
    expect(await trial.reply('milestone.complete', { workfileId, milestone: 'vehicleOut' })).toMatchObject({
      failure: { what: 'milestone-earlier-open' },
    });
    await trial.ask('milestone.complete', { workfileId, milestone: 'vehicleIn' });
    const { vehicleIn } = await planned();
    expect(vehicleIn?.complete).toBe(true);
    expect(vehicleIn?.actualDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(vehicleIn?.completedBy).not.toBe('');
  });

  test('a save after Vehicle In is complete records a promise event', async () => {
    await trial.ask('workfile.save', { workfileId });
    expect((await sheetOf(trial, workfileId)).events.map(({ promise }) => promise?.way)).toEqual(['repair-plan']);
  });

  test('a completed milestone is frozen until it is re-opened with a reason, which stays', async () => {
    const value = of({ actualDate: '2020-11-20' });
    expect(await trial.reply('workfile.change', { workfileId, group: 'vehicleIn', value })).toMatchObject({
      failure: { kind: 'locked', what: 'milestone' },
    });
    const reopen = { workfileId, milestone: 'vehicleIn' } as const;
    expect(await trial.reply('milestone.reopen', { ...reopen, reason: ' ' })).toMatchObject({
      failure: { kind: 'invalid', issue: 'required' },
    });
    await trial.ask('milestone.reopen', { ...reopen, reason: 'Came a day later' });
    expect((await planned()).vehicleIn?.complete).toBe(false);
    const { events } = await sheetOf(trial, workfileId);
    expect(events.at(-1)?.reopened).toMatchObject({ milestone: 'vehicleIn', reason: 'Came a day later' });
    await trial.ask('workfile.change', { workfileId, group: 'vehicleIn', value });
    expect((await planned()).vehicleIn?.actualDate).toBe('2020-11-20');
  });

  test('undo completes a milestone again and leaves the reason', async () => {
    await trial.ask('workfile.undo', { workfileId });
    await trial.ask('workfile.undo', { workfileId });
    expect((await planned()).vehicleIn?.complete).toBe(true);
    expect((await sheetOf(trial, workfileId)).events).toHaveLength(2);
  });

  test('out before in keeps the workfile from being saved, by name', async () => {
    const value = of({ actualDate: '2019-01-01' });
    await trial.ask('workfile.change', { workfileId, group: 'vehicleOut', value });
    const answer = await trial.ask('workfile.save', { workfileId });
    expect(answer).toMatchObject({
      saved: false,
      problems: [{ failure: { field: 'workfile.vehicleOut.actualDate', issue: 'out-of-order' } }],
    });
  });

  test('what only its own request writes is written by no plain change', async () => {
    const value = of({ complete: true });
    expect(await trial.reply('workfile.change', { workfileId, group: 'repairsStarted', value })).toMatchObject({
      failure: { kind: 'forbidden', need: 'milestone.complete' },
    });
    const reported = { date: '2020-11-20', time: '', at: 1, by: 'me' };
    expect(await trial.reply('workfile.change', { workfileId, group: 'statusUpdate', value: reported })).toMatchObject({
      failure: { kind: 'forbidden', need: 'plan.update-status' },
    });
  });
});

test('a technician sees a plan and changes none', async () => {
  const { folder } = freshFolder('plan-technician');
  const writer = await openBackendTrial({ folder });
  const workfileId = (await writeWorkfile(writer, 1)).workfile.id;
  await writer.close();
  const reader = await openBackendTrial({ folder, role: 'technician' });
  const failure = { kind: 'forbidden', need: 'edit-plan' };
  for (const reply of [
    await reader.reply('milestone.complete', { workfileId, milestone: 'vehicleIn' }),
    await reader.reply('plan.update-status', { workfileId }),
    await reader.reply('workfile.change', { workfileId, group: 'vehicleIn', value: of({ actualDate: '2020-11-20' }) }),
  ]) {
    expect(reply).toEqual({ ok: false, failure });
  }
  await reader.close();
});
