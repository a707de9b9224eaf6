// Edits that go to the cloud once more under their own ids, or that others made and this PC brings back: what the cloud
// has it passes over, what it lost it takes.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { type PushRequest, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { counterOf, isBehindCommand } from './command-order.ts';
import { query } from './query.ts';
import { readOwner } from './record.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';

type WireEdit = PushRequest['edits'][number];

export type Again = {
  readonly n: number;
  readonly edit: EditId;
  readonly author: string;
  readonly authorName: string;
  readonly workfileId: WorkfileId;
  readonly kind: WireEdit[1];
  readonly id: string;
  readonly group: string;
  readonly value: string;
  readonly base: EditId | null;
  /** What the group was at its base; null where that is not known. */
  readonly before: string | null;
  /** 1 where somebody else made it and the cloud seems to have lost it. */
  readonly brought: 0 | 1;
  /** The version of the fields that it was written in. */
  readonly schema: number;
};

const columns = `n, edit, author, author_name as authorName, workfile_id as workfileId, kind, id,
  group_name as "group", value, base, before_value as before, brought, schema`;
const insert = query(
  'again.insert',
  `insert or ignore into again (edit, author, author_name, workfile_id, kind, id, group_name, value, base, before_value, held, brought, schema)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
// The counters of other PCs say nothing of this one's commands.
const isFree = `(brought = 1 or not ${isBehindCommand(counterOf('mine.edit'))})`;
const sendable = `author = ? and held = 0 and batch_n is null and ${isFree}`;
const oldest = query<Again>('again.oldest', `select ${columns} from again mine where ${sendable} order by n limit ?`);
const some = query<{ n: number }>('again.some', `select n from again mine where ${sendable} limit 1`);
const ofBatch = query<Again>('again.of-batch', `select ${columns} from again where batch_n = ? order by n`);
const seal = query('again.seal', 'update again set batch_n = ? where n in (select value from json_each(?))');
const remove = query('again.remove', 'delete from again where n = ?');
const hold = query('again.hold', 'update again set held = 1, batch_n = null where n = ?');
const dropChoices = query(
  'again.drop-choices',
  "delete from again where workfile_id = ? and kind = 'conflict' and held = 1",
);
const release = query('again.release', 'update again set held = 0 where workfile_id = ? and held = 1');
const releaseAll = query('again.release-all', 'update again set held = 0 where held = 1');
const ofRecord = query<Again>('again.of-record', `select ${columns} from again where kind = ? and id = ? order by n`);
const heldOf = query<Again>(
  'again.held-of',
  `select ${columns} from again where kind = ? and id = ? and held = 1 and brought = 0 order by n`,
);
const someHeld = query<{ n: number }>('again.some-held', 'select n from again where held = 1 limit 1');
const counts = query<Person & { count: number }>(
  'again.counts',
  'select author as id, author_name as name, count(*) as count from again group by author, author_name',
);
const unseal = query('again.unseal', 'update again set batch_n = null where batch_n is not null');

type NewAgain = Omit<Again, 'n' | 'before' | 'brought'> & {
  readonly before?: string | null;
  readonly held?: boolean;
  readonly brought?: boolean;
};

export function addAgain(store: Store, again: NewAgain): void {
  const { edit, author, authorName, workfileId, kind, id, group, value, base, schema } = again;
  const { before = null, held = false, brought = false } = again;
  const marks = [Number(held), Number(brought), schema];
  store.run(insert, edit, author, authorName, workfileId, kind, id, group, value, base, before, ...marks);
}

/** Takes the edits of an answered batch over, to be sent once more. */
export function sendAgain(
  store: Store,
  { edits, schema }: Pick<PushRequest, 'edits' | 'schema'>,
  author: Person,
): void {
  for (const [edit, kind, id, group, value, base] of edits) {
    const parent = group === wholeRecord ? (value.parent as { workfileId?: string } | undefined) : undefined;
    const owner = readOwner(store, kind, id)?.workfileId ?? parent?.workfileId ?? id;
    addAgain(store, {
      ...{ edit, kind, id, group, base, value: JSON.stringify(value), schema },
      ...{ author: author.id, authorName: author.name, workfileId: owner as WorkfileId },
    });
  }
}

export const oldestAgain = (store: Store, author: string, limit: number): readonly Again[] =>
  store.all(oldest, author, limit);
export const someAgain = (store: Store, author: string): boolean => store.get(some, author) !== undefined;
export const sealedAgain = (store: Store, batch: number): readonly Again[] => store.all(ofBatch, batch);
export const sealAgain = (store: Store, edits: readonly number[], batch: number): void =>
  void store.run(seal, batch, JSON.stringify(edits));
export const unsealAgain = (store: Store): void => void store.run(unseal);
export const removeAgain = (store: Store, n: number): void => void store.run(remove, n);

/** Every edit of a record that goes once more, oldest first. */
export const againOfRecord = (store: Store, kind: string, id: string): readonly Again[] =>
  store.all(ofRecord, kind, id);
/** Lets an edit wait until its record comes. */
export const holdAgain = (store: Store, n: number): void => void store.run(hold, n);
/** What waits for a record that this PC made. */
export const heldOfRecord = (store: Store, kind: string, id: string): readonly Again[] => store.all(heldOf, kind, id);
export const someAreHeld = (store: Store): boolean => store.get(someHeld) !== undefined;
/** Lets go of choices about conflicts that the cloud does not have, though all that could make them was brought back. */
export const dropMootChoices = (store: Store, workfileId: string): void => void store.run(dropChoices, workfileId);
/** Something of a workfile has come: what waited for it may be sent. */
export const releaseHeld = (store: Store, workfileId: string): void => void store.run(release, workfileId);
export const releaseAllHeld = (store: Store): void => void store.run(releaseAll);

/** How many edits of each person go once more. */
export const againOfEach = (store: Store): readonly (Person & { readonly count: number })[] => store.all(counts);
