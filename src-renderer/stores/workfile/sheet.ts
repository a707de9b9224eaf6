// A workfile in memory, changed record by record; the backend says what is true, pending edits lie on top.

import { comparePlaces } from '../../../src-shared/domain/estimate/place.ts';
import type { ChangedRecord, WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import type { GroupOf, IdOf, RecordKind, RecordOfKind, ValueOf } from '../../../src-shared/sync/records.ts';

/** One group of one record, and the value it is to have. */
export type GroupEdit = {
  readonly [K in RecordKind]: {
    readonly [G in GroupOf<K>]: {
      readonly kind: K;
      readonly id: IdOf<K>;
      readonly group: G;
      readonly value: ValueOf<K, G>;
    };
  }[GroupOf<K>];
}[RecordKind];

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
export function recordOf<K extends RecordKind>(sheet: WorkfileSheet, kind: K, id: string): RecordOfKind<K> | undefined {
  return recordsOf(sheet, kind).find((record) => record.id === id);
}

/** All records of a kind. */
export function recordsOf<K extends RecordKind>(sheet: WorkfileSheet, kind: K): readonly RecordOfKind<K>[] {
  const byKind: { readonly [N in RecordKind]: readonly RecordOfKind<N>[] } = {
    workfile: [sheet.workfile],
    contact: sheet.contacts,
    vehicle: [sheet.vehicle],
    insurance: [sheet.insurance],
    rates: [sheet.rates],
    estimate: [sheet.estimate],
    line: sheet.lines,
  };
  return byKind[kind];
}

function applyChange(sheet: WorkfileSheet, change: ChangedRecord): WorkfileSheet {
  if (change.kind === 'contact') return { ...sheet, contacts: put(sheet.contacts, change.record) };
  if (change.kind === 'line') return { ...sheet, lines: inOrder(put(sheet.lines, change.record)) };
  return { ...sheet, [change.kind]: change.record };
}

type Kept = { readonly id: string; readonly deleted: boolean };

function put<T extends Kept>(records: readonly T[], record: T): readonly T[] {
  const at = records.findIndex(({ id }) => id === record.id);
  if (record.deleted) return at < 0 ? records : records.toSpliced(at, 1);
  return at < 0 ? [...records, record] : records.with(at, record);
}

function inOrder(lines: WorkfileSheet['lines']): WorkfileSheet['lines'] {
  const isSorted = lines.every((line, at) => at === 0 || comparePlaces(lines[at - 1] ?? line, line) <= 0);
  return isSorted ? lines : lines.toSorted(comparePlaces);
}
