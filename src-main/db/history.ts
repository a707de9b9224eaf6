// Who changed what of each workfile and of the shop's settings: written with every edit made here or heard, and asked of the cloud for what is older.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { isUntold } from '../../src-shared/domain/library/library.ts';
import type { HistoryRow } from '../../src-shared/sync/history.ts';
import type { JsonObject, Verdict } from '../../src-shared/sync/protocol.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** A change as history keeps it. */
export type Made = Omit<HistoryRow, 'became' | 'standing'> & { readonly workfileId: string };

/** As long as a row is kept; what is older is asked of the cloud again. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

// The PC's name and its place in the order are news about an edit that is here: its writer knew the rest better.
const insert = query(
  'history.insert',
  `insert into history (edit, workfile_id, kind, id, group_name, value, before, person, pc, made_at, kept_at, seq)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
   on conflict (edit) do update set pc = iif(history.pc = '', excluded.pc, history.pc), seq = excluded.seq, fate = ''
   where history.seq is not excluded.seq or (history.pc = '' and excluded.pc <> '')`,
);
const answered = query('history.answered', 'update history set seq = ?, fate = ? where edit = ?');
const taken = query(
  'history.taken',
  "update history set seq = one.value, fate = '' from json_each(?) one where history.edit = one.key",
);
/** The same edit once more says nothing new of its place, nor of what became of it. */
const answeredAgain = query('history.answered-again', 'update history set seq = coalesce(seq, ?) where edit = ?');
const rewrite = query('history.rewrite', 'update history set became = ? where edit = ?');
const tooOld = query<{ n: number; workfileId: string }>(
  'history.too-old',
  `select n, workfile_id as workfileId from (select n, workfile_id, kept_at from history order by n limit ?)
   where kept_at < ?`,
);
const remove = query('history.remove', 'delete from history where n = ?');
const unreach = query('history.unreach', 'delete from history_reach where workfile_id = ?');
const reached = query<{ seq: number }>('history.reached', 'select seq from history_reach where workfile_id = ?');
const reach = query('history.reach', 'insert or replace into history_reach (workfile_id, seq) values (?, ?)');
const ofOwners = query<StoredRow>(
  'history.of-owners',
  `select edit, kind, id, group_name as "group", value, before, person as by, pc, made_at as at, seq, became, fate,
     exists (select 1 from outbox where outbox.edit = history.edit)
       or exists (select 1 from again where again.edit = history.edit) as isWaiting
   from history where workfile_id in (select value from json_each(?)) order by n`,
);

type StoredRow = Omit<HistoryRow, 'value' | 'before' | 'standing'> & {
  readonly value: string;
  readonly before: string | null;
  readonly fate: Fate;
  readonly isWaiting: 0 | 1;
};

/** What the cloud made of an edit; nothing special where it is empty. */
type Fate = '' | 'refused' | 'beside';

/** Keeps a change of a workfile or a setting. */
export function keepHistory(store: Store, made: Made, now: number): void {
  if (!isHistory(made)) return;
  add(store, made, now);
  forgetTooOld(store, 1, now);
}

/** Other libraries and what the cloud says of conflicts are no history. */
const isHistory = ({ kind, workfileId }: Made): boolean =>
  kind !== 'conflict' && workfileId !== '' && !isUntold(workfileId);

function add(store: Store, made: Made, now: number): void {
  const { edit, workfileId, kind, id, group, value, before, by, pc, at, seq } = made;
  const [text, old] = [JSON.stringify(value), before && JSON.stringify(before)];
  store.run(insert, edit, workfileId, kind, id, group, text, old, by, pc, at, now, seq);
}

/** Two go for each that comes, so that what is too old is gone in the end. */
function forgetTooOld(store: Store, come: number, now: number): void {
  for (const { n, workfileId } of store.all(tooOld, 2 * come, now - keptMs)) {
    store.run(remove, n);
    store.run(unreach, workfileId);
  }
}

/** Notes what the cloud answered to an edit that was made here, and how far the shop's order was by then. */
export function noteAnswer(store: Store, edit: EditId, { verdict }: Verdict, seq: number): void {
  if (verdict === 'nothing') {
    store.run(answeredAgain, seq, edit);
    return;
  }
  const fate: Fate = verdict === 'refused' ? 'refused' : verdict === 'conflict' ? 'beside' : '';
  store.run(answered, seq, fate, edit);
}

/** Notes that the cloud took edits, each at a number of the shop's order. */
export const noteTaken = (store: Store, seqs: Readonly<Record<EditId, number>>): void =>
  void store.run(taken, JSON.stringify(seqs));

/** Notes that an edit goes as part of a later one: it was rewritten before it was sent. */
export const noteRewritten = (store: Store, edit: EditId, into: EditId): void => void store.run(rewrite, into, edit);

/** What of the history of some workfiles or settings is here, in the order in which this PC learned of it. */
export const historyRows = (store: Store, owners: readonly WorkfileId[]): readonly HistoryRow[] =>
  store.all(ofOwners, JSON.stringify(owners)).map(({ value, before, fate, isWaiting, ...row }) => ({
    ...row,
    standing: isWaiting === 1 ? 'waiting' : fate === '' ? 'taken' : fate,
    value: JSON.parse(value) as JsonObject,
    before: before === null ? null : (JSON.parse(before) as JsonObject),
  }));

/** Up to which number of the order the cloud told this PC all of a workfile's history; 0 where it was never asked. */
export const historyReach = (store: Store, workfileId: WorkfileId): number => store.get(reached, workfileId)?.seq ?? 0;

export const reachHistory = (store: Store, workfileId: WorkfileId, seq: number): void =>
  void store.run(reach, workfileId, seq);

/** A change that the shop's order told of. */
export type Told = {
  readonly seq: number;
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly by: string;
  readonly at: number;
  readonly workfile?: string | undefined;
};

/** Keeps what the order told: a new record names its workfile itself where the cloud did not. */
export function keepTold(store: Store, changes: readonly Told[], now: number): void {
  const made = changes.map(madeOf).filter(isHistory);
  for (const one of made) add(store, one, now);
  if (made.length > 0) forgetTooOld(store, made.length, now);
}

function madeOf({ workfile, ...change }: Told): Made {
  const parent = change.value.parent as { readonly workfileId?: string } | undefined;
  return { ...change, workfileId: workfile ?? parent?.workfileId ?? '', before: null, pc: '' };
}
