// What a transaction changed, by workfile, as the windows must hear of it.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { LockedVersion } from '../../src-shared/domain/estimate/supplement/locked-version.ts';
import type { ChangedRecord } from '../../src-shared/ipc/shapes.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { workfileOf } from './record.ts';
import { recordOf } from './record-row.ts';
import { at, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';

export type Applied = { readonly workfiles: ReadonlyMap<WorkfileId, readonly ChangedRecord[]> };

export const nothingApplied: Applied = { workfiles: new Map() };

/** What two transactions changed, one after the other. */
export function together(first: Applied, second: Applied): Applied {
  const workfiles = new Map(first.workfiles);
  for (const [id, changes] of second.workfiles) workfiles.set(id, [...(workfiles.get(id) ?? []), ...changes]);
  return { workfiles };
}

/** Collects the rows that a transaction wrote; the last state of each is what counts. */
export function collectRows() {
  const rows = new Map<string, { readonly kind: RecordKind; readonly row: Row }>();
  const touched = new Set<string>();
  return {
    /** Says that something about a workfile changed, if only that it waits no more. */
    touch: (workfileId: string): void => void touched.add(workfileId),
    latest: (id: string): Row | undefined => rows.get(id)?.row,
    add(kind: RecordKind, row: Row): void {
      rows.set(String(row[at.id]), { kind, row });
    },
    /** The workfiles whose rows changed so far. */
    workfileIds: (): ReadonlySet<string> =>
      new Set([...rows.values()].map(({ kind, row }) => workfileOf(recordTables[kind], row))),
    applied(): Applied {
      const workfiles = new Map<WorkfileId, ChangedRecord[]>();
      for (const workfileId of touched) workfiles.set(workfileId as WorkfileId, []);
      for (const { kind, row } of rows.values()) {
        const table = recordTables[kind];
        const workfileId = workfileOf(table, row) as WorkfileId;
        const changes = workfiles.get(workfileId) ?? [];
        changes.push({ kind, record: toldOf(kind, recordOf(table, row)) } as ChangedRecord);
        workfiles.set(workfileId, changes);
      }
      return { workfiles };
    },
  };
}

/** Windows ask for what was locked when somebody looks at it. */
function toldOf(kind: RecordKind, record: object): object {
  if (kind !== 'version') return record;
  const { id, deleted, parent, of } = record as LockedVersion;
  return { id, deleted, parent, of };
}

export type CollectedRows = ReturnType<typeof collectRows>;
