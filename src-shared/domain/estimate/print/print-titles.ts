// What a document is called, and what it says of itself: nothing that is not locked is called a record.

import { workfileLabel } from '../../workfile/workfile.ts';
import type { PrintedVersion, PrintInput, PrintKind } from './print-input.ts';
import { printedVersion } from './print-input.ts';

/** The title of a version's print, or of the bill (titles of CCC prints). */
export function printTitle(kind: PrintKind, { label, lockedAt }: Pick<PrintedVersion, 'label' | 'lockedAt'>): string {
  if (kind === 'final-bill') return lockedAt > 0 ? 'Final Bill' : 'Preliminary Bill';
  const supplement = label.startsWith('S') ? Number(label.slice(1)) : 0;
  if (supplement === 0) return lockedAt > 0 ? 'Estimate of Record' : 'Preliminary Estimate';
  return `${lockedAt > 0 ? 'Supplement of Record' : 'Preliminary Supplement'} ${supplement} with Summary`;
}

/** What the reader must know of the document beside its title. */
export function printRemarks(input: PrintInput): readonly string[] {
  const { label, lockedAt } = printedVersion(input);
  const { workfile, pendingNumber } = input;
  const own = workfileLabel(workfile.id, workfile.number.ro);
  return [
    ...(lockedAt === 0 ? [`Preliminary: version ${label} is not locked, and its figures may still change.`] : []),
    ...(workfile.number.ro === '' ? [provisionalWords(own, pendingNumber)] : []),
  ];
}

const provisionalWords = (own: string, pending: string): string =>
  pending === ''
    ? `${own} is a provisional number of this workfile. It has no RO number yet.`
    : `RO number ${pending} is provisional until the shop’s cloud confirms it.`;
