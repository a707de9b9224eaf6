// The columns of the estimate: how each cell of a line reads and how it is typed into.
import { useMemo } from 'react';
import { printMoney } from '../../../src-shared/base/money.ts';
import { operations, partTypes } from '../../../src-shared/domain/estimate/line.ts';
import { printLabor, printMisc, printPrice, printRefinish } from '../../../src-shared/domain/estimate/line-cells.ts';
import { operationLabel, operationWords } from '../../../src-shared/domain/estimate/operation-words.ts';
import { partTypeWords } from '../../../src-shared/domain/estimate/part-type-words.ts';
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { fieldOfRow } from '../../../src-shared/domain/estimate/refinish/by-hand.ts';
import { panelKinds, panelWords, printPanel } from '../../../src-shared/domain/estimate/refinish/panel-words.ts';
import { extendedPrice } from '../../../src-shared/domain/estimate/subtotals.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';
import type { CellEditor, Column } from '../../../src-ui/grid/model/column.ts';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import type { LineRow } from './line-row.ts';
import { choicesOf } from './part-code.ts';

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

const panelChoices: readonly Choice[] = panelKinds.map((value) => ({
  value,
  label: panelWords[value].print,
  hint: panelWords[value].name,
}));

const number = { kind: 'number', maxLength: 60 } as const;

/** An editor of what somebody wrote: automatic rows have their time alone. */
const written =
  (editor: CellEditor) =>
  ({ line }: LineRow): CellEditor | undefined =>
    line.row === undefined ? editor : undefined;

/** A heading has words and nothing to price. */
const priced =
  (editor: CellEditor) =>
  ({ line }: LineRow): CellEditor | undefined =>
    line.row === undefined && line.work.operation !== 'heading' ? editor : undefined;

/** Part codes complete what is priced; a heading that is called like a part stays a heading. */
const describing = (partCodes: readonly PartCode[]) => {
  const words = written({ kind: 'text', maxLength: 200 });
  if (partCodes.length === 0) return words;
  const completed = priced({ kind: 'choice', free: true, choices: choicesOf(partCodes, 'description') });
  return (row: LineRow): CellEditor | undefined => completed(row) ?? words(row);
};

/** The columns, with the shop's part codes to complete descriptions and numbers from. */
export function useLineColumns(partCodes: readonly PartCode[]): readonly Column<LineRow>[] {
  return useMemo(() => lineColumns(partCodes), [partCodes]);
}

function lineColumns(partCodes: readonly PartCode[]): readonly Column<LineRow>[] {
  return [...markColumns, ...whatColumns(partCodes), ...moneyColumns, ...timeColumns, ...lastColumns];
}

const markColumns: readonly Column<LineRow>[] = [
  {
    id: 'flags',
    title: '!N*O',
    longTitle: 'Flags: problem, note, changed, open',
    width: 50,
    text: flagsOf,
    render: (row) => <Flags flags={flagsOf(row)} />,
    editor: written({ kind: 'text', maxLength: 10 }),
    passedBy: true,
    editText: (row) => flagsOf(row).replaceAll(/[!N ]/g, ''),
  },
  {
    id: 'version',
    title: 'Est',
    longTitle: 'Version that made or last changed the line',
    width: 40,
    text: ({ version }) => version,
  },
  { id: 'number', title: '#', longTitle: 'Line number', width: 42, align: 'end', text: (row) => String(row.number) },
];

const whatColumns = (partCodes: readonly PartCode[]): readonly Column<LineRow>[] => [
  {
    id: 'operation',
    title: 'Oper',
    longTitle: 'Operation',
    width: 64,
    text: ({ line }) => (line.row === undefined ? operationLabel(line.work.operation) : ''),
    editor: written({ kind: 'choice', choices: operationChoices }),
  },
  {
    id: 'partType',
    title: 'Part type',
    width: 72,
    text: ({ line }) => partTypeWords[line.part.type].print,
    editor: priced({ kind: 'choice', choices: partTypeChoices }),
  },
  {
    id: 'description',
    title: 'Description',
    width: 112,
    minWidth: 112,
    grow: true,
    alwaysShown: true,
    text: ({ line }) => line.text.description,
    render: (row) => <Description row={row} />,
    // A line that was made a heading keeps its part.
    spills: ({ line }) => line.row !== undefined || (line.work.operation === 'heading' && !hasPart(line)),
    editor: describing(partCodes),
  },
  {
    id: 'partNumber',
    title: 'Part no',
    longTitle: 'Part number',
    width: 84,
    text: ({ line }) => line.part.number,
    editor: priced(
      partCodes.length === 0
        ? { kind: 'text', maxLength: 40 }
        : { kind: 'choice', free: true, choices: choicesOf(partCodes, 'number') },
    ),
  },
];

