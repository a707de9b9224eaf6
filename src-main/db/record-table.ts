// How a record kind lies in its table: which column holds which field of which group, and the statements for it.

import type { GroupName, GroupValue } from '../../src-shared/domain/record.ts';
import type { RecordKind, SpecOf } from '../../src-shared/sync/records.ts';
import { type Query, query, rawQuery, type SqlValue } from './query.ts';

/** A row as SQLite gives it: id, deleted, edit, edits, extra, hash, then the fields in declared order. */
export type Row = readonly SqlValue[];
export const at = { id: 0, deleted: 1, edit: 2, edits: 3, extra: 4, hash: 5, fields: 6 } as const;
const bookkeeping = ['id', 'deleted', 'edit', 'edits', 'extra', 'hash'] as const;

/** A column of true and false, kept as 1 and 0. */
export type Flag = { readonly flag: string };
export const flag = (column: string): Flag => ({ flag: column });

/** The columns of a kind: every field of every group must be declared, flags as flags. */
type Columns<K extends RecordKind> = {
  readonly [G in GroupName<SpecOf<K>>]: {
    readonly [F in keyof GroupValue<SpecOf<K>, G>]: GroupValue<SpecOf<K>, G>[F] extends boolean ? Flag : string;
  };
};

export type Field = { readonly name: string; readonly index: number; readonly isFlag: boolean };

export type RecordTable = {
  readonly kind: RecordKind;
  readonly groups: ReadonlyMap<string, readonly Field[]>;
  /** How many columns a row has. */
  readonly width: number;
  /** Where the id of the row's workfile stands. */
  readonly workfileAt: number;
  readonly read: Query<Row>;
  readonly ofWorkfile: Query<Row>;
  /** The rows of a workfile up to `edits`: what says which edits made them. */
  readonly stampsOfWorkfile: Query<Row>;
  readonly insert: Query;
  readonly remove: Query;
  /** Sets one group and the bookkeeping but the id; `deleted` sets no field. */
  readonly update: ReadonlyMap<string, Query>;
};

/** Declares the table of a kind. */
export function recordTable<K extends RecordKind>(kind: K, columns: Columns<K>): RecordTable {
  const names: string[] = [...bookkeeping];
  const groups = new Map<string, readonly Field[]>();
  for (const [group, fields] of Object.entries<Readonly<Record<string, string | Flag>>>(columns)) {
    const placed = Object.entries(fields).map(([name, column]) => {
      const isFlag = typeof column === 'object';
      return { name, index: names.push(isFlag ? column.flag : column) - 1, isFlag };
    });
    groups.set(group, placed);
  }
  const all = names.join(', ');
  const owner = kind === 'workfile' ? 'id' : 'parent_workfile_id';
  return {
    kind,
    groups,
    width: names.length,
    workfileAt: names.indexOf(owner),
    read: rawQuery(`${kind}.read`, `select ${all} from ${kind} where id = ?`),
    // Without "order by": this SQLite plans a statement anew at every call when it has one beside a bound value.
    ofWorkfile: rawQuery(`${kind}.of-workfile`, `select ${all} from ${kind} where ${owner} = ?`),
    stampsOfWorkfile: rawQuery(
      `${kind}.stamps-of-workfile`,
      `select ${names.slice(0, at.extra).join(', ')} from ${kind} where ${owner} = ?`,
    ),
    insert: query(`${kind}.insert`, `insert into ${kind} (${all}) values (${names.map(() => '?').join(', ')})`),
    remove: query(`${kind}.remove`, `delete from ${kind} where id = ?`),
    update: new Map([
      ['deleted', updateOf(kind, [])],
      ...[...groups].map(([group, fields]): [string, Query] => [
        group,
        updateOf(
          kind,
          fields.map(({ index }) => names[index] ?? ''),
          group,
        ),
      ]),
    ]),
  };
}

function updateOf(kind: string, fields: readonly string[], group = 'deleted'): Query {
  const set = [...bookkeeping.slice(1), ...fields].map((column) => `${column} = ?`).join(', ');
  const name = group.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return query(`${kind}.update-${name}`, `update ${kind} set ${set} where id = ?`);
}
