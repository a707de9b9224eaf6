// Pages of the workfile list: all of it by an index, or the rows of a filter, a search or an order of several keys.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { libraryNames, libraryOf } from '../../src-shared/domain/library/library.ts';
import type { HeadQuestion } from '../../src-shared/ipc/list-requests.ts';
import type { HeadSort, ValueCount } from '../../src-shared/ipc/list-shapes.ts';
import type { HeadPage, WorkfileHead } from '../../src-shared/ipc/shapes.ts';
import { type Asker, isOpen } from './head-filter.ts';
import { type Marks, marksOf, type Order, recall } from './head-memory.ts';
import { orderFound, orderOf, sortColumns, type Wanted } from './head-order.ts';
import { type Query, query } from './query.ts';
import { findRows, searchCap } from './search.ts';
import type { Store } from './store.ts';

/** A question to the list, and who asks it, where that matters. */
export type HeadQuery = HeadQuestion & { readonly asker?: Asker };

/** A page of the workfiles that a filter means, all of them or the newest that hold the typed words. */
export function listHeads(store: Store, asked: HeadQuery): HeadPage {
  if (asked.text.trim() !== '') return pageOfFound(store, asked);
  return isPlain(asked)
    ? pageOfAll(store, asked)
    : { ...pageOf(store, asked, orderOf(store, wantedOf(asked))), capped: false };
}

/** One row of the list; undefined for a workfile that is not there. */
export const readLabel = (store: Store, workfileId: WorkfileId): string | undefined =>
  store.get(label, workfileId)?.label;

/** What people call a workfile: its number and its owner; a library has its name. */
export function readTitle(store: Store, owner: string): { readonly label: string; readonly owner: string } {
  const library = libraryOf(owner);
  if (library !== undefined) return { label: libraryNames[library], owner: '' };
  return store.get(title, owner) ?? { label: '', owner: '' };
}

/** The rows of some workfiles, in the order in which they are named; those that are gone or in the bin are left out. */
export const headsOf = (store: Store, ids: readonly WorkfileId[]): readonly WorkfileHead[] =>
  withMarks(store, store.all(byIds, JSON.stringify(ids)));

/** When a workfile was put into the bin; 0 while it is not there. */
export const readBinnedAt = (store: Store, workfileId: WorkfileId): number =>
  store.get(binnedAt, workfileId)?.binnedAt ?? 0;

/** The values of a column that workfiles have, most used first. */
export const valuesOfHeads = (store: Store, column: keyof typeof values): readonly ValueCount[] =>
  store.all(values[column]);

const valuesOf = (column: 'estimator' | 'insurer') =>
  query<ValueCount>(
    `heads.${column}s`,
    `select ${column} as value, count(*) as count from workfile_head where ${column} <> '' and binned_at = 0
     group by ${column} order by count desc, value limit 200`,
  );
const values = { estimator: valuesOf('estimator'), insurer: valuesOf('insurer') } as const;

type Flag = 'delivered' | 'totalLoss';
type HeadRow = Omit<WorkfileHead, Flag | keyof Marks> & { readonly [F in Flag]: 0 | 1 };

const columns = `id, label, stage, owner, vehicle, vin, plate, insurer, claim, estimator, total_cents as totalCents,
  received_cents as receivedCents, changed_at as changedAt, vehicle_in as vehicleIn, vehicle_out as vehicleOut,
  delivered, total_loss as totalLoss, binned_at as binnedAt, dms`;
const label = query<{ label: string }>('heads.label', 'select label from workfile_head where id = ?');
const title = query<{ label: string; owner: string }>(
  'heads.title',
  'select label, owner from workfile_head where id = ?',
);
const binnedAt = query<{ binnedAt: number }>(
  'heads.binned-at',
  'select binned_at as binnedAt from workfile_head where id = ?',
);
const count = query<{ count: number }>(
  'heads.count',
  'select count(*) as count from workfile_head where binned_at = 0',
);

