// The Export Summary on paper: what a workfile and its customer are called in the dealer's system, and all that was told it.

import { cents } from '../../base/money.ts';
import { type Fact, factBox, runningLine, shopHead } from '../estimate/print/letterhead.ts';
import { dayText, instantText, moneyText } from '../estimate/print/print-words.ts';
import type { Letterhead } from '../estimate/profile/letterhead.ts';
import type { Paper } from '../print/paper.ts';
import { alone, type Piece, type PrintDocument, type PrintTable } from '../print/print-document.ts';
import { node, type PrintNode } from '../print/print-node.ts';
import { printable } from '../print/printable.ts';
import { type Vehicle, vehicleLabel } from '../vehicle/vehicle.ts';
import { type Workfile, workfileLabel } from '../workfile/workfile.ts';
import { type DmsEvent, newestFirst } from './dms-event.ts';
import { dmsIdNames, dmsIdOf } from './dms-id.ts';
import { dmsIdWords, eventWords } from './event-words.ts';

export type ExportSummaryInput = {
  readonly workfile: Workfile;
  readonly owner: string;
  readonly insurer: string;
  readonly vehicle: Vehicle;
  readonly events: readonly DmsEvent[];
  /** The partner and the dealer's store; empty where the shop has no connection. */
  readonly connection: string;
  readonly shop: Letterhead;
  readonly paper: Paper;
  readonly now: number;
  /** IANA name of the shop's time zone. */
  readonly timeZone: string;
};

const title = 'DMS Export Summary';

/** Makes the document. */
export function exportSummary(input: ExportSummaryInput): PrintDocument {
  const { workfile, shop, paper, now, timeZone } = input;
  const label = workfileLabel(workfile.id, workfile.number.ro);
  return {
    ...{ title: `${title} ${label}`, fileName: `${title} ${label}`, paper },
    foot: `${label} · printed ${instantText(now, timeZone)}`,
    tables: { exports: table },
    running: runningLine(`${title} ${label}`, [shop.name]),
    pieces: [
      alone(head(input, label)),
      alone(node('div', 'boxes', [factBox('For', workFacts(input)), factBox('In the DMS', dealerFacts(input))])),
      ...rows(input),
    ],
  };
}

function head({ shop, now, timeZone }: ExportSummaryInput, label: string): PrintNode {
  const numbers: readonly Fact[] = [
    ['Workfile', label],
    ['Printed', instantText(now, timeZone)],
  ];
  return shopHead(shop, title, numbers);
}

const workFacts = ({ owner, insurer, vehicle }: ExportSummaryInput): readonly Fact[] => [
  ['Owner', printable(owner)],
  ['Insurer', printable(insurer)],
  ['Vehicle', printable(vehicleLabel(vehicle.identity))],
  ['VIN', printable(vehicle.identity.vin)],
];

const dealerFacts = ({ connection, workfile }: ExportSummaryInput): readonly Fact[] => [
  ['Connection', printable(connection) || 'None'],
  ...dmsIdNames.map((group): Fact => [dmsIdWords[group], printable(dmsIdOf(workfile, group)) || 'Not known yet']),
];

const columns = [
  { title: 'Date', look: 'day' },
  { title: 'Completed By', look: 'by' },
  { title: 'Description', look: 'words' },
  { title: 'Amount $', look: 'money' },
  { title: 'Status', look: 'status' },
  { title: 'Reference ID', look: 'reference' },
] as const;

const table: PrintTable = {
  look: 'exports',
  columns: columns.map(({ look }) => node('col', look)),
  head: node('thead', '', [
    node(
      'tr',
      '',
      columns.map((column) => node('th', column.look, column.title)),
    ),
  ]),
};

function rows({ events, timeZone }: ExportSummaryInput): readonly Piece[] {
  if (events.length === 0) return [alone(node('p', 'remark', 'Nothing was told the DMS yet.'))];
  return newestFirst(events).map(({ what }) => ({
    table: 'exports',
    node: node('tr', '', [
      node('td', 'day', dayText(what.at, timeZone)),
      node('td', 'by user', printable(what.by)),
      node('td', 'words user', printable(eventWords(what))),
      node('td', 'money', what.amountCents === null ? '' : moneyText(cents(what.amountCents))),
      node('td', 'status', what.status),
      node('td', 'reference user', printable(what.reference)),
    ]),
    keep: false,
  }));
}
