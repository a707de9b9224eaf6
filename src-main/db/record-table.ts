// How a record kind lies in its table: which column holds which field of which group, and the statements for it.

import { emptyGroup, type GroupName, type GroupValue, type SeldomName } from '../../src-shared/domain/record.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, records, type SpecOf } from '../../src-shared/sync/records.ts';
import { type Query, query, rawQuery, type SqlValue } from './query.ts';

/** A row as SQLite gives it: id, deleted, edit, edits, extra, hash, then the fields in declared order. */
export type Row = readonly SqlValue[];
export const at = { id: 0, deleted: 1, edit: 2, edits: 3, extra: 4, hash: 5, fields: 6 } as const;
const bookkeeping = ['id', 'deleted', 'edit', 'edits', 'extra', 'hash'] as const;

/** A column of true and false, kept as 1 and 0. */
export type Flag = { readonly flag: string };
export const flag = (column: string): Flag => ({ flag: column });

/** The columns of a kind: every field of every usual group must be declared, flags as flags. */
type Columns<K extends RecordKind> = {
  readonly [G in Exclude<GroupName<SpecOf<K>>, SeldomName<SpecOf<K>>>]: {
    readonly [F in keyof GroupValue<SpecOf<K>, G>]: GroupValue<SpecOf<K>, G>[F] extends boolean ? Flag : string;
  };
};

export type Field = { readonly name: string; readonly index: number; readonly isFlag: boolean };

/** Where a group lies: a column a field, or all of it as JSON text in one column that is null while it is empty. */
export type Place =
  | { readonly fields: readonly Field[] }
  | { readonly packed: number; readonly empty: Readonly<JsonObject> };

export type RecordTable = {
  readonly kind: RecordKind;
  /** Its name in the database. */
  readonly name: string;
  readonly groups: ReadonlyMap<string, Place>;
  /** How many columns a row has. */
  readonly width: number;
  /** Where the id of the row's workfile stands. */
  readonly workfileAt: number;
  readonly read: Query<Row>;
  /** Every row there is. */
  readonly all: Query<Row>;
  readonly ofWorkfile: Query<Row>;
  /** The rows of a workfile up to `edits`: what says which edits made them. */
  readonly stampsOfWorkfile: Query<Row>;
  readonly insert: Query;
  readonly remove: Query;
  /** Sets one group and the bookkeeping but the id; `deleted` sets no field. */
  readonly update: ReadonlyMap<string, Query>;
};

/** Declares the table of a kind. Packed columns come last, so that a row without them is what it was before them. */
export function recordTable<K extends RecordKind>(
  kind: K,
  columns: Columns<K>,
  packed?: Readonly<Record<SeldomName<SpecOf<K>>, string>>,
): RecordTable {
  const names: string[] = [...bookkeeping];
  const groups = new Map<string, Place>();
  for (const [group, fields] of Object.entries<Readonly<Record<string, string | Flag>>>(columns)) {
    const placed = Object.entries(fields).map(([name, column]) => {
      const isFlag = typeof column === 'object';
      return { name, index: names.push(isFlag ? column.flag : column) - 1, isFlag };
    });
    groups.set(group, { fields: placed });
  }
  for (const [group, column] of Object.entries<string>(packed ?? {})) {
    const empty = emptyGroup(records[kind].spec, group as never) as JsonObject;
    groups.set(group, { packed: names.push(column) - 1, empty });
  }
  const all = names.join(', ');
  const name = kind.replaceAll('-', '_');
  const owner = kind === 'workfile' ? 'id' : 'parent_workfile_id';
  return {
    kind,
    name,
    groups,
    width: names.length,
    workfileAt: names.indexOf(owner),
    read: rawQuery(`${kind}.read`, `select ${all} from ${name} where id = ?`),
    all: rawQuery(`${kind}.all`, `select ${all} from ${name}`),
    // Without "order by": this SQLite plans a statement anew at every call when it has one beside a bound value.
    ofWorkfile: rawQuery(`${kind}.of-workfile`, `select ${all} from ${name} where ${owner} = ?`),
    stampsOfWorkfile: rawQuery(
      `${kind}.stamps-of-workfile`,
      `select ${names.slice(0, at.extra).join(', ')} from ${name} where ${owner} = ?`,
    ),
    insert: query(`${kind}.insert`, `insert into ${name} (${all}) values (${names.map(() => '?').join(', ')})`),
    remove: query(`${kind}.remove`, `delete from ${name} where id = ?`),
    update: new Map([
      ['deleted', updateOf(kind, [])],
      ...[...groups].map(([group, place]): [string, Query] => [
        group,
        updateOf(
          kind,
          columnsOf(place).map((index) => names[index] ?? ''),
          group,
        ),
      ]),
    ]),
  };
}

/** The columns that a group lies in. */
export const columnsOf = (place: Place): readonly number[] =>
  'packed' in place ? [place.packed] : place.fields.map(({ index }) => index);

function updateOf(kind: string, fields: readonly string[], group = 'deleted'): Query {
  const set = [...bookkeeping.slice(1), ...fields].map((column) => `${column} = ?`).join(', ');
  const name = group.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return query(`${kind}.update-${name}`, `update ${kind.replaceAll('-', '_')} set ${set} where id = ?`);
}
