// Everything that the cloud does not have, as one file; and such a file taken in on another PC.

import { hash } from 'node:crypto';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { UnsentCounts } from '../../src-shared/ipc/centre-shapes.ts';
import type { CommandName } from '../../src-shared/sync/commands.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import { deletion, type JsonObject, schemaVersion, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { kindsOfCloud } from '../../src-shared/sync/records.ts';
import {
  maxUnsentFileBytes,
  type UnsentEdit,
  type UnsentFile,
  type UnsentWork,
  unsentFileHead,
  unsentFileVersion,
  unsentWork,
} from '../../src-shared/sync/unsent-file.ts';
import { addAgain } from './again.ts';
import { type Applied, type CollectedRows, collectRows } from './applied.ts';
import { adoptCommand, unsentCommands } from './command-file.ts';
import { keepDraft, listDrafts } from './draft.ts';
import { refreshHeads } from './head.ts';
import { type Kept, keep, listKept, readKept } from './kept.ts';
import { query } from './query.ts';
import { changeRecord, createRecord, parseValue, readRow } from './record.ts';
import { stampOf } from './record-row.ts';
import { takeReworded } from './reworded.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { unpack } from './unpack.ts';

type EditRow = Omit<UnsentEdit, 'value' | 'schema' | 'brought'> & {
  readonly authorId: string;
  readonly value: string;
  readonly schema: number;
  readonly brought: 0 | 1;
};

const columns = `edit, author as authorId, author_name as author, workfile_id as workfileId, kind, id, group_name as "group", value, base,
  schema`;
const once = query<EditRow>('unsent.again', `select ${columns}, brought, 0 as madeAt from again order by n`);
const fresh = query<EditRow>(
  'unsent.outbox',
  `select ${columns}, 0 as brought, made_at as madeAt from outbox order by n`,
);
const drafts = query<UnsentWork['drafts'][number]>(
  'unsent.drafts',
  'select workfile_id as workfileId, place, text, kept_at as keptAt from draft order by workfile_id, place',
);
const waits = query<{ edit: string }>(
  'unsent.waits',
  'select edit from outbox where edit = ? union all select edit from again where edit = ? limit 1',
);

/** Whose work it is, on which PC, and when it was written down. */
export type Exporting = { readonly shop: string; readonly pc: string; readonly now: number };
export type Exported = UnsentCounts & { readonly text: string };

/** The text of a file with all unsent work. */
export function exportUnsent(store: Store, { shop, pc, now }: Exporting): Exported {
  const work: UnsentWork = {
    ...{ format: 'shopfile-unsent', version: unsentFileVersion, schema: schemaVersion, shop, pc, madeAt: now },
    edits: unsentEdits(store).map(({ edit }) => edit),
    commands: unsentCommands(store),
    kept: unsentKept(store),
    drafts: store.all(drafts),
  };
  const file: UnsentFile = { work, hash: hashOf(work) };
  return { ...countsOf(work), text: JSON.stringify(file) };
}

/** Each edit that the cloud does not have, with the person who made it, in the order of their making. */
export const unsentEdits = (store: Store): readonly { readonly person: Person; readonly edit: UnsentEdit }[] =>
  [...store.all(once), ...store.all(fresh)].map((row) => ({
    person: { id: row.authorId, name: row.author },
    edit: rowToEdit(row),
  }));

/** Each edit that was kept for a person's choice. */
export const unsentKept = (store: Store): UnsentWork['kept'] =>
  listKept(store).map(({ mine, theirs, ...kept }) => ({
    ...kept,
    mine: JSON.parse(mine) as JsonObject,
    theirs: theirs === null ? null : (JSON.parse(theirs) as JsonObject),
  }));

const rowToEdit = ({ value, schema, brought, authorId: _, ...row }: EditRow): UnsentEdit => ({
  ...row,
  value: JSON.parse(value) as JsonObject,
  ...(schema !== schemaVersion && { schema }),
  ...(brought === 1 && { brought: true }),
});

const countsOf = ({ edits, commands, kept, drafts: typed }: UnsentWork): UnsentCounts => ({
  edits: edits.length,
  commands: commands.length,
  kept: kept.length,
  drafts: typed.length,
});
const hashOf = (work: unknown): string => hash('sha256', JSON.stringify(work));

/** Who takes the file in, for which shop, and when. */
export type Importing = {
  readonly shop: string;
  readonly person: Person;
  readonly now: number;
  /** Whether the person may give such a command: an answer is for ever, so one that would be refused is not sent. */
  readonly mayGive: (name: CommandName) => boolean;
};
/** How much was new here, how many edits were known, the PC that wrote the file, and what the windows must hear. */
export type Imported = UnsentCounts & { readonly known: number; readonly from: string; readonly applied: Applied };

