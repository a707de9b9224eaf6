/** Reads a simulated PC's tables directly, for scripts and for the oracle. */

import { rawQuery } from '../../src-main/db/query.ts';
import { stampOf, wholeOf } from '../../src-main/db/record-row.ts';
import { at, type Row } from '../../src-main/db/record-table.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import type { Store } from '../../src-main/db/store.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, recordKinds } from '../../src-shared/sync/records.ts';

/** Everything of one record that two sides must agree on. */
export type RecordState = {
  readonly deleted: boolean;
  readonly value: JsonObject;
  readonly stamps: Readonly<Record<string, string>>;
};

const everything = new Map(
  recordKinds.map(
    (kind) => [kind, rawQuery<Row>(`sim.all-${kind}`, `select * from ${recordTables[kind].name}`)] as const,
  ),
);

const rowsOf = (store: Store, kind: RecordKind): readonly Row[] => {
  const query = everything.get(kind);
  return query === undefined ? [] : store.all(query);
};

/** The ids of a kind's records that are not deleted, of one workfile or of all; in a fixed order. */
export function listRecordIds(store: Store, kind: RecordKind, workfileId?: string): readonly string[] {
  const { workfileAt } = recordTables[kind];
  return rowsOf(store, kind)
    .filter((row) => row[at.deleted] === 0 && (workfileId === undefined || row[workfileAt] === workfileId))
    .map((row) => String(row[at.id]))
    .sort();
}

/** Every record by `kind/id`. */
export function stateOfPc(store: Store): ReadonlyMap<string, RecordState> {
  const states = new Map<string, RecordState>();
  for (const kind of recordKinds) {
    const table = recordTables[kind];
    for (const row of rowsOf(store, kind)) {
      const groups = ['deleted', ...table.groups.keys()];
      const stamps = Object.fromEntries(groups.map((group) => [group, stampOf(row, group)]));
      states.set(`${kind}/${row[at.id]}`, { deleted: row[at.deleted] === 1, value: wholeOf(table, row), stamps });
    }
  }
  return states;
}
