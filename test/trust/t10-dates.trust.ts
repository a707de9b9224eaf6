/** T10: wherever a PC stands, a moment is the same day of the shop, and a date stays the text that it is. */
import { expect, test } from 'vitest';
import { dayBelow, dayFrom, firstDay, lastDay } from '../../src-renderer/features/workfile-list/filter-parts.ts';
import { whenOf } from '../../src-renderer/words/time-words.ts';
import { addDays, civilTimeOf, weekdayOf } from '../../src-shared/base/civil-time.ts';
import { parseDate, printDate } from '../../src-shared/base/dates.ts';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import { dayText, instantText } from '../../src-shared/domain/estimate/print/print-words.ts';
import { backupsToDrop } from '../../src-shared/domain/upkeep/backups.ts';
import { seedsOf, suiteOf } from './trust-run.ts';
import { hardMoment, standingIn, zones } from './zones.ts';

const suite = suiteOf('T10', { few: 200, byName: 3_000 });

/** Everything that is said of a moment and of a date, for the shop of a zone. */
function saidOf(moment: number, shop: string) {
  const { date, time } = civilTimeOf(moment, shop);
  const days = [-366, -1, 0, 1, 31].map((away) => addDays(date, away));
  const daily = days.map((day, n) => ({
    ...{ id: day, kind: 'daily' as const, madeAt: moment - n * 86_400_000, day, isWhole: true },
  }));
  return {
    ...{ date, time, days, weekdays: days.map(weekdayOf) },
    printed: [
      printDate(date),
      instantText(moment, shop),
      dayText(moment, shop),
      whenOf(moment, { now: moment + 1, timeZone: shop }),
    ],
    read: [parseDate(printDate(date), 'date'), parseDate(date, 'date')],
    dropped: backupsToDrop(daily),
  };
}

/** The clock of a PC that stands in the shop, read in another way. */
function wallClockOf(moment: number): readonly string[] {
  const at = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return [
    `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    `${two(at.getHours())}:${two(at.getMinutes())}`,
  ];
}

function expectSame(chance: Chance): void {
  const shop = chance.pick(zones);
  const moment = hardMoment(chance, shop);
  const said = zones.map((zone) => standingIn(zone, () => JSON.stringify(saidOf(moment, shop))));
  expect(new Set(said).size, `${new Date(moment).toISOString()} of ${shop}: ${[...new Set(said)].join('\n')}`).toBe(1);
  const { date, time, days } = saidOf(moment, shop);
  expect([date, time]).toEqual(standingIn(shop, () => wallClockOf(moment)));
  expect(addDays(days[1] ?? '', 1)).toBe(date);
  expect(addDays(days[4] ?? '', -31)).toBe(date);
  for (const zone of zones) standingIn(zone, () => expectFilter(date, shop));
}

/** A day of a filter is read back as the day that was typed, and is a day long. */
function expectFilter(day: string, shop: string): void {
  const [from, below] = [dayFrom(day, shop) ?? 0, dayBelow(day, shop) ?? 0];
  // Samoa left this day out when it moved across the date line.
  if (shop === 'Pacific/Apia' && day === '2011-12-30') return;
  expect([firstDay(from, shop), lastDay(below, shop)], `${day} in ${shop}`).toEqual([day, day]);
  expect([23, 23.5, 24, 24.5, 25], `${day} in ${shop}`).toContain((below - from) / 3_600_000);
}

test(`${suite.count} hard moments are the same in eight zones, and no date moves`, async () => {
  for (const seed of seedsOf(suite)) {
    await suite.seeded(seed, async () => expectSame(chanceOf(seed)));
    suite.add('moments in eight zones', 1);
  }
});
