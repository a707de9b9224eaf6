// Pages of the workfile list, sorted by an index or made of what a search found.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { libraryNames, libraryOf } from '../../src-shared/domain/library/library.ts';
import type { HeadPage, HeadSort, WorkfileHead } from '../../src-shared/ipc/shapes.ts';
import { type Query, query } from './query.ts';
import { findRows } from './search.ts';
import type { Store } from './store.ts';

export type HeadQuery = {
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
  readonly sort: HeadSort;
  readonly descending: boolean;
};

/** A page of all workfiles, or of the newest that hold the typed words. */
export const listHeads = (store: Store, asked: HeadQuery): HeadPage =>
  asked.text.trim() === '' ? pageOfAll(store, asked) : pageOfFound(store, asked);

/** One row of the list; undefined for a workfile that is not there. */
export const readLabel = (store: Store, workfileId: WorkfileId): string | undefined =>
  store.get(label, workfileId)?.label;

/** What people call a workfile: its number and its owner; a library has its name. */
export function readTitle(store: Store, owner: string): { readonly label: string; readonly owner: string } {
  const library = libraryOf(owner);
  if (library !== undefined) return { label: libraryNames[library], owner: '' };
  return store.get(title, owner) ?? { label: '', owner: '' };
}

type HeadRow = Omit<WorkfileHead, 'waiting' | 'undecided'> & { readonly waiting: 0 | 1; readonly undecided: 0 | 1 };

const columns = `id, label, stage, owner, vehicle, vin, plate, insurer, claim, estimator, total_cents as totalCents,
  changed_at as changedAt, exists (select 1 from outbox where outbox.workfile_id = head.id)
    or exists (select 1 from command where command.workfile_id = head.id and state in ('waiting', 'sent', 'taken')) as waiting,
  exists (select 1 from conflict where parent_workfile_id = head.id and choice_made = 'open' and deleted = 0)
    or exists (select 1 from kept where kept.workfile_id = head.id) as undecided`;
const label = query<{ label: string }>('heads.label', 'select label from workfile_head where id = ?');
const title = query<{ label: string; owner: string }>(
  'heads.title',
  'select label, owner from workfile_head where id = ?',
);
const count = query<{ count: number }>('heads.count', 'select count(*) as count from workfile_head');

const sortColumns: Readonly<Record<HeadSort, string>> = {
  changed: 'changed_at',
  label: 'label',
  owner: 'owner',
  vehicle: 'vehicle',
  insurer: 'insurer',
  total: 'total_cents',
};

type Direction = 'asc' | 'desc';
const other: Readonly<Record<Direction, Direction>> = { asc: 'desc', desc: 'asc' };

type Pages = { readonly fromStart: Query<HeadRow>; readonly fromEnd: Query<HeadRow>; readonly found: Query<HeadRow> };

function pagesOf(sort: HeadSort, way: Direction): Pages {
  const column = sortColumns[sort];
  const order = (direction: Direction, table = '') =>
    `order by ${table}${column} ${direction}, ${table}row ${direction}`;
  // The inner select reads the index alone; `cross` makes SQLite look up the rows of the page and no others.
  const page = (direction: Direction) =>
    query<HeadRow>(
      `heads.by-${sort}-${direction}`,
      `select ${columns} from (select row from workfile_head ${order(direction)} limit ? offset ?) page
       cross join workfile_head head using (row) ${order(way, 'head.')}`,
    );
  const found = query<HeadRow>(
    `heads.found-by-${sort}`,
    `select ${columns} from (
       select row from workfile_head where row in (select value from json_each(?))
       order by label = ? desc, ${column} ${way}, row ${way} limit ? offset ?) page
     cross join workfile_head head using (row) order by head.label = ? desc, head.${column} ${way}, head.row ${way}`,
  );
  return { fromStart: page(way), fromEnd: page(other[way]), found };
}

const sorts = Object.keys(sortColumns) as HeadSort[];
const pages = Object.fromEntries(
  sorts.flatMap((sort) => (['asc', 'desc'] as const).map((way) => [`${sort} ${way}`, pagesOf(sort, way)])),
) as Readonly<Record<`${HeadSort} ${Direction}`, Pages>>;

const pagesFor = ({ sort, descending }: HeadQuery): Pages => pages[`${sort} ${descending ? 'desc' : 'asc'}`];

function pageOfAll(store: Store, asked: HeadQuery): HeadPage {
  const total = store.get(count)?.count ?? 0;
  const { fromStart, fromEnd } = pagesFor(asked);
  const limit = Math.min(asked.limit, Math.max(0, total - asked.offset));
  const behind = total - asked.offset - limit;
  // Whichever end of the index is nearer is where counting starts.
  const rows =
    asked.offset <= behind ? store.all(fromStart, limit, asked.offset) : store.all(fromEnd, limit, Math.max(0, behind));
  return { total, capped: false, rows: rows.map(rowToHead) };
}

/** A workfile whose number is exactly the text comes first. */
function pageOfFound(store: Store, asked: HeadQuery): HeadPage {
  const { rows, capped } = findRows(store, asked.text);
  const exact = asked.text.trim();
  const { found } = pagesFor(asked);
  const page = store.all(found, JSON.stringify(rows), exact, asked.limit, asked.offset, exact);
  return { total: rows.length, capped, rows: page.map(rowToHead) };
}

const rowToHead = (row: HeadRow): WorkfileHead => ({
  ...row,
  waiting: row.waiting === 1,
  undecided: row.undecided === 1,
});
