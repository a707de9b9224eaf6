// Which entries the next journal file takes: everything from the first day on that no file and no partner was told yet.

import type { Receipt } from '../../receipt/receipt.ts';
import { type DmsEvent, isByHand, newestFirst, outcomeUnknown } from '../dms-event.ts';
import type { JournalSettings } from '../settings/journal.ts';
import { partnerTypeOf } from '../settings/setting.ts';
import { inOrder, type JournalEntry, type JournalSubject } from './journal-entries.ts';

/** An entry that stands in a file. */
export type ToldEntry = Pick<JournalEntry, 'receiptId' | 'about' | 'reference'>;

/** The lines of the DMS Transaction History that say so; a restored cloud hears of its files by them. */
export const journalEvents: Readonly<Record<JournalSubject, string>> = {
  receipt: 'payment-journaled',
  void: 'void-journaled',
};

/** Only the cloud makes files and exports: what a person wrote hides no receipt from the books. */
const ofCloud = (events: readonly DmsEvent[]): readonly DmsEvent[] => events.filter((one) => !isByHand(one));

/** In which file each receipt stands, as the history of its workfile tells: `Journal 12`. */
export const filesOfReceipts = (events: readonly DmsEvent[]): ReadonlyMap<string, string> =>
  new Map(
    ofCloud(events).flatMap(({ what }) =>
      what.what === journalEvents.receipt ? [[what.receiptId, what.reference]] : [],
    ),
  );

/** What is known of entries of some workfiles: in which files they stand, and their receipts' way to a partner. */
export type KnownEntries = {
  readonly told: readonly ToldEntry[];
  readonly events: readonly DmsEvent[];
  /** The receipts that are, or may be, in a dealer's system by its own interface. */
  readonly sent: ReadonlySet<string>;
  /** Those of them that are there for sure. */
  readonly posted: ReadonlySet<string>;
  /** A partner takes payments by itself now: only what stands in a file already is taken back by one. */
  readonly partnerTakes: boolean;
};

/** Until which day, and from which on. */
export type Span = Pick<JournalSettings, 'firstDay'> & { readonly through: string };

/** The entries that are due, under references that no other entry of the shop has. */
export function dueEntries(
  entries: readonly JournalEntry[],
  known: KnownEntries,
  { firstDay, through }: Span,
): readonly JournalEntry[] {
  const told = new Set([
    ...known.told.map(({ receiptId, about }) => `${receiptId} ${journalEvents[about]}`),
    ...ofCloud(known.events).map(({ what }) => `${what.receiptId} ${what.what}`),
  ]);
  const isTold = (receiptId: string, about: JournalSubject): boolean =>
    told.has(`${receiptId} ${journalEvents[about]}`);
  const due = entries.filter(({ receiptId, about, date }) => {
    const isNew = !isTold(receiptId, about) && !known.sent.has(receiptId);
    const isOurs = !known.partnerTakes || (about === 'void' && isTold(receiptId, 'receipt'));
    return isNew && isOurs && date >= firstDay && date <= through;
  });
  return withOwnReferences(due, known.told).toSorted(inOrder);
}

/**
 * The receipts that no file takes because nobody can tell yet that they never reach a dealer's system: their export is
 * asked for. One that was voided since is none: it comes to nothing either way.
 */
export function waitingReceipts(
  entries: readonly JournalEntry[],
  { sent, posted }: KnownEntries,
  { firstDay, through }: Span,
): readonly JournalEntry[] {
  const voided = new Set(entries.flatMap(({ about, receiptId }) => (about === 'void' ? [receiptId] : [])));
  return entries.filter(({ receiptId, date }) => {
    const isOpen = sent.has(receiptId) && !posted.has(receiptId) && !voided.has(receiptId);
    return isOpen && date >= firstDay && date <= through;
  });
}

/** Entries that can be written and those whose type has no account yet; these stay due. */
export function byAccount<E extends JournalEntry>(entries: readonly E[], { receiptAccounts }: JournalSettings) {
  const hasAccount = ({ type }: E): boolean => partnerTypeOf(receiptAccounts, type) !== null;
  return { written: entries.filter(hasAccount), left: entries.filter((one) => !hasAccount(one)) };
}

/** The receipts that a partner's interface has, or may have: no file tells of them, nor of their voids. */
export function sentReceipts(receipts: readonly Receipt[], events: readonly DmsEvent[]): ReadonlySet<string> {
  const sent = receipts.filter(({ dms }) => !['ready', 'failed'].includes(dms?.state ?? 'ready')).map(({ id }) => id);
  const seen = new Set<string>();
  const said = newestFirst(ofCloud(events)).flatMap(({ what: { what, status, receiptId } }): readonly string[] => {
    if (!what.startsWith('payment-') || what === journalEvents.receipt || seen.has(receiptId)) return [];
    seen.add(receiptId);
    return what === 'payment-posted' || status === outcomeUnknown ? [receiptId] : [];
  });
  return new Set<string>([...sent, ...said]);
}

/** The receipts that a partner said to have booked. */
export function postedReceipts(receipts: readonly Receipt[], events: readonly DmsEvent[]): ReadonlySet<string> {
  const posted = receipts.filter(({ dms }) => dms?.state === 'posted').map(({ id }) => id);
  const said = ofCloud(events).flatMap(({ what }) => (what.what === 'payment-posted' ? [what.receiptId] : []));
  return new Set<string>([...posted, ...said]);
}

/** Two PCs of one past may give two receipts one number: the second is called by its own id, too. */
function withOwnReferences(entries: readonly JournalEntry[], told: readonly ToldEntry[]): readonly JournalEntry[] {
  const taken = new Map(told.map(({ reference, receiptId }) => [reference, receiptId]));
  const given = new Map(told.flatMap((one) => (one.about === 'receipt' ? [[one.receiptId, one.reference]] : [])));
  const own = (reference: string, receiptId: string): string => {
    const holder = taken.get(reference);
    if (holder !== undefined && holder !== receiptId) return `${reference}-${receiptId.slice(-12).toUpperCase()}`;
    taken.set(reference, receiptId);
    return reference;
  };
  const receipts = entries.flatMap((entry) => {
    if (entry.about === 'void') return [];
    const reference = own(entry.reference, entry.receiptId);
    given.set(entry.receiptId, reference);
    return [{ ...entry, reference }];
  });
  const voids = entries.flatMap((entry) => {
    if (entry.about === 'receipt') return [];
    const takesBack = given.get(entry.receiptId) ?? entry.takesBack;
    return [{ ...entry, takesBack, reference: own(`${takesBack}-V`, entry.receiptId) }];
  });
  return [...receipts, ...voids];
}
