// The rows of a filtered, grouped or many-times sorted list in their order: put together once, and read page by page.

import type { HeadFilter, HeadGroup, HeadOrder, HeadSort, ValueCount } from '../../src-shared/ipc/list-shapes.ts';
import { type Asker, type Condition, conditionOf } from './head-filter.ts';
import { type Query, query, rawQuery } from './query.ts';
import type { Store } from './store.ts';

/** Which rows, in which order. */
export type Wanted = {
  readonly filter: HeadFilter;
  readonly sorts: readonly HeadOrder[];
  readonly group: HeadGroup | undefined;
  readonly asker: Asker;
};

/** The numbers of the rows in their order, and how many stand in each group. */
export type Order = { readonly rows: readonly number[]; readonly groups: readonly ValueCount[] };

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
  const { sql, values } = conditionOf(wanted.filter, wanted.asker);
  const among = {
    sql: `row in (select value from json_each(?)) and ${sql}`,
    values: [JSON.stringify(rows), ...values],
  };
  return readOrder(store, among, wanted, exact);
}

/** How many rows a filter means. */
export const countHeads = (store: Store, filter: HeadFilter, asker: Asker): number =>
  orderOf(store, { filter, asker, sorts: [], group: undefined }).rows.length;

const mostOrders = 40;

type Memory = {
  readonly written: number;
  readonly orders: Map<string, Order>;
  readonly queries: Map<string, Query<never>>;
};

const memories = new WeakMap<Store, Memory>();
const changes = query<{ written: number }>('order.changes', 'select total_changes() as written');

function memoryOf(store: Store): Memory {
  const written = store.get(changes)?.written ?? 0;
  const known = memories.get(store);
  if (known?.written === written) return known;
  const fresh = { written, orders: new Map(), queries: known?.queries ?? new Map() };
  memories.set(store, fresh);
  return fresh;
}

const makeOrder = (store: Store, wanted: Wanted): Order =>
  readOrder(store, conditionOf(wanted.filter, wanted.asker), wanted, undefined);

function readOrder(
  store: Store,
  { sql, values }: Condition,
  { sorts, group }: Wanted,
  exact: string | undefined,
): Order {
  const keys = [
    ...(group === undefined ? [] : [`${groupOrder[group]} asc`]),
    ...(exact === undefined ? [] : ['label = ? desc']),
    ...sorts.map(keyOf),
    `row ${sorts[0]?.descending === false ? 'asc' : 'desc'}`,
  ];
  const order = `select row from workfile_head where ${sql} order by ${keys.join(', ')}`;
  const given = exact === undefined ? values : [...values, exact];
  const rows = store.all(named<readonly [number]>(store, 'order.rows', order), ...given).map(([row]) => row);
  return { rows, groups: group === undefined ? [] : groupsOf(store, { sql, values }, group) };
}

const keyOf = ({ sort, descending }: HeadOrder): string =>
  `${sortColumns[sort]} ${descending ? 'desc' : 'asc'}${sort === 'vehicleIn' || sort === 'vehicleOut' ? ' nulls last' : ''}`;

// A status sorts as a workfile lives, everything else by its letters.
const groupOrder: Readonly<Record<HeadGroup, string>> = {
  stage: "instr('opportunity repair-order closed cancelled', stage)",
  estimator: 'estimator',
  insurer: 'insurer',
};

function groupsOf(store: Store, { sql, values }: Condition, group: HeadGroup): readonly ValueCount[] {
  const counted = `select min(${group}), count(*) from workfile_head where ${sql}
    group by ${group} order by ${groupOrder[group]}`;
  const rows = store.all(named<readonly [string, number]>(store, 'order.groups', counted), ...values);
  return rows.map(([value, count]) => ({ value, count }));
}

/** A statement is prepared once for each shape of a question, however often it is asked. */
function named<Row>(store: Store, name: string, sql: string): Query<Row> {
  const { queries } = memoryOf(store);
  const known = queries.get(sql) as Query<Row> | undefined;
  if (known !== undefined) return known;
  const made = rawQuery<Row>(name, sql);
  queries.set(sql, made as Query<never>);
  return made;
}
