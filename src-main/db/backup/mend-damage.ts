// A copy of damaged data is in use: rows that are not what was written go, and come again from a backup, from what was
// not sent yet, and from the cloud.

import type { BackupDamage } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { type CollectedRows, collectRows } from '../applied.ts';
import { readPacked, rewindPacked } from '../bundle.ts';
import { readCursor, rewindCursor } from '../cursor.ts';
import { dropFirstSync } from '../first-sync.ts';
import { refreshHeads } from '../head.ts';
import { readRow, removeRecord, workfileOf } from '../record.ts';
import { isWhole } from '../record-row.ts';
import { at, type RecordTable, type Row } from '../record-table.ts';
import { recordTables } from '../record-tables.ts';
import type { Store } from '../store.ts';
import { addToCompare } from '../to-compare.ts';
import { showUnsentEdit, unsentEdits } from '../unsent-file.ts';
import { dropUnreadable, isUnsentLost } from './salvage.ts';

/**
 * Mends what can be mended here, and has the rest compared with the cloud, or read from it once more. Answers whether
 * a part of what had not been sent is lost.
 */
export function mendDamage(store: Store, damage: BackupDamage, backup: Store | undefined): boolean {
  const unread = dropUnreadable(store.connection);
  const rows = collectRows();
  const gone = dropDamagedRows(store);
  for (const { workfileId } of gone) rows.touch(workfileId);
  if (backup !== undefined) fillFrom(backup, store, { rows, kinds: lackingKinds(damage, gone) });
  for (const { edit } of unsentEdits(store)) showUnsentEdit(store, rows, edit);
  const workfiles = new Set([...rows.workfileIds(), ...gone.map(({ workfileId }) => workfileId)]);
  refreshHeads(store, workfiles);
  for (const workfileId of workfiles) addToCompare(store, workfileId);
  if (damage.tables.length > 0) readAllAgain(store);
  return isUnsentLost([...unread, ...damage.tables]);
}

type Gone = { readonly kind: RecordKind; readonly workfileId: string };

function dropDamagedRows(store: Store): readonly Gone[] {
  const kinds = Object.keys(recordTables) as readonly RecordKind[];
  return kinds.flatMap((kind) => {
    const table = recordTables[kind];
    const damaged: Row[] = [];
    for (const row of eachRow(store, table)) if (!isWhole(row)) damaged.push(row);
    for (const row of damaged) removeRecord(store, kind, String(row[at.id]));
    return damaged.map((row) => ({ kind, workfileId: workfileOf(table, row) }));
  });
}

/** One after the other: a table may hold more than the memory. */
const eachRow = ({ connection }: Store, { all }: RecordTable): Iterable<Row> =>
  connection.prepare(all.sql).raw().iterate() as Iterable<Row>;

const lackingKinds = ({ tables }: BackupDamage, gone: readonly Gone[]): ReadonlySet<RecordKind> =>
  new Set([
    ...gone.map(({ kind }) => kind),
    ...Object.values(recordTables).flatMap(({ kind, name }) => (tables.includes(name) ? [kind] : [])),
  ]);

type Filling = { readonly rows: CollectedRows; readonly kinds: ReadonlySet<RecordKind> };

/** As they were then: what is newer of them comes from the cloud. */
function fillFrom(backup: Store, store: Store, { rows, kinds }: Filling): void {
  for (const kind of kinds) {
    const table = recordTables[kind];
    for (const row of eachRow(backup, table)) {
      if (!isMissing(store, kind, row)) continue;
      store.run(table.insert, ...row);
      rows.add(kind, row);
    }
  }
}

const isMissing = (store: Store, kind: RecordKind, row: Row): boolean =>
  isWhole(row) &&
  readPacked(store, workfileOf(recordTables[kind], row)) === undefined &&
  readRow(store, kind, String(row[at.id])) === undefined;

/** Which rows are lost nobody can say: the log of the cloud tells of each. */
function readAllAgain(store: Store): void {
  rewindCursor(store, readCursor(store).epoch, null);
  rewindPacked(store, 0);
  dropFirstSync(store);
}
