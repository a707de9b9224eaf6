// What this PC asks the cloud to do exactly once: written here first, kept until its answer is final and after it.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { type CommandName, type CommandRefusal, editsOf, type ParamsOf } from '../../src-shared/sync/commands.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { counterOf } from './command-order.ts';
import { readIdentity, takeEditId } from './identity.ts';
import { query } from './query.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** `sent`: it may be in the cloud, but nothing was heard; `taken`: the cloud has it and will say what came of it. */
export type CommandState = 'waiting' | 'sent' | 'taken' | 'done' | 'refused' | 'cancelled';

export type Command = {
  readonly id: string;
  readonly n: number;
  readonly name: CommandName;
  readonly author: string;
  readonly authorName: string;
  /** Null where it belongs to the PC and not to a workfile. */
  readonly workfileId: WorkfileId | null;
  /** The life of the PC in which it was made. */
  readonly incarnation: string;
  readonly params: JsonObject;
  readonly edits: readonly EditId[];
  readonly state: CommandState;
  readonly cancelId: string | null;
  /** What came of it, or why it was refused. */
  readonly result: JsonObject | null;
  readonly seq: number | null;
  readonly madeAt: number;
  readonly settledAt: number | null;
};

type Row = Omit<Command, 'params' | 'edits' | 'result'> & { params: string; edits: string; result: string | null };

const retainedMs = 30 * 24 * 60 * 60 * 1000;

const columns = `id, n, name, author, author_name as authorName, workfile_id as workfileId, incarnation, params, edits,
  state, cancel_id as cancelId, result, seq, made_at as madeAt, settled_at as settledAt`;
const isOpen = "state in ('waiting', 'sent', 'taken')";
// Edits made before it in its workfile go first: it was given for what they made.
const ready = `${isOpen} and author = ? and not exists (
  select 1 from outbox where outbox.workfile_id = command.workfile_id and outbox.n < command.n) and not exists (
  select 1 from again where again.workfile_id = command.workfile_id and again.held = 0
    and ${counterOf('again.edit')} < command.n)`;
const insert = query(
  'command.insert',
  `insert into command (id, n, name, author, author_name, workfile_id, incarnation, params, edits, state, made_at)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
);
const read = query<Row>('command.read', `select ${columns} from command where id = ?`);
const list = query<Row>(
  'command.list',
  `select ${columns} from command where workfile_id is not null order by n desc limit 500`,
);
const next = query<Row>('command.next', `select ${columns} from command where ${ready} and n > ? order by n limit 1`);
const open = query<Row>(
  'command.open',
  `select ${columns} from command where ${isOpen} and workfile_id is ? and name = ? order by n limit 1`,
);
const anyOpen = query<{ n: number }>(
  'command.any-open',
  `select 1 as n from command where ${isOpen} and workfile_id = ? limit 1`,
);
const newest = query<Row>('command.newest', `select ${columns} from command where name = ? order by n desc limit 1`);
const counts = query<Person & { count: number }>(
  'command.counts',
  `select author as id, author_name as name, count(*) as count from command
   where ${isOpen} and workfile_id is not null group by author, author_name`,
);
const setState = query('command.set-state', 'update command set state = ? where id = ?');
const setCancel = query('command.set-cancel', 'update command set cancel_id = ? where id = ?');
const settle = query(
  'command.settle',
  'update command set state = ?, cancel_id = null, result = ?, seq = ?, settled_at = ? where id = ?',
);
const forget = query('command.forget', 'delete from command where settled_at < ?');
const askedAgain = query(
  'command.asked-again',
  "update command set state = 'sent', seq = null, settled_at = null where id = ?",
);

export type NewCommand<N extends CommandName> = {
  readonly id: string;
  readonly name: N;
  readonly params: ParamsOf<N>;
  readonly workfileId: WorkfileId | null;
  readonly author: Person;
  readonly now: number;
};

/** Writes a command behind all edits made so far, and gives away ids for the edits that it will write. */
export function writeCommand<N extends CommandName>(store: Store, command: NewCommand<N>): void {
  const { id, name, params, workfileId, author, now } = command;
  transact(store, () => {
    const place = takeEditId(store);
    const edits = Array.from({ length: editsOf[name] }, () => takeEditId(store).edit);
    const { incarnation } = readIdentity(store);
    const texts = [JSON.stringify(params), JSON.stringify(edits)];
    store.run(insert, id, place.counter, name, author.id, author.name, workfileId, incarnation, ...texts, now);
  });
}

export const readCommand = (store: Store, id: string): Command | undefined => commandOf(store.get(read, id));

/** Whether the cloud was asked for it and has not said what came of it. */
export function isAwaited(store: Store, id: string): boolean {
  const state = readCommand(store, id)?.state;
  return state === 'sent' || state === 'taken';
}

/** What was asked for workfiles, newest first. */
export const listCommands = (store: Store): readonly Command[] => store.all(list).map(toCommand);

/** The first of a person's commands behind a place that can be sent now. */
export const nextCommand = (store: Store, author: string, after = 0): Command | undefined =>
  commandOf(store.get(next, author, after));

/** A command of this name that has no final answer yet. */
export const openCommand = (store: Store, name: CommandName, workfileId: WorkfileId | null): Command | undefined =>
  commandOf(store.get(open, workfileId, name));

/** Whether a workfile waits for anything that the cloud was asked to do. */
export const hasOpenCommand = (store: Store, workfileId: WorkfileId): boolean =>
  store.get(anyOpen, workfileId) !== undefined;

export const newestCommand = (store: Store, name: CommandName): Command | undefined =>
  commandOf(store.get(newest, name));

/** How many commands of each person wait for their answer. */
export const commandsOfEach = (store: Store): readonly (Person & { readonly count: number })[] => store.all(counts);

export const markCommand = (store: Store, id: string, state: CommandState): void => {
  store.run(setState, state, id);
};

/** Notes by which command another one is to be taken back; null when that came too late. */
export const markCancelling = (store: Store, id: string, cancelId: string | null): void => {
  store.run(setCancel, cancelId, id);
};

/** What a command came to. */
export type CommandEnd =
  | { readonly state: 'done'; readonly seq: number; readonly result: JsonObject }
  | { readonly state: 'refused'; readonly reason: CommandRefusal; readonly details: JsonObject }
  | { readonly state: 'cancelled' };

/** Writes the final answer of a command, and forgets those settled long ago. */
export function settleCommand(store: Store, { id, result }: Command, end: CommandEnd, now: number): void {
  const came = end.state === 'done' ? end.result : end.state === 'refused' ? reasonOf(end) : result;
  const seq = end.state === 'done' ? end.seq : null;
  store.run(settle, end.state, came && JSON.stringify(came), seq, now, id);
  store.run(forget, now - retainedMs);
}

const reasonOf = ({ reason, details }: Extract<CommandEnd, { state: 'refused' }>): JsonObject => ({ reason, details });

/** Lets a command that was done be asked for once more, with the result that people have seen. */
export const markAsked = (store: Store, id: string): void => void store.run(askedAgain, id);

const toCommand = (row: Row): Command => ({
  ...row,
  params: JSON.parse(row.params) as JsonObject,
  edits: JSON.parse(row.edits) as readonly EditId[],
  result: row.result === null ? null : (JSON.parse(row.result) as JsonObject),
});
const commandOf = (row: Row | undefined): Command | undefined => row && toCommand(row);
