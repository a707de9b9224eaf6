// A read-only list of any length, fetched by page.
import { useCallback, useState } from 'react';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import type { SortKey } from '../../../src-ui/grid/model/sort.ts';
import { usePagedRows } from '../../../src-ui/grid/paged-rows.ts';
import { type Job, jobAt } from './demo-rows.ts';

export const jobColumns: readonly Column<Job>[] = [
  { id: 'number', title: 'RO #', width: 80, text: (job) => job.number, sortable: true, alwaysShown: true },
  { id: 'status', title: 'St', longTitle: 'Status', width: 80, text: (job) => job.status, sortable: true },
  { id: 'owner', title: 'Owner', width: 180, grow: true, text: (job) => job.owner, sortable: true },
  { id: 'vehicle', title: 'Vehicle', width: 160, grow: true, text: (job) => job.vehicle },
  { id: 'claim', title: 'Claim #', width: 110, text: (job) => job.claim },
  { id: 'due', title: 'Due', width: 70, align: 'end', text: (job) => job.due, sortable: true },
  { id: 'total', title: 'Total', width: 100, align: 'end', text: (job) => job.total },
];

export type DemoListProps = {
  readonly count: number;
  readonly onActivate?: (key: string) => void;
  readonly onLoad?: (first: number) => void;
};

export function DemoList({ count, onActivate, onLoad }: DemoListProps) {
  const [sort, setSort] = useState<readonly SortKey[]>([{ columnId: 'number', descending: true }]);
  const load = useCallback(
    async (first: number, limit: number): Promise<readonly Job[]> => {
      onLoad?.(first);
      return Array.from({ length: Math.min(limit, count - first) }, (_, index) => jobAt(first + index));
    },
    [count, onLoad],
  );
  const source = usePagedRows({ count, load, keyOf: (job) => job.id });
  return (
    <Grid
      label='Workfiles'
      columns={jobColumns}
      source={source}
      select='rows'
      sort={sort}
      onSortChange={setSort}
      onActivate={(key) => onActivate?.(key)}
      menuOf={() => [{ id: 'open', title: 'Open', keys: 'Enter', run: () => undefined }]}
    />
  );
}
