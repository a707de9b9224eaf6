// Text that was being typed and not committed, so that a crash loses none of it; each person sees only their own.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Draft } from '../../src-shared/ipc/shapes.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** One person at one workfile. */
export type Typing = { readonly workfileId: WorkfileId; readonly author: string };

const write = query(
  'draft.write',
  'insert or replace into draft (workfile_id, author, place, text, kept_at) values (?, ?, ?, ?, ?)',
);
const remove = query('draft.remove', 'delete from draft where workfile_id = ? and author = ? and place = ?');
const removeGroup = query(
  'draft.remove-group',
  'delete from draft where workfile_id = ? and author = ? and place >= ? and place < ?',
);
const removeRecord = query(
  'draft.remove-record',
  'delete from draft where workfile_id = ? and place >= ? and place < ?',
);
const list = query<Draft>(
  'draft.list',
  'select place, text, kept_at as keptAt from draft where workfile_id = ? and author = ? order by place',
);
const count = query<{ count: number }>('draft.count', 'select count(*) as count from draft');

export function keepDraft(store: Store, { workfileId, author }: Typing, draft: Draft): void {
  store.run(write, workfileId, author, draft.place, draft.text, draft.keptAt);
}

export function dropDraft(store: Store, { workfileId, author }: Typing, place: string): void {
  store.run(remove, workfileId, author, place);
}

// Places are `<kind>/<id>/<group>/<field>`, and `0` is the sign after `/`.

/** Drops what a person typed in the fields of one group. */
export function dropDraftsOfGroup(store: Store, { workfileId, author }: Typing, group: string): void {
  store.run(removeGroup, workfileId, author, `${group}/`, `${group}0`);
}

/** Drops what anybody typed in the fields of a record that is deleted. */
export function dropDraftsOfRecord(store: Store, workfileId: string, record: string): void {
  store.run(removeRecord, workfileId, `${record}/`, `${record}0`);
}

/** Those of everybody who works on this PC. */
export const draftCount = (store: Store): number => store.get(count)?.count ?? 0;
export const listDrafts = (store: Store, { workfileId, author }: Typing): readonly Draft[] =>
  store.all(list, workfileId, author);
