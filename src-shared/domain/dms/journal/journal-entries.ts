// What the receipts of a workfile are in a journal. A receipt is one entry for good; a void is another, which takes it back.

import { civilTimeOf } from '../../../base/civil-time.ts';
import { type Receipt, type Receipts, reversedBy } from '../../receipt/receipt.ts';
import type { ReceiptType } from '../../receipt/receipt-type.ts';
import { receiptTypeLabel } from '../../receipt/receipt-type.ts';

/** What of a receipt an entry tells. */
export const journalSubjects = ['receipt', 'void'] as const;
export type JournalSubject = (typeof journalSubjects)[number];

/** One sum that moves between two accounts. */
export type JournalEntry = {
  readonly receiptId: string;
  /** Whether it is the receipt itself or the void of it. */
  readonly about: JournalSubject;
  /** The day of the money: of a receipt its own, of a void the shop's day on which it was said, neither before it nor after today. */
  readonly date: string;
  /** The receipt's number; of a void with `-V`. No other entry has it. */
  readonly reference: string;
  readonly ro: string;
  readonly customer: string;
  /** Whose money it is: the customer's, or the insurer by name. */
  readonly from: string;
  readonly type: ReceiptType;
  readonly typeName: string;
  readonly checkNumber: string;
  readonly description: string;
  /** The number of the receipt that this entry takes back; empty for none. */
  readonly takesBack: string;
  readonly amountCents: number;
};

/** The workfile that receipts belong to, in the words of the journal. */
export type JournalWorkfile = { readonly ro: string; readonly customer: string };

/** The shop's calendar. */
export type JournalCalendar = { readonly zone: string; readonly today: string };

/** The entries of a workfile's receipts and voids, by day and reference. */
export function journalEntries(
  { receipts, receiptVoids }: Receipts,
  workfile: JournalWorkfile,
  { zone, today }: JournalCalendar,
): readonly JournalEntry[] {
  const byId = new Map(receipts.map((receipt) => [receipt.id as string, receipt]));
  const numberOf = (id: string): string => byId.get(id)?.number.number ?? '';
  const taken = receipts.map((receipt) => entryOf(receipt, workfile, numberOf(reversedBy(receipt))));
  // Two PCs may have voided the same receipt: it is taken back once, by the one that was first.
  const voids = new Map(
    receiptVoids.toSorted((a, b) => b.said.at - a.said.at).map((one) => [one.parent.receiptId, one]),
  );
  const takenBack = [...voids].flatMap(([id, { said }]) => {
    const receipt = byId.get(id);
    if (receipt === undefined) return [];
    const taken = entryOf(receipt, workfile, '');
    // A PC whose clock is wrong takes nothing back before it came, nor on a day that is still to come.
    const date = later(taken.date, earlier(civilTimeOf(said.at, zone).date, today));
    return [{ ...voidOf(taken), date, description: said.reason }];
  });
  return [...taken, ...takenBack].toSorted(inOrder);
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

/** By day, then by reference. */
export const inOrder = (a: JournalEntry, b: JournalEntry): number =>
  a.date === b.date ? compare(a.reference, b.reference) : compare(a.date, b.date);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function entryOf(
  { id, number, money, adjustment }: Receipt,
  workfile: JournalWorkfile,
  takesBack: string,
): JournalEntry {
  return {
    ...workfile,
    receiptId: id,
    about: 'receipt',
    date: money.date,
    reference: number.number,
    from: money.from === 'customer' ? 'Customer' : money.insurer || 'Insurance',
    type: money.type,
    typeName: receiptTypeLabel(money),
    checkNumber: money.reference,
    description: money.memo === '' ? (adjustment?.reason ?? '') : money.memo,
    takesBack,
    amountCents: money.amountCents,
  };
}

const voidOf = (entry: JournalEntry): JournalEntry => ({
  ...entry,
  about: 'void',
  reference: `${entry.reference}-V`,
  takesBack: entry.reference,
  amountCents: -entry.amountCents || 0,
});
