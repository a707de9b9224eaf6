// The ledger of a workfile: receipts and voids, each bound by hashes to those that stood before it, so that nothing
// is altered or taken away unseen. Two PCs without a network fork it; the next entry ties both ends together again.

import { mostEnds, type Receipt, type Receipts, reversedBy, voidedIds } from './receipt.ts';
import type { ReceiptVoid } from './receipt-void.ts';

/** The form in which entries are hashed; a later program may hash more, and says so in its entries. */
export const chainForm = 1;

export type Hash = (text: string) => string;
type Entry = Pick<Receipt | ReceiptVoid, 'id' | 'chain'> & { readonly at: number };

const entriesOf = ({ receipts, receiptVoids }: Receipts): readonly Entry[] => [
  ...receipts.map(({ id, chain, taken }) => ({ id, chain, at: taken.at })),
  ...receiptVoids.map(({ id, chain, said }) => ({ id, chain, at: said.at })),
];

const before = ({ chain }: Pick<Entry, 'chain'>): readonly string[] => (chain.on === '' ? [] : chain.on.split(' '));

/** The hashes that the next entry stands on: those of all entries that none stands on yet. */
export function endsOf(ledger: Receipts): string {
  const entries = entriesOf(ledger);
  const covered = new Set(entries.flatMap(before));
  const ends = entries.map(({ chain }) => chain.hash).filter((hash) => hash !== '' && !covered.has(hash));
  return [...new Set(ends)].sort().slice(0, mostEnds).join(' ');
}

type Unchained<E> = Omit<E, 'chain' | 'deleted'>;

/** Everything of a receipt that must stay as it was, and what it stood on. */
export const receiptText = ({ id, parent, number, money, taken, adjustment }: Unchained<Receipt>, on: string): string =>
  JSON.stringify([
    ...['receipt', chainForm, id, parent.workfileId, number.number, number.serial],
    ...[money.amountCents, money.date, money.from, money.insurer, money.type, money.typeName],
    ...[money.reference, money.memo, taken.at, taken.by],
    ...[adjustment?.reverses ?? '', adjustment?.reason ?? '', on],
  ]);

/** Everything of a void that must stay as it was, and what it stood on. */
export const voidText = ({ id, parent, said }: Unchained<ReceiptVoid>, on: string): string =>
  JSON.stringify([
    ...['receipt-void', chainForm, id, parent.workfileId, parent.receiptId],
    ...[said.reason, said.at, said.by, on],
  ]);

/** Whether an entry is what its hash says. One of a later form is left to the program that knows it. */
export const isReceiptWhole = (receipt: Omit<Receipt, 'deleted'>, hash: Hash): boolean =>
  receipt.chain.form > chainForm || receipt.chain.hash === hash(receiptText(receipt, receipt.chain.on));
export const isVoidWhole = (one: Omit<ReceiptVoid, 'deleted'>, hash: Hash): boolean =>
  one.chain.form > chainForm || one.chain.hash === hash(voidText(one, one.chain.on));

/**
 * What is wrong with a ledger. `altered`: an entry is not what was written; `gap`: one that it stood on is not here;
 * `same-number`: another receipt has its number; `reversed-twice`, `reverses-otherwise`, `reverses-void`: the balance
 * counts it wrongly, for it takes back another amount or another side's money.
 */
export type LedgerFault = {
  readonly kind: 'altered' | 'gap' | 'same-number' | 'reversed-twice' | 'reverses-otherwise' | 'reverses-void';
  /** The receipt that it shows at. */
  readonly receiptId: string;
};

/** Everything that is wrong with a ledger; nothing for one that was only forked. */
export function checkLedger(ledger: Receipts, hash: Hash): readonly LedgerFault[] {
  const { receipts, receiptVoids } = ledger;
  const known = new Set(entriesOf(ledger).map(({ chain }) => chain.hash));
  const isGap = (entry: Pick<Entry, 'chain'>): boolean => before(entry).some((one) => !known.has(one));
  const fault = (kind: LedgerFault['kind'], receiptId: string): LedgerFault => ({ kind, receiptId });
  return [
    ...receipts.flatMap((one) => (isReceiptWhole(one, hash) ? [] : [fault('altered', one.id)])),
    ...receiptVoids.flatMap((one) => (isVoidWhole(one, hash) ? [] : [fault('altered', one.parent.receiptId)])),
    ...receipts.flatMap((one) => (isGap(one) ? [fault('gap', one.id)] : [])),
    ...receiptVoids.flatMap((one) => (isGap(one) ? [fault('gap', one.parent.receiptId)] : [])),
    ...contradictions(ledger).map(({ kind, receiptId }) => fault(kind, receiptId)),
  ];
}

function contradictions({ receipts, receiptVoids }: Receipts): readonly LedgerFault[] {
  const voided = voidedIds(receiptVoids);
  const counted = receipts.filter(({ id }) => !voided.has(id));
  const numbers = new Set<string>();
  const reversed = new Set<string>();
  const found: LedgerFault[] = [];
  for (const one of receipts) {
    if (numbers.has(one.number.number)) found.push({ kind: 'same-number', receiptId: one.id });
    numbers.add(one.number.number);
  }
  const byId = new Map<string, Receipt>(receipts.map((one) => [one.id, one]));
  for (const one of counted) {
    const original = reversedBy(one);
    if (original === '') continue;
    if (!takesBack(one, byId.get(original))) found.push({ kind: 'reverses-otherwise', receiptId: one.id });
    if (voided.has(original)) found.push({ kind: 'reverses-void', receiptId: one.id });
    if (reversed.has(original)) found.push({ kind: 'reversed-twice', receiptId: one.id });
    reversed.add(original);
  }
  return found;
}

/** Whether a reversal takes exactly its original back. One whose original is not here is a gap, and no more is known. */
const takesBack = ({ money }: Receipt, original: Receipt | undefined): boolean =>
  original === undefined || (money.amountCents === -original.money.amountCents && money.from === original.money.from);

/** Receipts as they are shown: each behind all that it stood on, those of a fork by their time. */
export function inLedgerOrder(ledger: Receipts): readonly Receipt[] {
  const entries = entriesOf(ledger);
  const byHash = new Map(entries.map((entry) => [entry.chain.hash, entry]));
  const ranks = new Map<string, number>();
  const rankOf = (entry: Entry): number => {
    const known = ranks.get(entry.id);
    if (known !== undefined) return known;
    // Until it is known it counts as the first: a circle, which only a damaged ledger has, ends here.
    ranks.set(entry.id, 0);
    const above = before(entry).flatMap((hash) => byHash.get(hash) ?? []);
    const rank = 1 + Math.max(0, ...above.map(rankOf));
    ranks.set(entry.id, rank);
    return rank;
  };
  for (const entry of entries) rankOf(entry);
  const rank = ({ id }: Receipt): number => ranks.get(id) ?? 0;
  return ledger.receipts.toSorted((a, b) => rank(a) - rank(b) || a.taken.at - b.taken.at || (a.id < b.id ? -1 : 1));
}
