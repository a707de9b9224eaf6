/** A promise event says when it was, whose it is, and who saved. */
import { expect, test } from 'vitest';
import { useClock } from '../../../src-renderer/stores/clock.ts';
import { eventStamp } from '../../../src-renderer/words/plan/promise-words.ts';
import type { PlanEvent } from '../../../src-shared/domain/plan/event.ts';

const stamp = (by: string, estimator?: string): string => {
  const promise = { way: 'events', date: '2026-11-22', time: '10:40', estimator, preference: 'text', missing: [] };
  const event = { what: { kind: 'promise', at: 1, by }, ...(estimator !== undefined && { promise }) };
  return eventStamp(event as unknown as PlanEvent, useClock.getState()).replace(/^.*?, (?=[A-Za-z])/, '');
};

test('the estimator is named, and who saved where that is somebody else', () => {
  expect(stamp('Casey Moor', 'Robin Ellery')).toBe('estimator Robin Ellery, saved by Casey Moor');
  expect(stamp('Robin Ellery', 'Robin Ellery')).toBe('Robin Ellery');
  expect(stamp('', 'Robin Ellery')).toMatch(/estimator Robin Ellery$/);
});

test('an event without an estimator says who made it', () => {
  expect(stamp('Casey Moor', '')).toBe('Casey Moor');
  expect(stamp('Casey Moor')).toBe('Casey Moor');
});
