// The versions of a workfile's estimate as prints take them, what they are about, and the documents that can be made.

import type { PrintFacts, PrintKind } from '../../../src-shared/domain/estimate/print/print-input.ts';
import { printTitle } from '../../../src-shared/domain/estimate/print/print-titles.ts';
import {
  openVersion,
  type ReadVersion,
  readVersion,
} from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import type { PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import type { Store } from '../../db/store.ts';
import { readLockedVersion } from '../../db/versions.ts';

/** All versions from the first on, the locked ones as they were locked; the last is written now or was locked last. */
export function printedVersions(store: Store, sheet: WorkfileSheet): readonly ReadVersion[] {
  const locked = sheet.versions.flatMap(({ id }) => {
    const held = readLockedVersion(store, id);
    return (held && readVersion(held)) ?? [];
  });
  const { at } = sheet.estimate.lock;
  return at > 0 && locked.length > 0 ? locked : [...locked, { ...openVersion(sheet), lockedAt: at }];
}

/**
 * Whom and what a print is about: an estimate or supplement says what its version said when it was locked, under the
 * number that the workfile has now. A bill goes to whoever owns the vehicle now, for the claim that was locked.
 */
export function printFacts(
  kind: PrintKind,
  { facts }: ReadVersion,
  { workfile, contacts, vehicle }: WorkfileSheet,
): PrintFacts {
  const { insurance } = facts;
  return kind === 'final-bill'
    ? { workfile, contacts, vehicle, insurance }
    : { ...facts, workfile: { ...facts.workfile, number: workfile.number } };
}

/** The versions, newest first, then the bill. */
export function printChoices(versions: readonly ReadVersion[], stage: string): readonly PrintChoice[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const choice = (kind: PrintKind, version: ReadVersion, why = ''): PrintChoice => ({
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

function whyNoBill({ lockedAt }: ReadVersion, stage: string): string {
  if (stage !== 'repair-order' && stage !== 'closed') return 'it needs a repair order.';
  return lockedAt === 0 ? 'its newest version must be locked first.' : '';
}
