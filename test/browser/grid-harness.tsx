// A small sheet that remembers what was committed, for the grid's tests.
import { useMemo, useState } from 'react';
import type { CommitAnswer } from '../../src-ui/fields/commit.ts';
import { useArrayRows } from '../../src-ui/grid/array-rows.ts';
import { Grid } from '../../src-ui/grid/grid.tsx';
import type { GridProps } from '../../src-ui/grid/grid-props.ts';
import type { CellAddress } from '../../src-ui/grid/model/cell.ts';
import type { Column } from '../../src-ui/grid/model/column.ts';
import { dataRow, type GridRow } from '../../src-ui/grid/model/row-source.ts';
import { AppFrame } from '../../src-ui/theme/app-frame.tsx';

export type TestRow = { readonly id: string; readonly cells: Readonly<Record<string, string>> };

export const columns: readonly Column<TestRow>[] = [
  { id: 'number', title: '#', width: 50, text: (row) => row.id },
  {
    id: 'oper',
    title: 'Oper',
    width: 80,
    text: (row) => row.cells.oper ?? '',
    editor: {
      kind: 'choice',
      choices: [
        { value: 'RR', label: 'Repl', hint: 'Replace' },
        { value: 'RP', label: 'Rpr', hint: 'Repair' },
        { value: 'BL', label: 'Blnd', hint: 'Blend' },
      ],
    },
  },
  {
    id: 'words',
    title: 'Words',
    width: 200,
    text: (row) => row.cells.words ?? '',
    editor: { kind: 'text', maxLength: 20 },
  },
  {
    id: 'hours',
    title: 'Hours',
    width: 80,
    align: 'end',
    text: (row) => row.cells.hours ?? '',
    editor: { kind: 'number' },
  },
];

export type HarnessProps = Omit<Partial<GridProps<TestRow>>, 'onCommit' | 'source' | 'columns'> & {
  readonly rowCount: number;
  /** An error, or a promise of one, or undefined to accept. */
  readonly judge?: (cell: CellAddress, text: string) => CommitAnswer;
  readonly onCommitted?: (cell: CellAddress, text: string) => void;
  readonly first?: string;
};

export function Sheet({ rowCount, judge, onCommitted, first, ...grid }: HarnessProps) {
  const [edits, setEdits] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({});
  const rows = useMemo(
    (): readonly GridRow<TestRow>[] =>
      Array.from({ length: rowCount }, (_, index) => {
        const id = `r${index + 1}`;
        return dataRow(id, { id, cells: { words: index === 0 ? (first ?? '') : '', ...edits[id] } });
      }),
    [rowCount, edits, first],
  );
  const source = useArrayRows(rows);
  const accept = (cell: CellAddress, text: string): void => {
    onCommitted?.(cell, text);
    setEdits((before) => ({ ...before, [cell.rowKey]: { ...before[cell.rowKey], [cell.columnId]: text } }));
  };
  const commit = (cell: CellAddress, text: string): CommitAnswer => {
    const answer = judge?.(cell, text);
    if (answer instanceof Promise)
      return answer.then((refusal) => {
        if (refusal === undefined) accept(cell, text);
        return refusal;
      });
    if (answer === undefined) accept(cell, text);
    return answer;
  };
  return (
    <AppFrame theme='light'>
      <button type='button'>before</button>
      <div style={{ height: 400, display: 'flex' }}>
        <Grid label='Sheet' columns={columns} source={source} onCommit={commit} {...grid} />
      </div>
      <button type='button'>after</button>
    </AppFrame>
  );
}

/** The place that has the focus, as `row:column`; the row is counted from 0, the heading is -1. */
export function focusedPlace(): string {
  const cell = document.activeElement?.closest<HTMLElement>('[data-column]');
  return cell ? `${cell.dataset.row}:${cell.dataset.column}` : (document.activeElement?.tagName ?? 'nothing');
}

export function cellElement(row: number, column: number): HTMLElement {
  const cell = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (!cell) throw new Error(`no cell ${row}:${column} is drawn`);
  return cell;
}

export const cellText = (row: number, column: number): string =>
  cellElement(row, column).querySelector('.ui-grid-text')?.textContent ?? '';

/** The text box of the cell that is being edited. */
export const editorBox = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('.ui-grid-input');
