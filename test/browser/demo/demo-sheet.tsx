// A sheet to type into: sections, choices, numbers, marks, totals.
import { useMemo, useState } from 'react';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { CellMark } from '../../../src-ui/grid/model/cell.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { blankRow, dataRow, type GridRow, sectionRow } from '../../../src-ui/grid/model/row-source.ts';
import { opers, type SheetLine, sections, sheetLine } from './demo-rows.ts';

export const sheetColumns: readonly Column<SheetLine>[] = [
  {
    id: 'number',
    title: '#',
    longTitle: 'Line',
    width: 40,
    align: 'end',
    text: (line) => line.id.slice(5),
    alwaysShown: true,
  },
  {
    id: 'oper',
    title: 'Oper',
    longTitle: 'Operation',
    width: 64,
    text: (line) => line.oper,
    editor: { kind: 'choice', choices: opers },
  },
  {
    id: 'description',
    title: 'Description',
    width: 260,
    grow: true,
    text: (line) => line.description,
    editor: { kind: 'text', maxLength: 80 },
  },
  { id: 'part', title: 'Part number', width: 120, text: (line) => line.part, editor: { kind: 'text', maxLength: 20 } },
  { id: 'quantity', title: 'Qty', width: 50, align: 'end', text: (line) => line.quantity, editor: { kind: 'number' } },
  { id: 'price', title: 'Price', width: 90, align: 'end', text: (line) => line.price, editor: { kind: 'number' } },
  { id: 'labor', title: 'Labor', width: 70, align: 'end', text: (line) => line.labor, editor: { kind: 'number' } },
  { id: 'paint', title: 'Paint', width: 70, align: 'end', text: (line) => line.paint, editor: { kind: 'number' } },
];

const marks: Readonly<Record<string, CellMark>> = {
  'line-4 price': { tone: 'error', text: 'A part that is replaced needs a price.' },
  'line-5 paint': { tone: 'conflict', text: 'Changed on another PC, too: 1.2.' },
};
const markOf = (rowKey: string, columnId: string): CellMark | undefined => marks[`${rowKey} ${columnId}`];

/** `more` lines stand below the usual ones. */
export function DemoSheet({ more = 0 }: { readonly more?: number }) {
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const rows = useMemo(() => rowsOf(edits, more), [edits, more]);
  const source = useArrayRows(rows);
  return (
    <Grid
      label='Estimate lines'
      columns={sheetColumns}
      source={source}
      markOf={markOf}
      rowToneOf={(line) => (line.id === 'line-2' ? 'changed' : undefined)}
      footer={{ description: 'Totals', price: '579.49', labor: '6.3', paint: '5.3' }}
      onCommit={(cell, text) => {
        if (cell.columnId === 'price' && text.startsWith('-')) return 'A price is never negative.';
        setEdits((before) => ({ ...before, [`${cell.rowKey} ${cell.columnId}`]: text }));
      }}
    />
  );
}

function rowsOf(edits: Readonly<Record<string, string>>, more: number): readonly GridRow<SheetLine>[] {
  const edited = (line: SheetLine): SheetLine => {
    const entries = Object.keys(line).map((field) => [field, edits[`${line.id} ${field}`]] as const);
    return { ...line, ...Object.fromEntries(entries.filter(([, text]) => text !== undefined)) };
  };
  return [
    ...sections.flatMap(([title, lines]) => [
      sectionRow(title, title),
      ...lines.map((line) => dataRow(line.id, edited(line))),
    ]),
    ...Array.from({ length: more }, (_, index) =>
      sheetLine(`${index + 9}`, 'Repl', 'Clip', '90467', '4', '1.25', '0.1'),
    ).map((line) => dataRow(line.id, edited(line))),
    blankRow('line-8', edited(sheetLine('8'))),
  ];
}
