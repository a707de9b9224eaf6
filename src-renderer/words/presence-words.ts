// Who else has a workfile open, in words.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { PcPresence } from '../../src-shared/sync/presence.ts';

/** Somebody who has a workfile open on another PC, and the part of it in front there. */
type Other = Pick<PcPresence, 'by' | 'pc'> & { readonly section: string; readonly typing: boolean };

/** Who of them has a workfile open, each PC once. */
export const othersIn = (others: readonly PcPresence[], workfileId: WorkfileId): readonly Other[] =>
  others.flatMap(({ by, pc, open }) => {
    const place = open.find(({ workfile }) => workfile === workfileId);
    return place === undefined ? [] : [{ by, pc, section: place.section, typing: place.typing === true }];
  });

const sectionWords: Readonly<Record<string, string>> = {
  overview: 'Overview',
  contacts: 'Contacts',
  vehicle: 'Vehicle',
  insurance: 'Insurance',
  rates: 'Rates',
  estimate: 'Estimate',
  photos: 'Attachments',
  notes: 'Notes',
  history: 'History',
  receipts: 'Receipts',
  versions: 'Versions',
  plan: 'Events and repair plan',
};

/** `Ann Lee (PC-2) is editing Estimate`, or `… has this open: Estimate` where nobody types there; empty where nobody has. */
export function wordPresence(others: readonly Other[]): string {
  const [first, ...more] = others;
  if (first === undefined) return '';
  if (more.length > 0)
    return `${nameOf(first)} and ${more.length === 1 ? '1 other' : `${more.length} others`} have this open`;
  const section = sectionWords[first.section];
  if (first.typing) return `${nameOf(first)} is editing ${section ?? 'this'}`;
  return `${nameOf(first)} has this open${section === undefined ? '' : `: ${section}`}`;
}

/** All of them, one a line, for whoever looks closer. */
export const wordEachPresence = (others: readonly Other[]): string =>
  others.map((other) => wordPresence([other])).join('\n');

/** `Ann Lee (PC-2)`, `Ann Lee (PC-2) +1`. */
export function wordWhere(others: readonly Other[]): string {
  const [first, ...more] = others;
  if (first === undefined) return '';
  return more.length === 0 ? nameOf(first) : `${nameOf(first)} +${more.length}`;
}

const nameOf = ({ by, pc }: Other): string => (by === '' ? pc : `${by} (${pc})`);
