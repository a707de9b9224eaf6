// Rows fetched page by page as they come into view: a list of any length with only a few pages in memory.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dataRow, type GridRow, placeholder, type RowSource } from './model/row-source.ts';

export type PagedRowsOptions<Row> = {
  readonly count: number;
  /** Keep it the same function while the same rows are meant. */
  readonly load: (first: number, limit: number) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => string;
  /** Another value means: the rows changed, fetch them again; the old ones stay until then. */
  readonly revision?: string | number | undefined;
  readonly pageSize?: number;
};

/** Pages of one batch belong together; a new batch begins when the rows changed. */
type Batch = { readonly revision: string | number | undefined; readonly count: number };
type Page<Row> = { readonly rows: readonly GridRow<Row>[]; readonly batch: Batch };
type Pages<Row> = ReadonlyMap<number, Page<Row>>;

const mostPages = 24;

export function usePagedRows<Row>(options: PagedRowsOptions<Row>): RowSource<Row> {
  const { count, load, keyOf, revision, pageSize = 100 } = options;
  const [pages, setPages] = useState<Pages<Row>>(new Map());
  const here = useRef(pages);
  const batch = useRef<Batch>({ revision, count });
  const onTheWay = useRef(new Map<number, Batch>());
  const inView = useRef({ first: 0, last: 0 });
  const nameRow = useRef(keyOf);
  useLayoutEffect(() => {
    here.current = pages;
    nameRow.current = keyOf;
  }, [pages, keyOf]);

  const fetchPage = useCallback(
    async (page: number): Promise<void> => {
      const mine = batch.current;
      onTheWay.current.set(page, mine);
      try {
        const rows = await load(page * pageSize, pageSize);
        if (mine !== batch.current) return;
        const items = rows.map((row) => dataRow(nameRow.current(row), row));
        setPages((before) => withPage(before, page, { rows: items, batch: mine }));
      } finally {
        if (onTheWay.current.get(page) === mine) onTheWay.current.delete(page);
      }
    },
    [load, pageSize],
  );

  const want = useCallback(
    (first: number, last: number): void => {
      inView.current = { first, last };
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        const isFresh = here.current.get(page)?.batch === batch.current;
        if (!isFresh && onTheWay.current.get(page) !== batch.current) void fetchPage(page);
      }
    },
    [fetchPage, pageSize],
  );

  useEffect(() => {
    batch.current = { revision, count };
    if (count > 0) want(inView.current.first, Math.min(inView.current.last, count - 1));
  }, [want, revision, count]);

  return useMemo(() => {
    const indexes = indexKeys(pages, pageSize);
    // Pages read before the list got shorter may hold rows beyond its end.
    const within = (index: number | undefined) => (index !== undefined && index < count ? index : undefined);
    return {
      count,
      at: (index: number) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize] ?? placeholder,
      indexOf: (key: string) => within(indexes.get(key)),
      want,
    };
  }, [pages, count, pageSize, want]);
}

/** Lets go of the pages farthest from the new one when there are too many. */
function withPage<Row>(before: Pages<Row>, page: number, content: Page<Row>): Pages<Row> {
  const pages = new Map(before).set(page, content);
  const far = [...pages.keys()].sort((one, other) => Math.abs(one - page) - Math.abs(other - page)).slice(mostPages);
  for (const old of far) pages.delete(old);
  return pages;
}

function indexKeys<Row>(pages: Pages<Row>, pageSize: number): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [page, { rows }] of pages)
    rows.forEach((row, index) => {
      if (row.kind === 'row') indexes.set(row.key, page * pageSize + index);
    });
  return indexes;
}
