// A last row that always stands at the bottom: totals.
import type { ReactNode } from 'react';
import type { Column } from '../model/column.ts';

export type GridFooterProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly footer: Readonly<Record<string, ReactNode>>;
  readonly rowIndex: number;
};

export function GridFooter<Row>({ columns, footer, rowIndex }: GridFooterProps<Row>) {
  return (
    <div role='rowgroup' className='ui-grid-foot'>
      <div role='row' className='ui-grid-row' aria-rowindex={rowIndex}>
        {columns.map((column, at) => (
          <div
            key={column.id}
            role='gridcell'
            className={`ui-grid-cell ui-align-${column.align ?? 'start'}`}
            aria-colindex={at + 1}
          >
            <span className='ui-grid-text'>{footer[column.id]}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
