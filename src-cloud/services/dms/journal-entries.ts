/** The entries that the next journal file of a shop may take, as its records and its earlier files stand. */
import {
  byAccount,
  dueEntries,
  type KnownEntries,
  postedReceipts,
  type Span,
  sentReceipts,
  waitingReceipts,
} from '../../../src-shared/domain/dms/journal/due-entries.ts';
import {
  type JournalCalendar,
  type JournalEntry,
  journalEntries,
} from '../../../src-shared/domain/dms/journal/journal-entries.ts';
import type { JournalSettings } from '../../../src-shared/domain/dms/settings/journal.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import type { RecordKind, RecordOfKind } from '../../../src-shared/sync/records.ts';
import type { JournalStore, RecordOfWorkfile } from '../../db/journals.ts';
import { domainRecord } from '../record-state.ts';

/** An entry and the workfile that its receipt is of. */
export type DueEntry = JournalEntry & { readonly workfile: string };
export type Due = {
  /** What the file takes, the oldest first. */
  readonly now: readonly DueEntry[];
  /** How many more there are than a file holds. */
  readonly more: number;
  /** What has no account. */
  readonly left: readonly DueEntry[];
  /** How many receipts come into none, because they may still go to a partner. */
  readonly waiting: number;
};

/** The most entries of one file: those that are left come into the next. */
export const maxEntries = 2_000;

/** Until which day entries are due, the shop's own day, and whether a partner takes payments by itself. */
export type Until = { readonly through: string; readonly today: string; readonly partnerTakes: boolean };

export async function readDue(
  store: JournalStore,
  settings: JournalSettings,
  { through, today, partnerTakes }: Until,
): Promise<Due> {
  const span: Span = { firstDay: settings.firstDay, through };
  const [records, { zone }] = [await store.readOpen(span), await store.readShop()];
  const of = <K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] =>
    records.flatMap((one) => (one.kind === kind ? [domainRecord(kind, one)] : []));
  const entries = entriesOf(records, { zone, today });
  const [receipts, events] = [of('receipt'), of('dms-event')];
  const ids = receipts.map(({ id }) => id);
  const exports = await store.readSent(ids);
  const posted = exports.filter(({ isPosted }) => isPosted);
  const known: KnownEntries = {
    told: await store.readEntries(
      ids,
      entries.map(({ reference }) => reference),
    ),
    ...{ events, partnerTakes },
    sent: new Set([...sentReceipts(receipts, events), ...exports.map(({ receiptId }) => receiptId)]),
    posted: new Set([...postedReceipts(receipts, events), ...posted.map(({ receiptId }) => receiptId)]),
  };
  const workfiles = new Map<string, string>(receipts.map(({ id, parent }) => [id, parent.workfileId]));
  const due = dueEntries(entries, known, span).map((entry) => ({
    ...entry,
    workfile: workfiles.get(entry.receiptId) ?? '',
  }));
  const { written, left } = byAccount(due, settings);
  const waiting = partnerTakes ? 0 : waitingReceipts(entries, known, span).length;
  return { now: written.slice(0, maxEntries), more: Math.max(0, written.length - maxEntries), left, waiting };
}

function entriesOf(records: readonly RecordOfWorkfile[], calendar: JournalCalendar): readonly JournalEntry[] {
  const byWorkfile = new Map<string, RecordOfWorkfile[]>();
  for (const one of records) {
    const others = byWorkfile.get(one.workfile);
    if (others === undefined) byWorkfile.set(one.workfile, [one]);
    else others.push(one);
  }
  return [...byWorkfile.values()].flatMap((ofWorkfile) => {
    const all = <K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] =>
      ofWorkfile.flatMap((one) => (one.kind === kind ? [domainRecord(kind, one)] : []));
    const owner = all('contact').find(({ parent }) => parent.role === 'owner');
    const words = {
      ro: all('workfile')[0]?.number.ro ?? '',
      customer: owner === undefined ? '' : contactLabel(owner.name),
    };
    return journalEntries({ receipts: all('receipt'), receiptVoids: all('receipt-void') }, words, calendar);
  });
}
