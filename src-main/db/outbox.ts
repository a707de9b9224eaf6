// Edits made here that the cloud has not answered yet, each with its author. They survive everything.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { type JsonObject, schemaVersion } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { addAgain, againOfEach, someAgain } from './again.ts';
import { isBehindCommand, openCommands } from './command-order.ts';
import { query } from './query.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';

export type Unsent = {
  readonly n: number;
  readonly edit: EditId;
  /** The user id and the name of the person who made it. */
  readonly author: string;
  readonly authorName: string;
  readonly workfileId: WorkfileId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: string;
  readonly base: EditId | null;
  /** What the group was at its base; null where that is not known. */
  readonly before: string | null;
  readonly isSealed: 0 | 1;
  readonly theirsValue: string | null;
  readonly theirsEdit: EditId | null;
  /** The version of the fields that it was written in. */
  readonly schema: number;
};

const columns = `n, edit, author, author_name as authorName, workfile_id as workfileId, kind, id, group_name as "group", value, base,
  before_value as before, batch_n is not null as isSealed, theirs_value as theirsValue, theirs_edit as theirsEdit, schema`;
const counts = query<Person & { count: number }>(
  'outbox.counts',
  'select author as id, author_name as name, count(*) as count from outbox group by author, author_name',
);
const insert = query(
  'outbox.insert',
  `insert into outbox (n, edit, author, author_name, workfile_id, kind, id, group_name, value, base, before_value, made_at, schema)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const newest = query<Unsent>(
  'outbox.newest',
  `select ${columns} from outbox where kind = ? and id = ? and group_name = ? order by n desc limit 1`,
);
const ofRecord = query<Unsent>(
  'outbox.of-record',
  `select ${columns} from outbox where kind = ? and id = ? order by n`,
);
const rewrite = query('outbox.rewrite', 'update outbox set edit = ?, value = ? where n = ?');
const setBase = query(
  'outbox.set-base',
  'update outbox set base = ? where kind = ? and id = ? and base = ? and batch_n is null',
);
const setTheirs = query('outbox.set-theirs', 'update outbox set theirs_value = ?, theirs_edit = ? where n = ?');
// An edit waits behind older ones of another person: on the same record, or because they make its workfile. Where nobody
// else has one here and no command is open, which is asked once, it waits behind nothing.
const sendable = `batch_n is null and author = ? and (? = 1 or (not exists (
  select 1 from outbox other where other.author <> mine.author and other.n < mine.n
    and ((other.kind = mine.kind and other.id = mine.id)
      or (other.kind = 'workfile' and other.id = mine.workfile_id and other.group_name = '*')))
  and not ${isBehindCommand('mine.n')}))`;
const alone = query<{ isAlone: 0 | 1 }>(
  'outbox.alone',
  `select not exists (select 1 from outbox where author < ? or author > ?)
     and not exists (${openCommands}) as isAlone`,
);
const oldest = query<Unsent>(
  'outbox.oldest',
  `select ${columns} from (
     select distinct kind, id from (select kind, id from outbox mine where ${sendable} order by n limit ?)) record
   cross join outbox mine using (kind, id) where ${sendable} order by n`,
);
const someSendable = query<{ n: number }>(
  'outbox.some-sendable',
  `select n from outbox mine where ${sendable} limit 1`,
);
const someSealed = query<{ n: number }>(
  'outbox.some-sealed',
  'select n from outbox where author = ? and batch_n is not null limit 1',
);
const sealed = query<Unsent>('outbox.sealed', `select ${columns} from outbox where batch_n is not null order by n`);
const seal = query('outbox.seal', 'update outbox set batch_n = ? where n in (select value from json_each(?))');
const ofBatch = query<Unsent>('outbox.of-batch', `select ${columns} from outbox where batch_n = ? order by n`);
const followed = query<{ n: number }>(
  'outbox.followed',
  `select distinct mine.n from outbox mine cross join outbox other using (kind, id, group_name)
   where mine.batch_n = ? and other.batch_n is not mine.batch_n`,
);
const remove = query('outbox.remove', 'delete from outbox where n = ?');
const removeOfBatch = query('outbox.remove-of-batch', 'delete from outbox where batch_n = ?');

/** How many edits of each person wait, sealed ones and those that go once more included. */
export function waitingOfEach(store: Store): readonly (Person & { readonly count: number })[] {
  const again = againOfEach(store);
  if (again.length === 0) return store.all(counts);
  const each = new Map<string, Person & { readonly count: number }>();
  for (const one of [...store.all(counts), ...again]) {
    each.set(one.id, { ...one, count: one.count + (each.get(one.id)?.count ?? 0) });
  }
  return [...each.values()];
}

/** How many edits wait, whoever made them. */
export const waitingCount = (store: Store): number => waitingOfEach(store).reduce((sum, { count }) => sum + count, 0);

export type NewUnsent = Omit<Unsent, 'author' | 'authorName' | 'isSealed' | 'theirsValue' | 'theirsEdit' | 'schema'> & {
  readonly author: Person;
  readonly madeAt: number;
};

export function addUnsent(store: Store, unsent: NewUnsent): void {
  const { n, edit, author, workfileId, kind, id, group, value, base, before, madeAt } = unsent;
  const place = [workfileId, kind, id, group] as const;
  store.run(insert, n, edit, author.id, author.name, ...place, value, base, before, madeAt, schemaVersion);
}

/** The newest edit of a group that the cloud has not answered. */
export const newestUnsent = (store: Store, kind: RecordKind, id: string, group: string): Unsent | undefined =>
  store.get(newest, kind, id, group);

/** Every edit of a record that the cloud has not answered, oldest first. */
export const unsentOfRecord = (store: Store, kind: RecordKind, id: string): readonly Unsent[] =>
  store.all(ofRecord, kind, id);

/** Gives an edit that was not sealed a new value, and with it a new id. */
export const rewriteUnsent = (
  store: Store,
  n: number,
  to: { readonly edit: EditId; readonly value: JsonObject },
): void => {
  store.run(rewrite, to.edit, JSON.stringify(to.value), n);
};

/** Lets the edits that were made on one edit stand on another one, which has the same value in the cloud. */
export function rebaseUnsent(store: Store, { kind, id, edit }: Unsent, base: EditId): void {
  store.run(setBase, base, kind, id, edit);
}

/** Notes what the cloud holds of a group while an edit of it waits here; null once the cloud holds the edit itself. */
export const noteTheirs = (store: Store, n: number, theirs: { value: string; edit: EditId } | null): void => {
  store.run(setTheirs, theirs?.value ?? null, theirs?.edit ?? null, n);
};

/** Unsealed edits of a person that wait for nobody else: all those of the records that the oldest ones change. */
export function oldestSendable(store: Store, author: string, limit: number): readonly Unsent[] {
  const free = isAlone(store, author);
  return store.all(oldest, author, free, limit, author, free);
}

const isAlone = (store: Store, author: string): 0 | 1 => store.get(alone, author, author)?.isAlone ?? 0;

/** Whether a person has something to send now. */
export const someCanBeSent = (store: Store, author: string): boolean =>
  (store.get(someSealed, author) ?? store.get(someSendable, author, isAlone(store, author))) !== undefined ||
  someAgain(store, author);

export const sealUnsent = (store: Store, edits: readonly number[], batch: number): void => {
  store.run(seal, batch, JSON.stringify(edits));
};

/** Lets the edits of unanswered batches go once more, as they are: the cloud may have them, so none is rewritten. */
export function sendSealedAgain(store: Store): void {
  for (const edit of store.all(sealed)) {
    addAgain(store, edit);
    removeUnsent(store, edit.n);
  }
}

/** The edits of a sealed batch in their order. */
export const sealedEdits = (store: Store, batch: number): readonly Unsent[] => store.all(ofBatch, batch);

/** Those edits of a sealed batch whose groups were edited again since. */
export const followedEdits = (store: Store, batch: number): ReadonlySet<number> =>
  new Set(store.all(followed, batch).map(({ n }) => n));

export const removeSealed = (store: Store, batch: number): void => void store.run(removeOfBatch, batch);

export const removeUnsent = (store: Store, n: number): void => {
  store.run(remove, n);
};