// Orders that an index has; the others are put together.
const indexed = ['changed', 'label', 'owner', 'vehicle', 'insurer', 'total'] as const satisfies readonly HeadSort[];
type Indexed = (typeof indexed)[number];
const isIndexed = (sort: HeadSort): sort is Indexed => (indexed as readonly HeadSort[]).includes(sort);
const isPlain = ({ sort, further = [], filter, group }: HeadQuery): boolean =>
  isIndexed(sort) && further.length === 0 && group === undefined && isOpen(filter);

type Direction = 'asc' | 'desc';
const other: Readonly<Record<Direction, Direction>> = { asc: 'desc', desc: 'asc' };

type Pages = { readonly fromStart: Query<HeadRow>; readonly fromEnd: Query<HeadRow> };

function pagesOf(sort: Indexed, way: Direction): Pages {
  const column = sortColumns[sort];
  const order = (direction: Direction, table = '') =>
    `order by ${table}${column} ${direction}, ${table}row ${direction}`;
  // The inner select reads the index alone; `cross` makes SQLite look up the rows of the page and no others.
  const page = (direction: Direction) =>
    query<HeadRow>(
      `heads.by-${sort}-${direction}`,
      `select ${columns} from (select row from workfile_head where binned_at = 0 ${order(direction)} limit ? offset ?) page
       cross join workfile_head head using (row) ${order(way, 'head.')}`,
    );
  return { fromStart: page(way), fromEnd: page(other[way]) };
}

const pages = Object.fromEntries(
  indexed.flatMap((sort) => (['asc', 'desc'] as const).map((way) => [`${sort} ${way}`, pagesOf(sort, way)])),
) as Readonly<Record<`${Indexed} ${Direction}`, Pages>>;

function pageOfAll(store: Store, asked: HeadQuery): HeadPage {
  const total = recall(store, count)?.count ?? 0;
  const { fromStart, fromEnd } = pages[`${asked.sort as Indexed} ${asked.descending ? 'desc' : 'asc'}`];
  const limit = Math.min(asked.limit, Math.max(0, total - asked.offset));
  const behind = total - asked.offset - limit;
  // Whichever end of the index is nearer is where counting starts.
  const rows =
    asked.offset <= behind ? store.all(fromStart, limit, asked.offset) : store.all(fromEnd, limit, Math.max(0, behind));
  return { total, capped: false, rows: withMarks(store, rows) };
}

// A filter may leave few of the newest matches over, so that more of them are looked at.
const filteredCap = 8 * searchCap;

function pageOfFound(store: Store, asked: HeadQuery): HeadPage {
  const { rows, capped } = findRows(store, asked.text, isOpen(asked.filter) ? searchCap : filteredCap);
  return { ...pageOf(store, asked, orderFound(store, wantedOf(asked), rows, asked.text.trim())), capped };
}

const wantedOf = ({ sort, descending, further = [], filter = {}, group, asker = nobody }: HeadQuery): Wanted => ({
  filter,
  group,
  asker,
  sorts: [{ sort, descending }, ...further],
});

const nobody: Asker = { author: '', today: '' };

const byIds = query<HeadRow>(
  'heads.by-ids',
  `select ${columns} from (select value as id, key as place from json_each(?)) wanted
   cross join workfile_head head using (id) where head.binned_at = 0 order by wanted.place`,
);
const byRows = query<HeadRow>(
  'heads.by-rows',
  `select ${columns} from (select value as row, key as place from json_each(?)) page
   cross join workfile_head head using (row) order by page.place`,
);

function pageOf(store: Store, { offset, limit, group }: HeadQuery, { rows, groups }: Order): Omit<HeadPage, 'capped'> {
  const page = store.all(byRows, JSON.stringify(rows.slice(offset, offset + limit)));
  return { total: rows.length, rows: withMarks(store, page), ...(group === undefined ? {} : { groups }) };
}

function withMarks(store: Store, rows: readonly HeadRow[]): readonly WorkfileHead[] {
  const { waiting, undecided } = marksOf(store);
  return rows.map((row) => ({
    ...row,
    waiting: waiting.has(row.id),
    undecided: undecided.has(row.id),
    delivered: row.delivered === 1,
    totalLoss: row.totalLoss === 1,
  }));
}
