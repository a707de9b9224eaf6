// The part of a print that a supplement adds: what changed, went and came, rates, the sums of it, and the effect of all.

import { cents, type Rate } from '../../../base/money.ts';
import type { Piece, PrintTable } from '../../print/print-document.ts';
import { alone, together } from '../../print/print-document.ts';
import { node } from '../../print/print-node.ts';
import { printable } from '../../print/printable.ts';
import { laborNames } from '../labor-type.ts';
import type { NumberedLine } from '../supplement/compare-lines.ts';
import { cumulative } from '../supplement/cumulative.ts';
import type { RateChange } from '../supplement/rate-changes.ts';
import { type SummaryRow, type Supplement, supplementOf } from '../supplement/supplement.ts';
import { totalsOfVersion, type Version } from '../supplement/version.ts';
import type { Totals } from '../totals.ts';
import { type AmountRow, amountPieces, amountRow } from './amount-row.ts';
import { headingPiece, type LineTable, linePieces, lineTable, subtotalsPiece } from './line-table.ts';
import { hoursText, moneyText, perHourText, rateText } from './print-words.ts';
import { taxName, totalsTable } from './totals-table.ts';

const supplementLines: LineTable = { name: 'supplement-lines', versions: true };

/** The tables of a supplement's part, by the names that its pieces use. */
export const supplementTables: Readonly<Record<string, PrintTable>> = {
  [supplementLines.name]: lineTable(supplementLines.versions),
  'rate-changes': { ...totalsTable, look: 'totals changes' },
  'supplement-totals': totalsTable,
  cumulative: {
    look: 'totals cumulative',
    columns: ['words', 'basis', 'money'].map((look) => node('col', look)),
    head: node('thead', '', [
      node('tr', '', [
        node('th', 'words', 'Version'),
        node('th', 'basis', 'Estimator'),
        node('th', 'money', 'Amount $'),
      ]),
    ]),
  },
};

/** The summary of the newest version against the one before it. */
export function supplementPart(versions: readonly Version[]): readonly Piece[] {
  const [before, after] = [versions.at(-2), versions.at(-1)];
  if (before === undefined || after === undefined) return [];
  const supplement = supplementOf(before, after);
  const totals = totalsOfVersion(after);
  return [
    alone(node('h2', 'part', `Summary of supplement ${after.label}`), true),
    ...differencePieces(supplement, after.label),
    ...rateChangePieces(supplement.rateChanges, totals),
    ...together([
      alone(node('h2', 'part', 'Totals of the supplement')),
      ...amountPieces('supplement-totals', summaryRows(supplement, totals)),
    ]),
    ...cumulativePieces(versions),
  ];
}

function differencePieces({ lines, subtotals }: Supplement, label: string): readonly Piece[] {
  const changed = lines.changed.flatMap(({ before, after }) => [
    { of: before, version: '', negated: true },
    { of: after, version: label, negated: false },
  ]);
  const blocks = [
    ['Changed items', changed],
    ['Deleted items', lines.deleted.map((of) => ({ of, version: '', negated: true }))],
    ['Added items', lines.added.map((of) => ({ of, version: label, negated: false }))],
  ] as const;
  const pieces = blocks.flatMap(([title, rows]) => (rows.length === 0 ? [] : blockPieces(title, rows)));
  if (pieces.length === 0) return [alone(node('p', 'remark', 'No line was changed, deleted or added.'))];
  return withSums(pieces, subtotalsPiece(supplementLines, subtotals));
}

type Row = { readonly of: NumberedLine; readonly version: string; readonly negated: boolean };

function blockPieces(title: string, rows: readonly Row[]): readonly Piece[] {
  let heading = '';
  const pieces = rows.flatMap(({ of: { line, number, heading: above }, version, negated }) => {
    const head = above === heading || above === '' ? [] : [headingPiece(supplementLines, '', above)];
    heading = above;
    return [...head, ...linePieces(supplementLines, line, { number, version, negated })];
  });
  return [
    { table: supplementLines.name, node: node('tr', 'block', [node('td', 'words', title, 12)]), keep: true },
    ...pieces,
  ];
}

