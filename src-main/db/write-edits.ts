// The one way to write an edit: rows, outbox, undo step, drafts and the list's row in one transaction.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { unwrap } from '../../src-shared/base/result.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { deletion, type JsonObject, schemaVersion, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { type Applied, collectRows } from './applied.ts';
import { isBeforeCommand } from './command-order.ts';
import { dropDraftsOfGroup, dropDraftsOfRecord } from './draft.ts';
import { markUnsavedSince, refreshHeads } from './head.ts';
import { keepHistory, type Made, noteRewritten } from './history.ts';
import { takeEditId } from './identity.ts';
import { addUnsent, rebaseUnsent, rewriteUnsent, type Unsent, unsentOfRecord } from './outbox.ts';
import { changeRecord, createRecord, readRow, restampRecord } from './record.ts';
import { groupOf, stampOf, wholeOf } from './record-row.ts';
import type { Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import { type Person, readPerson } from './session.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { addStep, type StepChange } from './undo.ts';

/** A change that somebody makes here: the whole new value of one group, or of all groups of a new record. */
export type NewEdit = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
};

/** What is written together. Only a `step` can be undone; a `step` and an `undo` leave something to save. */
export type Work = {
  readonly workfileId: WorkfileId;
  readonly edits: readonly NewEdit[];
  readonly now: number;
  readonly as: 'step' | 'undo' | 'plain';
};

type Authored = Work & { readonly author: Person };

/** Writes edits that were checked before; a value that breaks the rules of its kind is a bug and undoes everything. */
export function writeEdits(store: Store, work: Work): Applied {
  return transact(store, () => {
    const author = readPerson(store);
    if (author === null) throw new Error('an edit has no author');
    const rows = collectRows();
    const signed = { workfileId: work.workfileId, by: author.name, pc: '', at: work.now, seq: null };
    const steps: StepChange[] = [];
    for (const edit of work.edits) {
      const written = write(store, edit, { ...work, author });
      if (written === null) continue;
      keepHistory(store, { ...written.made, ...signed }, work.now);
      rows.add(edit.kind, written.row);
      steps.push(written.step);
    }
    if (steps.length === 0) return rows.applied();
    if (work.as === 'step') addStep(store, work.workfileId, steps);
    refreshHeads(store, rows.workfileIds(), new Map([[work.workfileId, work.now]]));
    if (work.as !== 'plain') markUnsavedSince(store, work.workfileId, work.now);
    return rows.applied();
  });
}

type Written = {
  readonly row: Row;
  readonly step: StepChange;
  /** What history keeps of it. */
  readonly made: Pick<Made, 'edit' | 'kind' | 'id' | 'group' | 'value' | 'before'>;
};

function write(store: Store, edit: NewEdit, work: Authored): Written | null {
  return edit.group === wholeRecord ? create(store, edit, work) : change(store, edit, work);
}

function create(store: Store, { kind, id, value }: NewEdit, work: Authored): Written {
  const { edit, counter } = takeEditId(store);
  const row = unwrap(createRecord(store, { kind, id, group: wholeRecord, value, edit }));
  const said = wholeOf(recordTables[kind], row);
  const whole = JSON.stringify(said);
  const { workfileId, author, now: madeAt } = work;
  const place = { workfileId, kind, id, group: wholeRecord };
  addUnsent(store, { n: counter, edit, author, ...place, value: whole, base: null, before: null, madeAt });
  const step: StepChange = { kind, id, group: deletion, before: { deleted: true }, after: { deleted: false } };
  return { row, step, made: { edit, kind, id, group: wholeRecord, value: said, before: null } };
}

function change(store: Store, { kind, id, group, value }: NewEdit, work: Authored): Written | null {
  const table = recordTables[kind];
  const row = readRow(store, kind, id);
  if (row === undefined) throw new Error(`no ${kind} to change`);
  const typing = { workfileId: work.workfileId, author: work.author.id };
  dropDraftsOfGroup(store, typing, `${kind}/${id}/${group}`);
  if (group === deletion && value.deleted === true) dropDraftsOfRecord(store, work.workfileId, `${kind}/${id}`);
  const before = groupOf(table, row, group) ?? {};
  // Fields that this version does not know stay with the group and travel back untouched.
  const after = { ...before, ...value };
  if (sameValue(before, after)) return null;
  const noted = noteEdit(store, { kind, id, group, value: after }, { row, work });
  const written = unwrap(changeRecord(store, noted.row, { kind, id, group, value: after, edit: noted.edit }));
  const made = { edit: noted.edit, kind, id, group, value: after, before };
  return { row: written, step: { kind, id, group, before, after }, made };
}

/**
 * Puts the edit into the outbox, or into its author's edit of that group or of the whole record that was not sealed
 * yet. What is rewritten gets a new id: a copy of this folder may have sent the old one with its old value.
 */
function noteEdit(store: Store, { kind, id, group, value }: NewEdit, made: { row: Row; work: Authored }): Noted {
  const { workfileId, author, now: madeAt } = made.work;
  const open = openEdits(store, { kind, id }, author);
  const { edit, counter } = takeEditId(store);
  const creation = group === deletion ? undefined : open.find((one) => one.group === wholeRecord);
  if (creation !== undefined) return swallow(store, creation, { group, value, edit, row: made.row });
  const same = open.find((one) => one.group === group);
  if (same !== undefined) {
    rewriteUnsent(store, same.n, { edit, value });
    noteRewritten(store, same.edit, edit);
    return { edit, row: made.row };
  }
  const base = stampOf(made.row, group);
  const before = JSON.stringify(groupOf(recordTables[kind], made.row, group) ?? {});
  const place = { workfileId, kind, id, group };
  addUnsent(store, { n: counter, edit, author, ...place, value: JSON.stringify(value), base, before, madeAt });
  return { edit, row: made.row };
}

/** The id that the edit goes by, and the row that it is to be written on. */
type Noted = { readonly edit: EditId; readonly row: Row };

/** The edits of a record that may still be rewritten; none where somebody else's edits of it must stay in their order. */
function openEdits(store: Store, { kind, id }: Pick<NewEdit, 'kind' | 'id'>, author: Person): readonly Unsent[] {
  const waiting = unsentOfRecord(store, kind, id);
  return waiting.every((one) => one.author === author.id)
    ? waiting.filter((one) => one.isSealed === 0 && one.schema === schemaVersion && !isBeforeCommand(store, one))
    : [];
}

type Swallowed = Pick<NewEdit, 'group' | 'value'> & { readonly edit: EditId; readonly row: Row };

function swallow(store: Store, creation: Unsent, { group, value, edit, row }: Swallowed): Noted {
  const whole = { ...(JSON.parse(creation.value) as JsonObject), [group]: value };
  rewriteUnsent(store, creation.n, { edit, value: whole });
  noteRewritten(store, creation.edit, edit);
  rebaseUnsent(store, creation, edit);
  return { edit, row: restampRecord(store, row, { ...creation, edit }) };
}
