// What is said of one row of the workfile list: what it is called, and why something cannot be done with it.

import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';

/** `48213, Turpin, Sharon`. */
export const describeRow = ({ label, owner }: WorkfileHead): string =>
  [label, owner].filter((part) => part !== '').join(', ');

const inBin = 'the workfile is in the bin; restore it first.';

/** Why photos cannot be added to it; undefined where they can. */
export const photosDenied = ({ binnedAt }: WorkfileHead): string | undefined => (binnedAt > 0 ? inBin : undefined);

/** Why it cannot be converted, as far as its row says; undefined where it may be. */
export function convertDenied({ stage, totalLoss, binnedAt }: WorkfileHead): string | undefined {
  if (binnedAt > 0) return inBin;
  if (stage !== 'opportunity') return 'it is a repair order already, or no longer open.';
  return totalLoss ? 'the vehicle is a total loss; take that back first (Workfile > Total loss).' : undefined;
}
