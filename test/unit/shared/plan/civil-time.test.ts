import { expect, test } from 'vitest';
import {
  addDays,
  civilTimeOf,
  compareCivil,
  readTimeOfDay,
  weekdayOf,
} from '../../../../src-shared/base/civil-time.ts';

test.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  ['830', '08:30'],
  ['0830', '08:30'],
  ['14.05', '14:05'],
  ['2p', '14:00'],
  ['2:15 PM', '14:15'],
  ['12a', '00:00'],
  ['12 p.m.', '12:00'],
  ['23:59', '23:59'],
  ['', ''],
])('the time %s is read as %s', (typed, time) => expect(readTimeOfDay(typed)).toBe(time));

test.each(['24:00', '8:60', '13p', '0a', 'noon', '8:3', '12345'])('%s is no time of the day', (typed) =>
  expect(readTimeOfDay(typed)).toBeUndefined(),
);

test('the wall clock is the shop’s, wherever the PC stands', () => {
  const instant = Date.UTC(2026, 10, 22, 3, 30);
  expect(civilTimeOf(instant, 'America/Detroit')).toEqual({ date: '2026-11-21', time: '22:30' });
  expect(civilTimeOf(instant, 'Europe/Berlin')).toEqual({ date: '2026-11-22', time: '04:30' });
  expect(civilTimeOf(instant, 'Nowhere/Atall').date).toMatch(/^2026-11-2[12]$/);
});

test('midnight is the first minute of a day, also where clocks change', () => {
  expect(civilTimeOf(Date.UTC(2026, 10, 1, 4, 0), 'America/Detroit')).toEqual({ date: '2026-11-01', time: '00:00' });
});

test('moments are compared by date, and by time only where both have one', () => {
  const at = (date: string, time = '') => ({ date, time });
  expect(compareCivil(at('2026-11-20', '17:00'), at('2026-11-21', '08:00'))).toBeLessThan(0);
  expect(compareCivil(at('2026-11-21', '17:00'), at('2026-11-21', '08:00'))).toBeGreaterThan(0);
  expect(compareCivil(at('2026-11-21'), at('2026-11-21', '08:00'))).toBe(0);
});

test('days are added over the ends of months and years, and each has its weekday', () => {
  expect(addDays('2026-11-28', 5)).toBe('2026-12-03');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(weekdayOf('2026-11-22')).toBe(0);
  expect(weekdayOf('2026-11-28')).toBe(6);
});
