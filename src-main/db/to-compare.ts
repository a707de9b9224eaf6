// Which workfiles are to be compared with the cloud, because they changed or because their turn came.

import { libraryIds } from '../../src-shared/domain/library/library.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const add = query(
  'to-compare.add',
  `insert into to_compare (workfile_id, differs) values (?, 0)
   on conflict (workfile_id) do update set differs = 0 where differs = 1`,
);
const addAll = query(
  'to-compare.add-all',
  `insert into to_compare (workfile_id, differs) select value, 0 from json_each(?) where true
   on conflict (workfile_id) do update set differs = 0 where differs = 1`,
);
const all = query(
  'to-compare.all',
  `insert or replace into to_compare (workfile_id, differs) select id, 0 from workfile_head
   union select value, 0 from json_each('${JSON.stringify(libraryIds)}')`,
);
const remove = query('to-compare.remove', 'delete from to_compare where workfile_id = ?');
const differs = query('to-compare.differs', 'update to_compare set differs = 1 where workfile_id = ?');
/** As SQL: a command of a workfile that was done and is asked for again, because the cloud lost what came of it. */
const isAskedAgain = (workfile: string): string => `exists (
  select 1 from command where command.workfile_id = ${workfile} and command.result is not null
    and command.state in ('waiting', 'sent', 'taken'))`;
// What waits here to be sent is in no state of the cloud's; but what it waits for may be here to be brought back.
const next = query<{ id: string }>(
  'to-compare.next',
  `select workfile_id as id from to_compare mine where differs = 0 and workfile_id > ?
     and not exists (select 1 from outbox where outbox.workfile_id = mine.workfile_id)
     and not exists (select 1 from again where again.workfile_id = mine.workfile_id and again.held = 0)
     and not ${isAskedAgain('mine.workfile_id')}
   order by workfile_id limit ?`,
);
const awaited = query<{ n: number }>(
  'to-compare.awaited',
  `select 1 as n where exists (select 1 from outbox where workfile_id = ?)
     or exists (select 1 from again where workfile_id = ?) or ${isAskedAgain('?')}`,
);
const count = query<{ count: number }>('to-compare.workfiles', 'select count(*) as count from workfile_head');
const audit = query(
  'to-compare.audit',
  `insert into to_compare (workfile_id, differs) values (?, 0)
   on conflict (workfile_id) do update set differs = 0, brought = 0`,
);
const setBrought = query('to-compare.set-brought', 'update to_compare set brought = ? where workfile_id = ?');
const brought = query<{ brought: Brought }>(
  'to-compare.brought',
  'select brought from to_compare where workfile_id = ?',
);
const differing = query<{ count: number }>(
  'to-compare.differing',
  'select count(*) as count from to_compare where differs = 1',
);
const audited = query<{ id: string }>(
  'to-compare.audited',
  `select id from (select id from workfile_head union all select value from json_each('${JSON.stringify(libraryIds)}'))
   where id > ? order by id limit ?`,
);

/** Says that every workfile and library is to be compared: the pasts of this PC and the cloud parted somewhere. */
export const compareAll = (store: Store): void => void store.run(all);
/** Says that a workfile is to be compared. */
export const addToCompare = (store: Store, workfileId: string): void => void store.run(add, workfileId);
export const addAllToCompare = (store: Store, workfileIds: readonly string[]): void =>
  void store.run(addAll, JSON.stringify(workfileIds));
/** Says that a workfile is to be compared, and what differs to be brought back, whatever came of that before. */
export const addToAudit = (store: Store, workfileId: string): void => void store.run(audit, workfileId);
/** What was brought back of a workfile since it was found to differ: nothing, what was heard of it, or its state too. */
export type Brought = 0 | 1 | 2;
/** Notes what was brought back: if the workfile still differs, that was not the reason. */
export const markBrought = (store: Store, workfileId: string, what: Brought): void =>
  void store.run(setBrought, what, workfileId);
export const readBrought = (store: Store, workfileId: string): Brought => store.get(brought, workfileId)?.brought ?? 0;
export const wasEqual = (store: Store, workfileId: string): void => void store.run(remove, workfileId);
/** It is not what the cloud has, and could not be mended: it is tried again when it changes. */
export const staysDifferent = (store: Store, workfileId: string): void => void store.run(differs, workfileId);
export const differingCount = (store: Store): number => store.get(differing)?.count ?? 0;

/** The workfiles to compare now, in the order of their ids. */
export const nextToCompare = (store: Store, after: string, limit: number): readonly string[] =>
  store.all(next, after, limit).map(({ id }) => id);

/** Workfiles of the list, then the libraries, in the order of their ids. */
export const workfilesAfter = (store: Store, after: string, limit: number): readonly string[] =>
  store.all(audited, after, limit).map(({ id }) => id);

/** Whether edits of a workfile wait here to be sent, or commands to be done again. */
export const isAwaited = (store: Store, workfileId: string): boolean =>
  store.get(awaited, workfileId, workfileId, workfileId) !== undefined;
export const workfileCount = (store: Store): number => store.get(count)?.count ?? 0;