/** Takes in a file of unsent work: all of it, or nothing. */
export function importUnsent(store: Store, text: string, { shop, person, now, mayGive }: Importing): Result<Imported> {
  const read = readWork(text, shop);
  if (!read.ok) return read;
  const work = read.value;
  return ok(
    transact(store, () => {
      const rows = collectRows();
      const edits = work.edits.filter((edit) =>
        takeUnsentEdit({ store, rows, person, schema: work.schema }, edit),
      ).length;
      const mine = work.commands.filter(({ name }) => mayGive(name));
      const commands = mine.filter((command) => adoptCommand(store, command, person)).length;
      const kept = work.kept.filter((one) => takeUnsentKept(store, rows, one)).length;
      const typed = work.drafts.filter((draft) => takeUnsentDraft(store, person.id, draft)).length;
      refreshHeads(store, rows.workfileIds(), new Map([...rows.workfileIds()].map((id) => [id, now])));
      const known = work.edits.length - edits;
      return { edits, commands, kept, drafts: typed, known, from: work.pc, applied: rows.applied() };
    }),
  );
}

/** The work that a file holds, where it is one, whole, of this shop, and not of a later version. */
function readWork(text: string, shop: string): Result<UnsentWork> {
  if (text.length > maxUnsentFileBytes) return failed({ kind: 'unavailable', what: 'unsent-file-large' });
  const file = parsed(text) as Partial<UnsentFile> | null;
  const head = unsentFileHead.safeParse(file?.work);
  if (!head.success) return failed({ kind: 'unavailable', what: 'unsent-file' });
  const { version, schema } = head.data;
  if (version > unsentFileVersion || schema > schemaVersion) return failed({ kind: 'outdated', need: 'newer version' });
  if (head.data.shop !== shop) return failed({ kind: 'conflict', what: 'unsent-file-shop' });
  const work = unsentWork.safeParse(file?.work);
  const isWhole = work.success && file?.hash === hashOf(file?.work) && work.data.edits.every(isSound);
  return isWhole ? ok(work.data) : failed({ kind: 'unavailable', what: 'unsent-file' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a person could have made the edit: its value keeps the rules of its kind, and it is none of a command's. */
function isSound({ kind, group, value }: UnsentEdit): boolean {
  if (group === wholeRecord) {
    return (
      !kindsOfCloud.includes(kind) && Object.entries(value).every(([name, part]) => parseValue(kind, name, part).ok)
    );
  }
  const policy = group === deletion ? 'last' : policyOf(kind, group);
  return policy !== 'cloud' && policy !== 'once' && parseValue(kind, group, value).ok;
}

type Taking = Partial<Pick<UnsentWork, 'schema'>> & {
  readonly store: Store;
  readonly rows: CollectedRows;
  readonly person: Person;
};

/** Whether the edit is new here: then it waits to be sent, and its row shows it where nothing came in between. */
export function takeUnsentEdit({ store, rows, person, schema = schemaVersion }: Taking, edit: UnsentEdit): boolean {
  const { kind, id, group, base, workfileId, value } = edit;
  unpack(store, workfileId);
  const row = readRow(store, kind, id);
  const stamp = row && stampOf(row, group);
  if (stamp === edit.edit || store.get(waits, edit.edit, edit.edit) !== undefined) return false;
  if (readKept(store, edit.edit) !== undefined) return false;
  if (takeReworded(store, rows, { edit, author: person.id, schema: edit.schema ?? schema })) return true;
  if (group === wholeRecord && row !== undefined) return false;
  const again = { edit: edit.edit, author: person.id, authorName: person.name, workfileId, kind, id, group, base };
  const { brought = false } = edit;
  addAgain(store, { ...again, value: JSON.stringify(value), schema: edit.schema ?? schema, brought });
  rows.touch(workfileId);
  showUnsentEdit(store, rows, edit);
  return true;
}

/** Writes an unsent edit into its row, where that is as its author saw it; it makes a record that is not there. */
export function showUnsentEdit(store: Store, rows: CollectedRows, edit: UnsentEdit): void {
  const { kind, id, group, base, value } = edit;
  const row = readRow(store, kind, id);
  const isNew = group === wholeRecord;
  if (isNew ? row !== undefined : row === undefined || stampOf(row, group) !== base) return;
  const write = { kind, id, group, value, edit: edit.edit };
  const written = row === undefined ? createRecord(store, write) : changeRecord(store, row, write);
  if (written.ok) rows.add(kind, written.value);
}

/** Whether the kept edit is new here. */
export function takeUnsentKept(store: Store, rows: CollectedRows, kept: UnsentWork['kept'][number]): boolean {
  if (readKept(store, kept.edit) !== undefined) return false;
  const { mine, theirs, reason, ...place } = kept;
  const values = { mine: JSON.stringify(mine), theirs: theirs && JSON.stringify(theirs) };
  keep(store, { ...place, ...values, reason: reason as Kept['reason'] }, null);
  rows.touch(kept.workfileId);
  return true;
}

/** Becomes what the importing person types; a text that they are typing here too stays as it is here. */
export function takeUnsentDraft(
  store: Store,
  author: string,
  { workfileId, ...draft }: UnsentWork['drafts'][number],
): boolean {
  const typing = { workfileId, author };
  if (listDrafts(store, typing).some(({ place }) => place === draft.place)) return false;
  keepDraft(store, typing, draft);
  return true;
}
