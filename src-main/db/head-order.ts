// The rows of a filtered, grouped or many-times sorted list in their order: put together once, and read page by page.

import type { HeadFilter, HeadGroup, HeadOrder, HeadSort, ValueCount } from '../../src-shared/ipc/list-shapes.ts';
import { type Asker, type Condition, conditionOf, isOpen } from './head-filter.ts';
import { memoryOf, type Order } from './head-memory.ts';
import { type Query, rawQuery, valueQuery } from './query.ts';
import type { Store } from './store.ts';

/** Which rows, in which order. */
export type Wanted = {
  readonly filter: HeadFilter;
  readonly sorts: readonly HeadOrder[];
  readonly group: HeadGroup | undefined;
  readonly asker: Asker;
};

/** The column, or what is reckoned of columns, that a key of the order goes by. A day that nobody knows comes last. */
export const sortColumns: Readonly<Record<HeadSort, string>> = {
  changed: 'changed_at',
  label: 'label',
  stage: 'stage',
  owner: 'owner',
  vehicle: 'vehicle',
  plate: 'plate',
  insurer: 'insurer',
  claim: 'claim',
  estimator: 'estimator',
  vehicleIn: "nullif(vehicle_in, '')",
  vehicleOut: "nullif(vehicle_out, '')",
  total: 'total_cents',
  balance: 'total_cents - received_cents',
};

/** Rows in their order. What was put together is remembered until anything is written on this PC. */
export function orderOf(store: Store, wanted: Wanted): Order {
  const memory = memoryOf(store);
  const key = JSON.stringify(wanted);
  const known = memory.orders.get(key);
  if (known !== undefined) return known;
  const made = makeOrder(store, wanted);
  if (memory.orders.size >= mostOrders) memory.orders.delete([...memory.orders.keys()][0] ?? '');
  memory.orders.set(key, made);
  return made;
}

/** The rows of a search that a filter means; one whose number is exactly the text comes first. */
export function orderFound(store: Store, wanted: Wanted, rows: readonly number[], exact: string): Order {
  if (isNewestFirst(wanted)) return { rows: newestFirst(store, rows, exact), groups: [] };
  const { sql, values } = conditionOf(wanted.filter, wanted.asker);
  return readOrder(store, { from: among, sql, values: [JSON.stringify(rows), ...values] }, wanted, exact);
}

const isNewestFirst = ({ filter, sorts: [first, ...others], group }: Wanted): boolean =>
  isOpen(filter) && group === undefined && first?.sort === 'changed' && first.descending && others.length === 0;

const times = rawQuery<readonly [row: number, changedAt: number]>(
  'order.times',
  `select row, iif(binned_at = 0, changed_at, -1) from (select value as row from json_each(?)) found
   cross join workfile_head using (row)`,
);
const numbered = valueQuery<number>(
  'order.numbered',
  'select row from workfile_head where label = ? and binned_at = 0',
);

/** A search is asked at each key, and most of what the next one finds was found before: its times are remembered. */
function newestFirst(store: Store, rows: readonly number[], exact: string): readonly number[] {
  const known = memoryOf(store).times;
  const unknown = rows.filter((row) => !known.has(row));
  if (unknown.length > 0) for (const [row, at] of store.all(times, JSON.stringify(unknown))) known.set(row, at);
  const meant = new Set(store.all(numbered, exact));
  return rows
    .map((row) => ({ row, at: meant.has(row) ? Number.POSITIVE_INFINITY : (known.get(row) ?? -1) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at || b.row - a.row)
    .map(({ row }) => row);
}

/** How many rows a filter means. */
export const countHeads = (store: Store, filter: HeadFilter, asker: Asker): number =>
  orderOf(store, { filter, asker, sorts: [], group: undefined }).rows.length;

const mostOrders = 40;

const makeOrder = (store: Store, wanted: Wanted): Order =>
  readOrder(store, { from: 'workfile_head', ...conditionOf(wanted.filter, wanted.asker) }, wanted, undefined);

type Source = Condition & { readonly from: string };
/** Few rows of many: `cross` makes SQLite look up these and no others. */
const among = '(select value as row from json_each(?)) found cross join workfile_head using (row)';

function readOrder(store: Store, source: Source, { sorts, group }: Wanted, exact: string | undefined): Order {
  const keys = [
    ...(group === undefined ? [] : [`${groupOrder[group]} asc`]),
    ...(exact === undefined ? [] : ['label = ? desc']),
    ...sorts.map(keyOf),
    `row ${sorts[0]?.descending === false ? 'asc' : 'desc'}`,
  ];
  const { from, sql, values } = source;
  const order = `select row from ${from} where ${sql} order by ${keys.join(', ')}`;
  const given = exact === undefined ? values : [...values, exact];
  const rows = store.all(
    named(store, order, () => valueQuery<number>('order.rows', order)),
    ...given,
  );
  return { rows, groups: group === undefined ? [] : groupsOf(store, source, group) };
}

const keyOf = ({ sort, descending }: HeadOrder): string =>
  `${sortColumns[sort]} ${descending ? 'desc' : 'asc'}${sort === 'vehicleIn' || sort === 'vehicleOut' ? ' nulls last' : ''}`;

// A status sorts as a workfile lives, everything else by its letters.
const groupOrder: Readonly<Record<HeadGroup, string>> = {
  stage: "instr('opportunity repair-order closed cancelled', stage)",
  estimator: 'estimator',
  insurer: 'insurer',
};

function groupsOf(store: Store, { from, sql, values }: Source, group: HeadGroup): readonly ValueCount[] {
  const counted = `select min(${group}), count(*) from ${from} where ${sql}
    group by ${group} order by ${groupOrder[group]}`;
  const made = () => rawQuery<readonly [string, number]>('order.groups', counted);
  const rows = store.all(named(store, counted, made), ...values);
  return rows.map(([value, count]) => ({ value, count }));
}

/** A statement is prepared once for each shape of a question, however often it is asked. */
function named<Row>(store: Store, sql: string, make: () => Query<Row>): Query<Row> {
  const { queries } = memoryOf(store);
  const known = queries.get(sql) as Query<Row> | undefined;
  if (known !== undefined) return known;
  const made = make();
  queries.set(sql, made as Query<never>);
  return made;
}
