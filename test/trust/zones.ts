/** Time zones that are hard to keep, and the moments in them at which clocks are wrong most easily. */
import type { Chance } from '../../src-shared/demo/chance.ts';

export const zones = [
  ...(['America/Chicago', 'America/Phoenix', 'America/St_Johns', 'Europe/London'] as const),
  ...(['Australia/Sydney', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'] as const),
] as const;

/** Does work on a PC that stands in a zone. */
export function standingIn<T>(zone: string, work: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

const hour = 3_600_000;
const years = { first: 1995, count: 60 } as const;

/** A moment near a leap day, the end of a year, the end of a day, or a change of the clocks of a zone. */
export function hardMoment(chance: Chance, zone: string): number {
  const year = years.first + chance.below(years.count);
  const near = chance.below(7_200_000) - hour;
  const day = Date.UTC(year, chance.below(12), 1 + chance.below(28));
  const moments = [
    () => Date.UTC(year - (year % 4), 1, 29) + near,
    () => Date.UTC(year, 11, 31, 23, 59) + near,
    () => day + 24 * hour - 60_000,
    () => (changeAfter(Date.UTC(year, 0, 1), zone) ?? day) + near,
    () => day + chance.below(24) * hour,
  ] as const;
  return chance.pick(moments)();
}

/** The next change of a zone's clocks within a year. */
function changeAfter(from: number, zone: string): number | undefined {
  return standingIn(zone, () => {
    const offset = (at: number): number => new Date(at).getTimezoneOffset();
    for (let at = from; at < from + 366 * 24 * hour; at += 24 * hour) {
      if (offset(at) === offset(at + 24 * hour)) continue;
      for (let exact = at; exact <= at + 24 * hour; exact += hour / 2) if (offset(exact) !== offset(at)) return exact;
    }
    return undefined;
  });
}
