// A workfile in memory, changed record by record; the backend says what is true, pending edits lie on top.

import { isOpen } from '../../../src-shared/domain/conflict/conflict.ts';
import { comparePlaces } from '../../../src-shared/domain/estimate/place.ts';
import { isLibraryKind } from '../../../src-shared/domain/library/library.ts';
import type { ChangedRecord, WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import type { GroupOf, IdOf, RecordOfKind, ValueOf, WorkfileKind } from '../../../src-shared/sync/records.ts';

/**
 * The kinds that a window changes group by group; a conflict is chosen, a version is locked by the cloud, and money
 * and events are written once.
 */
type EditedKind = Exclude<WorkfileKind, 'conflict' | 'version' | 'event' | 'dms-event' | 'receipt' | 'receipt-void'>;

/** One group of one record, and the value it is to have. */
export type GroupEdit = {
  readonly [K in EditedKind]: {
    readonly [G in GroupOf<K>]: {
      readonly kind: K;
      readonly id: IdOf<K>;
      readonly group: G;
      readonly value: ValueOf<K, G>;
    };
  }[GroupOf<K>];
}[EditedKind];

/** The sheet with records replaced, added or taken away as the backend says. */
export const applyChanges = (sheet: WorkfileSheet, changes: readonly ChangedRecord[]): WorkfileSheet =>
  changes.reduce(applyChange, sheet);

/** The sheet with an edit drawn on it; a record that is gone takes none. */
export function applyEdit(sheet: WorkfileSheet, edit: GroupEdit): WorkfileSheet {
  const record = recordOf(sheet, edit.kind, edit.id);
  if (record === undefined) return sheet;
  return applyChange(sheet, { kind: edit.kind, record: { ...record, [edit.group]: edit.value } } as ChangedRecord);
}

/** A record of the sheet by kind and id. */
export function recordOf<K extends WorkfileKind>(
  sheet: WorkfileSheet,
  kind: K,
  id: string,
): RecordOfKind<K> | undefined {
  return recordsOf(sheet, kind).find((record) => record.id === id);
}

/** All records of a kind. */
export function recordsOf<K extends WorkfileKind>(sheet: WorkfileSheet, kind: K): readonly RecordOfKind<K>[] {
  const byKind: { readonly [N in WorkfileKind]: readonly RecordOfKind<N>[] } = {
    workfile: [sheet.workfile],
    contact: sheet.contacts,
    vehicle: [sheet.vehicle],
    insurance: [sheet.insurance],
    rates: [sheet.rates],
    estimate: [sheet.estimate],
    line: sheet.lines,
    conflict: sheet.conflicts,
    photo: sheet.photos,
    document: sheet.documents,
    note: sheet.notes,
    event: sheet.events,
    task: sheet.tasks,
    appointment: sheet.appointments,
    version: sheet.versions,
    receipt: sheet.receipts,
    'receipt-void': sheet.receiptVoids,
    'dms-event': sheet.dmsEvents,
  };
  return byKind[kind];
}

function applyChange(sheet: WorkfileSheet, change: ChangedRecord): WorkfileSheet {
  if (isLibraryKind(change.kind)) return sheet;
  if (change.kind === 'contact') return { ...sheet, contacts: put(sheet.contacts, change.record) };
  if (change.kind === 'line') return { ...sheet, lines: inOrder(put(sheet.lines, change.record)) };
  if (change.kind === 'photo') return { ...sheet, photos: inOrder(put(sheet.photos, change.record)) };
  if (change.kind === 'document') return { ...sheet, documents: put(sheet.documents, change.record) };
  if (change.kind === 'note') return { ...sheet, notes: put(sheet.notes, change.record) };
  if (change.kind === 'task') return { ...sheet, tasks: put(sheet.tasks, change.record) };
  if (change.kind === 'appointment') return { ...sheet, appointments: put(sheet.appointments, change.record) };
  if (change.kind === 'event') return { ...sheet, events: put(sheet.events, change.record) };
  if (change.kind === 'version') return { ...sheet, versions: put(sheet.versions, change.record) };
  if (change.kind === 'receipt') return { ...sheet, receipts: put(sheet.receipts, change.record) };
  if (change.kind === 'receipt-void') return { ...sheet, receiptVoids: put(sheet.receiptVoids, change.record) };
  if (change.kind === 'dms-event') return { ...sheet, dmsEvents: put(sheet.dmsEvents, change.record) };
  if (change.kind === 'conflict') {
    const { record } = change;
    return { ...sheet, conflicts: put(sheet.conflicts, { ...record, deleted: record.deleted || !isOpen(record) }) };
  }
  return { ...sheet, [change.kind]: change.record };
}

type Placed = Parameters<typeof comparePlaces>[0];
type Kept = { readonly id: string; readonly deleted: boolean };

function put<T extends Kept>(records: readonly T[], record: T): readonly T[] {
  const at = records.findIndex(({ id }) => id === record.id);
  if (record.deleted) return at < 0 ? records : records.toSpliced(at, 1);
  return at < 0 ? [...records, record] : records.with(at, record);
}

function inOrder<T extends Placed>(records: readonly T[]): readonly T[] {
  const isSorted = records.every((record, at) => at === 0 || comparePlaces(records[at - 1] ?? record, record) <= 0);
  return isSorted ? records : records.toSorted(comparePlaces);
}
