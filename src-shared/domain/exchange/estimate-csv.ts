// The lines of an estimate as a table for spreadsheets.

import { writeCsv } from '../../base/csv.ts';
import { printHours, tenths } from '../../base/hours.ts';
import { plainMoney } from '../../base/money.ts';
import { laborNames } from '../estimate/labor-type.ts';
import { operationLabel } from '../estimate/operation-words.ts';
import { partTypeWords } from '../estimate/part-type-words.ts';
import type { SheetLine } from '../estimate/refinish/automatic-lines.ts';
import { extendedPrice } from '../estimate/subtotals.ts';

const titles = [
  'Line',
  'Operation',
  'Description',
  'Part type',
  'Part number',
  'Quantity',
  'Price of one',
  'Extended price',
  'Labor type',
  'Labor hours',
  'Paint hours',
  'Misc',
  'Taxed',
  'Note',
];

/** The table as text, with a mark by which spreadsheets know that it is UTF-8. */
export function estimateCsv(lines: readonly SheetLine[]): string {
  const rows = lines.filter(({ deleted }) => !deleted).map((line, i) => cellsOf(line, i + 1));
  return `\uFEFF${writeCsv([titles, ...rows])}`;
}

function cellsOf(line: SheetLine, number: number): readonly string[] {
  const { work, text, part, labor, refinish, misc, note } = line;
  const hasPart = part.type !== '' || part.priceCents !== 0 || part.number !== '';
  const hours = (time: number, included: boolean): string =>
    included ? 'Incl.' : time === 0 ? '' : printHours(tenths(time));
  return [
    String(number),
    operationLabel(work.operation),
    text.description,
    hasPart ? partTypeWords[part.type].name : '',
    part.number,
    hasPart ? String(part.quantity) : '',
    part.included ? 'Incl.' : hasPart ? plainMoney(part.priceCents) : '',
    extendedPrice(line) === 0 ? '' : plainMoney(extendedPrice(line)),
    labor.tenths === 0 && !labor.included ? '' : laborNames[labor.type],
    hours(labor.tenths, labor.included),
    hours(refinish.tenths, refinish.included),
    misc.amountCents === 0 ? '' : plainMoney(misc.amountCents),
    hasPart ? (part.taxed ? 'T' : 'X') : misc.amountCents === 0 ? '' : misc.taxed ? 'T' : 'X',
    note.text,
  ];
}
