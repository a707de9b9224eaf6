// The columns of the estimate: how each cell of a line reads and how it is typed into.
import { printMoney } from '../../../src-shared/base/money.ts';
import { type Line, operations, partTypes } from '../../../src-shared/domain/estimate/line.ts';
import { printLabor, printMisc, printPrice, printRefinish } from '../../../src-shared/domain/estimate/line-cells.ts';
import { operationLabel, operationWords } from '../../../src-shared/domain/estimate/operation-words.ts';
import { partTypeWords } from '../../../src-shared/domain/estimate/part-type-words.ts';
import { extendedPrice } from '../../../src-shared/domain/estimate/subtotals.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import type { LineRow } from './line-row.ts';

const operationChoices: readonly Choice[] = operations.map((value) => ({
  value,
  label: operationLabel(value) || operationWords[value].name,
  hint: operationWords[value].name,
}));
const partTypeChoices: readonly Choice[] = partTypes.map((value) => ({
  value,
  label: partTypeWords[value].print || partTypeWords[value].name,
  hint: partTypeWords[value].name,
}));
const taxChoices: readonly Choice[] = [
  { value: 'T', label: 'T', hint: 'Taxed' },
  { value: 'X', label: 'X', hint: 'Not taxed' },
];

const number = { kind: 'number', maxLength: 60 } as const;

export const lineColumns: readonly Column<LineRow>[] = [
  { id: 'number', title: '#', longTitle: 'Line number', width: 40, align: 'end', text: (row) => String(row.number) },
  {
    id: 'operation',
    title: 'Oper',
    longTitle: 'Operation',
    width: 78,
    text: ({ line }) => operationLabel(line.work.operation),
    editor: { kind: 'choice', choices: operationChoices },
  },
  {
    id: 'partType',
    title: 'Part type',
    width: 84,
    text: ({ line }) => partTypeWords[line.part.type].print,
    editor: { kind: 'choice', choices: partTypeChoices },
  },
  {
    id: 'description',
    title: 'Description',
    width: 170,
    minWidth: 120,
    grow: true,
    alwaysShown: true,
    text: ({ line }) => line.text.description,
    render: ({ line }) => <Description line={line} />,
    editor: { kind: 'text', maxLength: 200 },
  },
  {
    id: 'partNumber',
    title: 'Part no',
    longTitle: 'Part number',
    width: 92,
    text: ({ line }) => line.part.number,
    editor: { kind: 'text', maxLength: 40 },
  },
  {
    id: 'quantity',
    title: 'Qty',
    longTitle: 'Quantity',
    width: 38,
    align: 'end',
    text: ({ line }) => (hasPart(line) ? String(line.part.quantity) : ''),
    editor: number,
  },
  {
    id: 'price',
    title: 'Price $',
    longTitle: 'Price of one',
    width: 74,
    align: 'end',
    text: ({ line }) => printPrice(line.part),
    editor: number,
  },
  {
    id: 'extended',
    title: 'Ext $',
    longTitle: 'Extended price with misc',
    width: 78,
    align: 'end',
    text: ({ line }) => printExtended(line),
  },
  {
    id: 'labor',
    title: 'Labor',
    longTitle: 'Labor hours and type',
    width: 54,
    align: 'end',
    text: ({ line }) => printLabor(line.labor),
    editor: number,
  },
  {
    id: 'paint',
    title: 'Paint',
    longTitle: 'Paint hours',
    width: 52,
    align: 'end',
    text: ({ line }) => printRefinish(line.refinish),
    editor: number,
  },
  {
    id: 'misc',
    title: 'Misc $',
    longTitle: 'Miscellaneous and sublet',
    width: 72,
    align: 'end',
    text: ({ line }) => printMisc(line.misc),
    editor: number,
  },
  {
    id: 'tax',
    title: 'Tax',
    longTitle: 'Taxed or not',
    width: 36,
    align: 'center',
    text: ({ line }) => taxMark(line),
    editor: { kind: 'choice', choices: taxChoices },
  },
  {
    id: 'note',
    title: 'Note',
    width: 100,
    text: ({ line }) => line.note.text.replaceAll('\n', ' '),
    // A note of several lines is written in the field beside the grid: a cell would run its lines together.
    editor: ({ line }) => (line.note.text.includes('\n') ? undefined : { kind: 'text', maxLength: 2000 }),
  },
];

/** Whether the quantity means something: without a part, a price and a charge it is only the usual one. */
const hasPart = ({ part, misc }: Line): boolean =>
  part.type !== '' || part.number !== '' || part.priceCents !== 0 || part.quantity !== 1 || misc.amountCents !== 0;

function printExtended(line: Line): string {
  const amount = extendedPrice(line);
  return amount === 0 ? '' : printMoney(amount);
}

/** `T` or `X` of what the line charges; nothing for a line that charges labour alone. */
export function taxMark({ part, misc }: Pick<Line, 'part' | 'misc'>): '' | 'T' | 'X' {
  if (misc.amountCents !== 0) return misc.taxed ? 'T' : 'X';
  if (part.priceCents !== 0 && !part.included) return part.taxed ? 'T' : 'X';
  return '';
}

function Description({ line }: { readonly line: Line }) {
  const className = line.work.operation === 'heading' ? 'line-heading' : undefined;
  return <span className={className}>{line.text.description}</span>;
}
