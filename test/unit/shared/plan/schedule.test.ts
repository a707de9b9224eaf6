import { describe, expect, test } from 'vitest';
import {
  type Milestone,
  type MilestoneName,
  noMilestone,
  type Plan,
  planOf,
} from '../../../../src-shared/domain/plan/milestone.ts';
import { progressOf, todayOn } from '../../../../src-shared/domain/plan/progress.ts';
import { repairDays, rescheduled, usualPace, whyNotReschedule } from '../../../../src-shared/domain/plan/schedule.ts';
import { isOverdue, openTasks, type Task, taskSpec } from '../../../../src-shared/domain/plan/task.ts';

const plan = (groups: { readonly [M in MilestoneName]?: Partial<Milestone> } = {}): Plan =>
  planOf(Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, { ...noMilestone, ...part }])));
// A Friday.
const friday = { vehicleIn: { actualDate: '2026-11-20' } };

describe('“Recalculate”', () => {
  test('four hours are a day, and a part of a day is a whole one', () => {
    expect([0, 10, 40, 41, 334].map((tenths) => repairDays(tenths, usualPace))).toEqual([1, 1, 1, 2, 9]);
  });

  test('plans over weekends: start after arrival, then the days, then out', () => {
    const moved = rescheduled(plan(friday), 100, usualPace);
    expect(Object.entries(moved).map(([name, one]) => [name, one.plannedDate])).toEqual([
      ['repairsStarted', '2026-11-23'],
      ['repairsCompleted', '2026-11-25'],
      ['vehicleOut', '2026-11-26'],
    ]);
  });

  test('revises what was promised, and leaves what stays as it was', () => {
    const told = {
      ...friday,
      repairsStarted: { plannedDate: '2026-11-23' },
      vehicleOut: { plannedDate: '2026-11-25', plannedTime: '10:00' },
    };
    const moved = rescheduled(plan(told), 100, usualPace);
    expect(moved.repairsStarted).toBeUndefined();
    expect(moved.vehicleOut).toMatchObject({
      plannedDate: '2026-11-25',
      plannedTime: '10:00',
      revisedDate: '2026-11-26',
    });
  });

  test('goes on from what happened, and never moves it', () => {
    const begun = { ...friday, repairsStarted: { actualDate: '2026-11-30', complete: true } };
    const moved = rescheduled(plan(begun), 40, usualPace);
    expect(moved.repairsStarted).toBeUndefined();
    expect([moved.repairsCompleted?.plannedDate, moved.vehicleOut?.plannedDate]).toEqual(['2026-11-30', '2026-12-01']);
  });

  test('needs a Vehicle In and hours, and ends when the vehicle is out', () => {
    expect(whyNotReschedule(plan(), 40)).toBe('no-vehicle-in');
    expect(whyNotReschedule(plan(friday), 0)).toBe('no-hours');
    expect(whyNotReschedule(plan({ ...friday, vehicleOut: { actualDate: '2026-11-21' } }), 40)).toBe('out');
    expect(whyNotReschedule(plan({ vehicleIn: { plannedDate: '2026-11-20' } }), 40)).toBeNull();
  });
});

describe('the bar', () => {
  const now = { date: '2026-11-24', time: '09:00' };
  test('says what is done, what is to come and what is late, by days', () => {
    const marks = progressOf(
      plan({
        vehicleIn: { plannedDate: '2026-11-19', actualDate: '2026-11-20' },
        repairsStarted: { plannedDate: '2026-11-22' },
        repairsCompleted: { plannedDate: '2026-11-22', revisedDate: '2026-11-26' },
      }),
      now,
    );
    expect(marks.map(({ state, daysLate }) => [state, daysLate])).toEqual([
      ['done', 1],
      ['late', 2],
      ['planned', 0],
      ['unknown', 0],
    ]);
  });

  test('is late on its day only after its time', () => {
    const at = (plannedTime: string) =>
      progressOf(plan({ vehicleIn: { plannedDate: '2026-11-24', plannedTime } }), now)[0]?.state;
    expect([at(''), at('08:00'), at('10:00')]).toEqual(['planned', 'late', 'planned']);
  });

  test('has today between the dates around it', () => {
    const marks = progressOf(
      plan({ vehicleIn: { actualDate: '2026-11-20' }, vehicleOut: { plannedDate: '2026-11-28' } }),
      now,
    );
    expect(todayOn(marks, '2026-11-24')).toBe(0.5);
    expect(todayOn(marks, '2026-11-19')).toBeNull();
    expect(todayOn(marks, '2026-12-05')).toBe(1);
    expect(todayOn(progressOf(plan(friday), now), '2026-11-24')).toBeNull();
  });
});

test('open tasks come by their day, those without one last, and what is past its day is overdue', () => {
  const task = (n: number, due: string, done = false): Task => ({
    ...{ id: `t${n}` as Task['id'], deleted: false, parent: taskSpec.groups.parent.parse({}) },
    about: { text: `task ${n}`, due, who: '' },
    done: { done, at: 0, by: '' },
  });
  const tasks = [task(1, ''), task(2, '2026-11-25'), task(3, '2026-11-23'), task(4, '2026-11-01', true)];
  expect(openTasks(tasks).map(({ id }) => id)).toEqual(['t3', 't2', 't1']);
  expect(tasks.map((one) => isOverdue(one, '2026-11-24'))).toEqual([false, false, true, false]);
});
