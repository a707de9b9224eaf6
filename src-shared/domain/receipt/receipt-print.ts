// A receipt on paper: under the shop's letterhead, what was received, from whom, for which vehicle, and what is still due.

import { type CivilDate, printDate } from '../../base/dates.ts';
import { cents } from '../../base/money.ts';
import { amountPieces, amountRow } from '../estimate/print/amount-row.ts';
import { type Fact, factBox, runningLine, shopHead } from '../estimate/print/letterhead.ts';
import { instantText } from '../estimate/print/print-words.ts';
import { closingWords } from '../estimate/print/shop-words.ts';
import { totalsTable } from '../estimate/print/totals-table.ts';
import type { Letterhead } from '../estimate/profile/letterhead.ts';
import type { Paper } from '../print/paper.ts';
import { alone, type Piece, type PrintDocument, together } from '../print/print-document.ts';
import { node, type PrintNode } from '../print/print-node.ts';
import { printable } from '../print/printable.ts';
import { type Vehicle, vehicleLabel } from '../vehicle/vehicle.ts';
import type { Balance } from './balance.ts';
import type { Receipt } from './receipt.ts';
import { receiptTypeLabel } from './receipt-type.ts';

export type ReceiptPrintInput = {
  readonly receipt: Receipt;
  /** Why it counts for nothing; empty where it counts. */
  readonly voided: string;
  readonly balance: Balance;
  /** What people call the workfile. */
  readonly label: string;
  readonly owner: string;
  readonly vehicle: Vehicle;
  readonly shop: Letterhead;
  /** The shop's own text below its receipts. */
  readonly words: string;
  readonly paper: Paper;
  readonly now: number;
  /** IANA name of the shop's time zone. */
  readonly timeZone: string;
};

/** Makes the document. */
export function receiptPrint(input: ReceiptPrintInput): PrintDocument {
  const { receipt, shop, paper } = input;
  const title = titleOf(input);
  const { number } = receipt.number;
  const foot = `${number} · printed ${instantText(input.now, input.timeZone)}`;
  return {
    ...{ title: `${title} ${number}`, fileName: `${title} ${number}`, paper, foot },
    tables: { totals: totalsTable },
    running: runningLine(`${title} ${number}`, [shop.name]),
    pieces: [
      alone(head(input)),
      alone(node('div', 'boxes', [factBox('Received from', payerFacts(input)), factBox('For', workFacts(input))])),
      ...together(amounts(input)),
      ...remarks(input).map((words) => alone(node('p', 'remark user', printable(words)))),
      ...closingWords(input.words),
    ],
  };
}

const titleOf = ({ receipt, voided }: ReceiptPrintInput): string => {
  if (voided !== '') return 'Void Receipt';
  return receipt.money.amountCents < 0 ? 'Receipt of Reversal' : 'Receipt';
};

function head(input: ReceiptPrintInput): PrintNode {
  const { shop, receipt, label, now, timeZone } = input;
  const numbers: readonly Fact[] = [
    ['Receipt number', receipt.number.number],
    ['Workfile', label],
    ['Date', printDate(receipt.money.date as CivilDate)],
    ['Printed', instantText(now, timeZone)],
  ];
  return shopHead(shop, titleOf(input), numbers);
}

function payerFacts({ receipt, owner }: ReceiptPrintInput): readonly Fact[] {
  const { money, taken } = receipt;
  return [
    ['Name', printable(money.from === 'insurance' ? money.insurer || 'Insurance' : owner || 'Customer')],
    ['Type', printable(receiptTypeLabel(money))],
    ['Check/auth number', printable(money.reference)],
    ['Taken by', printable(taken.by)],
  ];
}

const workFacts = ({ label, vehicle, owner }: ReceiptPrintInput): readonly Fact[] => [
  ['Workfile', label],
  ['Owner', printable(owner)],
  ['Vehicle', printable(vehicleLabel(vehicle.identity))],
  ['VIN', printable(vehicle.identity.vin)],
];

function amounts({ receipt, balance }: ReceiptPrintInput): readonly Piece[] {
  const { amountCents, from } = receipt.money;
  const side = balance[from];
  return amountPieces('totals', [
    amountRow('Amount received', cents(amountCents), { look: 'total' }),
    amountRow(from === 'customer' ? 'Total due from customer' : 'Total due from insurance', side.share),
    amountRow('Received to date', side.received),
    amountRow('Balance due', side.due, { look: 'sum' }),
  ]);
}

const remarks = ({ receipt, voided }: ReceiptPrintInput): readonly string[] =>
  [receipt.money.memo, receipt.adjustment?.reason ?? '', voided === '' ? '' : `Void: ${voided}`].filter(
    (words) => words !== '',
  );
