// The pages of the list that are loaded, as rows for the grid.
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { dataRow, placeholder, type RowSource } from '../../../src-ui/grid/model/row-source.ts';
import { type ListRows, pageSize, viewRows } from '../../stores/workfile-list.ts';

export function listSource({ total, pages }: ListRows): RowSource<WorkfileHead> {
  return {
    count: total,
    at: (index) => {
      const head = pages.get(Math.floor(index / pageSize))?.[index % pageSize];
      return head === undefined ? placeholder : dataRow(head.id, head);
    },
    indexOf: (key) => {
      for (const [page, rows] of pages) {
        const at = rows.findIndex((head) => head.id === key);
        if (at >= 0) return page * pageSize + at;
      }
      return undefined;
    },
    want: viewRows,
  };
}
