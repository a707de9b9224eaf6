/** The life of a workfile: every legal way, no other, and what is still taken at the end of one. */
import { expect, test } from 'vitest';
import { isEnded, isShutTo, moves, stageAfter, whyNotMove } from '../../../src-shared/domain/workfile/life.ts';
import { type Stage, stages, whyNotConvert } from '../../../src-shared/domain/workfile/workfile.ts';
import { recordKinds } from '../../../src-shared/sync/records.ts';

const legal: readonly (readonly [Stage, string, Stage])[] = [
  ['repair-order', 'close', 'closed'],
  ['opportunity', 'cancel', 'cancelled'],
  ['closed', 'reopen', 'repair-order'],
  ['cancelled', 'reopen', 'opportunity'],
];

test('the four legal ways lead where they should, and every other is refused by its stage', () => {
  const found = stages.flatMap((stage) =>
    moves.flatMap((move) => {
      const to = stageAfter(stage, move);
      expect(whyNotMove({ deleted: false, stage: { stage } }, move)).toBe(to === undefined ? 'other-stage' : null);
      return to === undefined ? [] : [[stage, move, to]];
    }),
  );
  expect(new Set(found.map(String))).toEqual(new Set(legal.map(String)));
  expect(whyNotMove({ deleted: true, stage: { stage: 'opportunity' } }, 'cancel')).toBe('deleted');
});

test('what was agreed is shut at the end, and notes, photos and saving are not', () => {
  const shut = (stage: Stage) => recordKinds.filter((kind) => isShutTo(kind, '*', stage));
  for (const kind of ['contact', 'vehicle', 'insurance', 'rates', 'estimate', 'line']) {
    expect(shut('closed')).toContain(kind);
    expect(shut('cancelled')).toContain(kind);
  }
  expect(shut('closed')).not.toContain('photo');
  expect([shut('opportunity'), shut('repair-order')]).toEqual([[], []]);
  expect(isShutTo('workfile', 'tracking', 'closed')).toBe(true);
  expect(isShutTo('workfile', 'saved', 'closed')).toBe(false);
});

test('a workfile that has ended is not converted, and one that is reopened goes on where it was', () => {
  for (const stage of stages.filter(isEnded)) {
    expect(whyNotConvert({ deleted: false, stage: { stage } })).not.toBeNull();
    expect(isEnded(stageAfter(stage, 'reopen') ?? stage)).toBe(false);
  }
});
