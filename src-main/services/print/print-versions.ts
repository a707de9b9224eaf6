// The versions of a workfile's estimate as prints take them, and the documents that can be made of them.

import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import type { PrintedVersion, PrintKind } from '../../../src-shared/domain/estimate/print/print-input.ts';
import { printTitle } from '../../../src-shared/domain/estimate/print/print-titles.ts';
import type { PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';

/** All versions from the first on; the last is the one that is written or was locked last. */
export function printedVersions(sheet: WorkfileSheet): readonly PrintedVersion[] {
  const { estimate, workfile } = sheet;
  const { sheet: priced, pricing } = priceEstimate(sheet);
  return [
    {
      label: estimate.version.label,
      estimator: estimate.lock.by || workfile.tracking.estimator,
      lines: priced.lines,
      pricing,
      lockedAt: isLocked(estimate) ? estimate.lock.at : 0,
    },
  ];
}

/** The versions, newest first, then the bill. */
export function printChoices(versions: readonly PrintedVersion[], stage: string): readonly PrintChoice[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const choice = (kind: PrintKind, version: PrintedVersion, why = ''): PrintChoice => ({
    kind,
    version: version.label,
    title: kind === 'final-bill' ? 'Final Bill' : printTitle(kind, version),
    why,
  });
  return [
    ...versions.toReversed().map((version) => choice('estimate', version)),
    choice('final-bill', newest, whyNoBill(newest, stage)),
  ];
}

function whyNoBill({ lockedAt }: PrintedVersion, stage: string): string {
  if (stage !== 'repair-order' && stage !== 'closed') return 'it needs a repair order.';
  return lockedAt === 0 ? 'its newest version must be locked first.' : '';
}