/** The sums never stand alone on a page. */
export const withSums = (pieces: readonly Piece[], sums: Piece): readonly Piece[] => [
  ...pieces.map((piece, i) => (i === pieces.length - 1 ? { ...piece, keep: true } : piece)),
  sums,
];

function rateChangePieces(changes: readonly RateChange[], totals: Totals): readonly Piece[] {
  if (changes.length === 0) return [];
  return together([
    alone(node('h2', 'part', 'Changed rates, on work that was there before')),
    ...amountPieces(
      'rate-changes',
      changes.map((change) => rateChangeRow(change, totals)),
    ),
  ]);
}

function rateChangeRow(change: RateChange, { taxes }: Totals): AmountRow {
  if (change.kind === 'tax') {
    const taxed = taxes[change.tax];
    return amountRow(taxed === undefined ? 'Sales Tax' : taxName(taxed), change.amount, {
      basis: `$ ${moneyText(change.base)} @ ${rateText((change.to - change.from) as Rate)}`,
      rate: `${rateText(change.from)} to ${rateText(change.to)}`,
    });
  }
  return amountRow(summaryName(change.of), change.amount, {
    basis: `${hoursText(change.tenths)} ${perHourText(cents(change.to - change.from))}`,
    rate: `${moneyText(change.from)} to ${moneyText(change.to)}`,
  });
}

function summaryRows(supplement: Supplement, totals: Totals): readonly AmountRow[] {
  return [
    ...supplement.rows.map((row) => summaryRow(row, totals)),
    amountRow('Subtotal', supplement.subtotal, { look: 'sum' }),
    ...supplement.taxRows.map((row) => summaryRow(row, totals)),
    amountRow('Total Supplement Amount', supplement.total, { look: 'total' }),
    amountRow('Net Cost of Supplement', supplement.net, { look: 'total' }),
  ];
}

function summaryRow({ kind, amount, tenths, perHour, tax, base }: SummaryRow, { taxes }: Totals): AmountRow {
  const taxed = tax === undefined ? undefined : taxes[tax];
  const name = taxed === undefined ? summaryName(kind) : taxName(taxed);
  if (base !== undefined) return amountRow(name, amount, { basis: `$ ${moneyText(base)}`, rate: taxRateText(taxed) });
  if (tenths === undefined || perHour === undefined) return amountRow(name, amount);
  return amountRow(name, amount, { basis: hoursText(tenths), rate: perHourText(perHour) });
}

const taxRateText = (taxed: Totals['taxes'][number] | undefined): string => {
  const rate = taxed?.tax.tiers[0]?.rate;
  return rate === undefined ? '' : `@ ${rateText(rate as Rate)}`;
};

const names: Readonly<Record<Exclude<SummaryRow['kind'], keyof typeof laborNames>, string>> = {
  parts: 'Parts',
  'additional-labor': 'Additional Supplement Labor',
  'paint-supplies': 'Paint Supplies',
  'body-supplies': 'Body Supplies',
  'additional-materials': 'Additional Supplement Materials/Supplies',
  misc: 'Miscellaneous',
  charges: 'Other Charges',
  rounding: 'Rounding',
  discount: 'Discount',
  tax: 'Sales Tax',
  'additional-taxes': 'Additional Supplement Taxes',
};
const summaryName = (kind: SummaryRow['kind']): string => ({ ...laborNames, ...names })[kind];

function cumulativePieces(versions: readonly Version[]): readonly Piece[] {
  const { versions: amounts, workfileTotal, adjustments, net } = cumulative(versions);
  const row = (name: string, estimator: string, amount: typeof net, look: AmountRow['look'] = ''): Piece => ({
    table: 'cumulative',
    keep: false,
    node: node('tr', look, [
      node('td', 'words', name),
      node('td', 'basis user', printable(estimator)),
      node('td', 'money', moneyText(amount)),
    ]),
  });
  return together([
    alone(node('h2', 'part', 'Effect of all supplements')),
    ...amounts.map(({ label, estimator, amount }) =>
      row(label.startsWith('S') ? `Supplement ${label}` : `Estimate ${label}`, estimator, amount),
    ),
    row('Workfile Total', '', workfileTotal, 'sum'),
    ...(adjustments === 0 ? [] : [row('Total Adjustments', '', adjustments)]),
    row('Net Cost of Repairs', '', net, 'total'),
  ]);
}
