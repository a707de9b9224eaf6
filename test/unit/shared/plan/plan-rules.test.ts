import { describe, expect, test } from 'vitest';
import {
  countingOf,
  type Milestone,
  type MilestoneName,
  nextMilestone,
  noMilestone,
  type Plan,
  planOf,
} from '../../../../src-shared/domain/plan/milestone.ts';
import {
  completedAt,
  orderProblems,
  planProblems,
  whyNotComplete,
  whyNotUpdateStatus,
} from '../../../../src-shared/domain/plan/plan-rules.ts';

const now = { date: '2026-11-22', time: '10:00' };
const plan = (groups: { readonly [M in MilestoneName]?: Partial<Milestone> } = {}): Plan =>
  planOf(Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, { ...noMilestone, ...part }])));
const done = (actualDate: string): Partial<Milestone> => ({ actualDate, complete: true });

describe('a plan cannot be right', () => {
  test('where the vehicle is out before it came in', () => {
    const wrong = plan({ vehicleIn: { actualDate: '2026-11-20' }, vehicleOut: { actualDate: '2026-11-19' } });
    expect(orderProblems(wrong)).toEqual([
      { milestone: 'vehicleOut', field: 'actual', why: 'before', than: 'vehicleIn' },
    ]);
  });

  test('where it is promised before its repair is to be done, by what was told last', () => {
    const wrong = plan({
      repairsCompleted: { plannedDate: '2026-11-20', revisedDate: '2026-11-25' },
      vehicleOut: { plannedDate: '2026-11-21' },
    });
    expect(orderProblems(wrong)).toEqual([
      { milestone: 'vehicleOut', field: 'planned', why: 'before', than: 'repairsCompleted' },
    ]);
  });

  test('where something has happened that is still to come', () => {
    const early = plan({ vehicleIn: { actualDate: '2026-11-22', actualTime: '10:01' } });
    expect(planProblems(early, now)).toEqual([{ milestone: 'vehicleIn', field: 'actual', why: 'in-future' }]);
    expect(planProblems(plan({ vehicleIn: { actualDate: '2026-11-22' } }), now)).toEqual([]);
  });

  test('but a day may hold them all', () => {
    const one = { actualDate: '2026-11-22' };
    expect(
      planProblems(plan({ vehicleIn: one, repairsStarted: one, repairsCompleted: one, vehicleOut: one }), now),
    ).toEqual([]);
  });
});

describe('a milestone is completed', () => {
  test('in its order, and only once', () => {
    expect(whyNotComplete(plan(), 'vehicleIn', now)).toBeNull();
    expect(whyNotComplete(plan(), 'vehicleOut', now)).toEqual({ why: 'earlier-open', than: 'vehicleIn' });
    const isIn = plan({ vehicleIn: done('2026-11-20') });
    expect(whyNotComplete(isIn, 'vehicleIn', now)).toEqual({ why: 'complete' });
    expect(whyNotComplete(isIn, 'repairsStarted', now)).toBeNull();
    expect(nextMilestone(isIn)).toBe('repairsStarted');
  });

  test('not before it happened, nor before the one that comes first', () => {
    const future = plan({ vehicleIn: { actualDate: '2026-11-23' } });
    expect(whyNotComplete(future, 'vehicleIn', now)).toEqual({ why: 'in-future' });
    const before = plan({ vehicleIn: done('2026-11-20'), repairsStarted: { actualDate: '2026-11-19' } });
    expect(whyNotComplete(before, 'repairsStarted', now)).toEqual({ why: 'before', than: 'vehicleIn' });
  });

  test('now, where nobody said when it was', () => {
    const filled = completedAt(plan(), 'vehicleIn', now).vehicleIn;
    expect([filled.actualDate, filled.actualTime]).toEqual(['2026-11-22', '10:00']);
    const said = completedAt(plan({ vehicleIn: { actualDate: '2026-11-20' } }), 'vehicleIn', now).vehicleIn;
    expect([said.actualDate, said.actualTime]).toEqual(['2026-11-20', '']);
  });
});

test('the date that counts is the actual one, else the revised, else the planned', () => {
  const one = { ...noMilestone, plannedDate: '2026-11-20' };
  expect(countingOf(one).date).toBe('2026-11-20');
  expect(countingOf({ ...one, revisedDate: '2026-11-21' }).date).toBe('2026-11-21');
  expect(countingOf({ ...one, revisedDate: '2026-11-21', actualDate: '2026-11-22' }).date).toBe('2026-11-22');
});

test('a status is updated once for each Vehicle In, and not for one to come', () => {
  const isIn = plan({ vehicleIn: { actualDate: '2026-11-20', actualTime: '08:00' } });
  expect(whyNotUpdateStatus(plan(), undefined, now)).toBe('no-date');
  expect(whyNotUpdateStatus(plan({ vehicleIn: { actualDate: '2026-11-30' } }), undefined, now)).toBe('in-future');
  expect(whyNotUpdateStatus(isIn, undefined, now)).toBeNull();
  expect(whyNotUpdateStatus(isIn, { date: '2026-11-20', time: '' }, now)).toBeNull();
  expect(whyNotUpdateStatus(isIn, { date: '2026-11-20', time: '08:00' }, now)).toBe('up-to-date');
});
