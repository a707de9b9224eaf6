/** Which numbers come next, so that none is given twice, whatever a restore took away. */
import { firstRoNumber } from '../../src-shared/domain/workfile/ro-number.ts';
import { highestNumber } from '../../src-shared/sync/commands.ts';

/** What is known of a series. */
export type Numbering = {
  /** The highest number that was given away. */
  readonly given: number;
  /** Whether numbers were given away since the last restore. */
  readonly inEpoch: boolean;
  /** The highest number in use, as far as it may be above what was given away. */
  readonly used: number;
  /** The highest number that the asking PC still holds. */
  readonly held: number;
};

/** So many numbers may have been given away in the tail that a restore took. */
const lostAtMost = 1_000;

/** The next block of that many numbers; undefined where the series is at its end. */
export function blockAfter({ given, inEpoch, used, held }: Numbering, count: number) {
  const wasRestored = !inEpoch && (given > 0 || held > 0);
  const first = Math.max(given, used, held, firstRoNumber - 1) + (wasRestored ? lostAtMost : 0) + 1;
  const last = first + count - 1;
  return last > highestNumber ? undefined : { first, last };
}
