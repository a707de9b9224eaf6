/** Instants are told on the clock of the shop, and a day of a filter is a day of the shop, wherever the PC stands. */
import { describe, expect, test } from 'vitest';
import { dayBelow, dayFrom, firstDay, lastDay } from '../../../src-renderer/features/workfile-list/filter-parts.ts';
import { chipsOf } from '../../../src-renderer/words/list/list-words.ts';
import { dateOf, timeOf, todayOf, whenOf } from '../../../src-renderer/words/time-words.ts';
import { dayStart } from '../../../src-shared/base/civil-time.ts';

const chicago = 'America/Chicago';
const auckland = 'Pacific/Auckland';
/** 21:30 on the 20th in Chicago, 16:30 on the 21st in Auckland. */
const evening = Date.UTC(2026, 10, 21, 3, 30);

test('a moment is told as the clock in the shop shows it', () => {
  expect([timeOf(evening, chicago), timeOf(evening, auckland)]).toEqual(['21:30', '16:30']);
  expect([dateOf(evening, chicago), dateOf(evening, auckland)]).toEqual(['11/20/2026', '11/21/2026']);
  expect(todayOf({ now: evening, timeZone: auckland })).toBe('2026-11-21');
});

test('today it is told by its time, this year by its day and time, before that by its date', () => {
  const clock = (now: number) => ({ now, timeZone: chicago });
  expect(whenOf(evening, clock(evening + 60_000))).toBe('21:30');
  expect(whenOf(evening, clock(evening + 3 * 3_600_000))).toBe('11/20 21:30');
  expect(whenOf(evening, clock(Date.UTC(2027, 1, 1)))).toBe('11/20/2026');
  expect(whenOf(0, clock(evening))).toBe('');
});

describe('a day begins', () => {
  test.each([
    ['2026-11-21', chicago, Date.UTC(2026, 10, 21, 6)],
    ['2026-07-04', chicago, Date.UTC(2026, 6, 4, 5)],
    ['2026-11-21', auckland, Date.UTC(2026, 10, 20, 11)],
    ['2026-11-21', 'Asia/Kathmandu', Date.UTC(2026, 10, 20, 18, 15)],
  ])('at midnight: %s in %s', (day, zone, instant) => {
    expect(dayStart(day, zone)).toBe(instant);
  });

  test('after the gap where clocks skip midnight', () => {
    // Chile: 23:59:59 of September 5 is followed by 01:00 of the 6th.
    expect(dayStart('2026-09-06', 'America/Santiago')).toBe(Date.UTC(2026, 8, 6, 4));
  });
});

test('the days of a filter are days of the shop, and are read back as they were typed', () => {
  const changed = { from: dayFrom('2026-11-20', chicago), below: dayBelow('2026-11-20', chicago) };
  expect(changed).toEqual({ from: Date.UTC(2026, 10, 20, 6), below: Date.UTC(2026, 10, 21, 6) });
  expect([firstDay(changed.from, chicago), lastDay(changed.below, chicago)]).toEqual(['2026-11-20', '2026-11-20']);
  expect(chipsOf({ changed }, chicago)).toEqual([{ part: 'changed', title: 'Changed', text: '11/20/2026' }]);
  expect([dayFrom('', chicago), dayBelow('', chicago), firstDay(null, chicago)]).toEqual([null, null, '']);
});
