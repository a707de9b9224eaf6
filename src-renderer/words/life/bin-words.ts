// The words of the bin.

import { daysLeft } from '../../../src-shared/domain/workfile/bin.ts';

/** `28 days left`. */
export function wordDaysLeft(at: number, today: string): string {
  const days = daysLeft(at, today);
  if (days === 0) return 'Not listed any more';
  return days === 1 ? 'Last day' : `${days} days left`;
}

/** `3 workfiles moved to the bin`. */
export const wordMoved = (count: number, where: 'bin' | 'list'): string =>
  `${count === 1 ? 'Workfile' : `${count} workfiles`} ${where === 'bin' ? 'moved to the bin' : 'restored'}`;

/** What becomes of what lies in the bin. */
export const binPromise =
  'Workfiles are listed here for 30 days. After that they are no longer listed, and nothing of them is destroyed: ' +
  '“Filter…” finds them under “Deleted before that”.';

/** Why a workfile cannot go into the bin, as a disabled command says it. */
export const whyNotBinWords: Readonly<Record<'deleted' | 'closed' | 'locked' | 'paid' | 'none', string | undefined>> = {
  none: undefined,
  deleted: 'it is not there any more.',
  closed: 'a closed workfile stays: what was agreed is evidence.',
  locked: 'its estimate was locked, and may have been sent to an insurer.',
  paid: 'it has receipts: money was taken for it.',
};