const moneyColumns: readonly Column<LineRow>[] = [
  {
    id: 'quantity',
    title: 'Qty',
    longTitle: 'Quantity',
    width: 36,
    align: 'end',
    text: ({ line }) => (hasPart(line) ? String(line.part.quantity) : ''),
    editor: priced(number),
  },
  {
    id: 'price',
    title: 'Price $',
    longTitle: 'Price of one',
    width: 66,
    align: 'end',
    text: ({ line }) => printPrice(line.part),
    editor: priced(number),
  },
  {
    id: 'extended',
    title: 'Ext $',
    longTitle: 'Extended price with misc',
    width: 70,
    align: 'end',
    text: ({ line }) => printExtended(line),
  },
];

const timeColumns: readonly Column<LineRow>[] = [
  {
    id: 'labor',
    title: 'Labor',
    longTitle: 'Labor hours and type',
    width: 50,
    align: 'end',
    text: ({ line }) => printLabor(line.labor),
    editor: priced(number),
  },
  {
    id: 'paint',
    title: 'Paint',
    longTitle: 'Paint hours',
    width: 50,
    align: 'end',
    text: ({ line }) => printPaint(line),
    editor: ({ line }) => {
      if (line.row !== undefined) return fieldOfRow(line.row) === undefined ? undefined : number;
      return line.work.operation === 'heading' ? undefined : number;
    },
    passedBy: ({ line }) => line.row !== undefined,
  },
  {
    id: 'panel',
    title: 'Panel',
    longTitle: 'Refinish panel',
    width: 62,
    text: ({ line }) => (line.row === undefined ? printPanel(line.panel) : ''),
    editor: priced({ kind: 'choice', choices: panelChoices }),
    // It follows from the description.
    passedBy: true,
  },
];

const lastColumns: readonly Column<LineRow>[] = [
  {
    id: 'misc',
    title: 'Misc $',
    longTitle: 'Miscellaneous and sublet',
    width: 64,
    align: 'end',
    text: ({ line }) => printMisc(line.misc),
    editor: priced(number),
  },
  {
    id: 'tax',
    title: 'Tax',
    longTitle: 'Taxed or not',
    width: 36,
    align: 'center',
    text: ({ line }) => taxMark(line),
    editor: priced({ kind: 'choice', choices: taxChoices }),
  },
  {
    id: 'note',
    title: 'Note',
    width: 60,
    text: ({ line }) => line.note.text.replaceAll('\n', ' '),
    // A note of several lines is written in the field beside the grid: a cell would run its lines together.
    editor: ({ line }) =>
      line.row !== undefined || line.note.text.includes('\n') ? undefined : { kind: 'text', maxLength: 2000 },
  },
];

/** `! N * O`: a problem, a note that prints, changed, open. */
export function flagsOf({ line, alert }: Pick<LineRow, 'line' | 'alert'>): string {
  const flags = [
    alert !== '' && '!',
    line.note.text !== '' && 'N',
    line.marks.changed && '*',
    line.state?.open === true && 'O',
  ];
  return flags.filter((flag) => flag !== false).join(' ');
}

function Flags({ flags }: { readonly flags: string }) {
  return (
    <span
      className='line-flags'
      title={flags
        .split(' ')
        .map((flag) => flagNames[flag] ?? '')
        .join(', ')}
    >
      {['!', 'N', '*', 'O'].map((flag) => (
        <span key={flag} data-flag={flag}>
          {flags.includes(flag) ? flag : ''}
        </span>
      ))}
    </span>
  );
}

const flagNames: Readonly<Record<string, string>> = { '!': 'Problem', N: 'Note', '*': 'Changed', O: 'Open' };

/** Time set by hand in place of a computed one bears the print's mark of a change. */
function printPaint({ refinish, row }: SheetLine): string {
  if (row === undefined) return printRefinish(refinish);
  const hours = refinish.tenths === 0 ? '0.0' : printRefinish(refinish);
  return row.byHand ? `${hours}*` : hours;
}

/** Whether the quantity means something: without a part, a price and a charge it is only the usual one. */
const hasPart = ({ part, misc }: SheetLine): boolean =>
  part.type !== '' || part.number !== '' || part.priceCents !== 0 || part.quantity !== 1 || misc.amountCents !== 0;

function printExtended(line: SheetLine): string {
  const amount = extendedPrice(line);
  return amount === 0 ? '' : printMoney(amount);
}

/** `T` or `X` of what the line charges; nothing for a line that charges labour alone. */
export function taxMark({ part, misc }: Pick<SheetLine, 'part' | 'misc'>): '' | 'T' | 'X' {
  if (misc.amountCents !== 0) return misc.taxed ? 'T' : 'X';
  if (part.priceCents !== 0 && !part.included) return part.taxed ? 'T' : 'X';
  return '';
}

function Description({ row: { line, section } }: { readonly row: LineRow }) {
  if (section !== undefined) {
    return (
      <span className='line-heading'>
        <Icon name={section.isClosed ? 'chevron-right' : 'chevron-down'} size={12} /> {line.text.description}
        {section.isClosed && <small>{` ${section.rows} ${section.rows === 1 ? 'row' : 'rows'} closed`}</small>}
      </span>
    );
  }
  return <span className={line.row === undefined ? undefined : 'line-automatic'}>{line.text.description}</span>;
}
