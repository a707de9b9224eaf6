// A version of an estimate: the estimate of record E01, then the supplements S01, S02 … (EMS SUPP_NO, LINE_IND).

import type { SheetLine } from '../refinish/automatic-lines.ts';
import { estimateTotals, type Totals, type TotalsInput } from '../totals.ts';
import { compareLines } from './compare-lines.ts';

/** A version with everything its price depends on; its lines hold their automatic rows and stand in order. */
export type Version = {
  readonly label: string;
  /** Who locked it, as the cumulative block names him. */
  readonly estimator: string;
  readonly lines: readonly SheetLine[];
  readonly pricing: Omit<TotalsInput, 'lines'>;
  /** As they were when it was locked; they are not reckoned again. */
  readonly totals?: Totals;
};

/** What of a version tells when its lines were made and changed. */
export type LabelledLines = Pick<Version, 'label' | 'lines'>;

/** The totals of a version. */
export const totalsOfVersion = ({ lines, pricing, totals }: Version): Totals =>
  totals ?? estimateTotals({ ...pricing, lines });

/** The label of the version after one: `S01` after `E01`, `S02` after `S01`. */
export const nextLabel = (label: string): string =>
  `S${String((label.startsWith('S') ? Number(label.slice(1)) : 0) + 1).padStart(2, '0')}`;

/** The version that made or last changed each line of the newest one; lines of the first version have no mark. */
export function versionMarks(versions: readonly LabelledLines[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  versions.slice(1).forEach((version, i) => {
    const { changed, added, deleted } = compareLines(versions[i]?.lines ?? [], version.lines);
    for (const { line } of [...changed.map((one) => one.after), ...added]) marks.set(line.id, version.label);
    for (const { line } of deleted) marks.delete(line.id);
  });
  return marks;
}
