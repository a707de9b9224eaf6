// Text that was being typed and not committed, so that a crash loses none of it.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Draft } from '../../src-shared/ipc/shapes.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const write = query(
  'draft.write',
  'insert or replace into draft (workfile_id, place, text, kept_at) values (?, ?, ?, ?)',
);
const remove = query('draft.remove', 'delete from draft where workfile_id = ? and place = ?');
const removeGroup = query('draft.remove-group', 'delete from draft where workfile_id = ? and place >= ? and place < ?');
const list = query<Draft>(
  'draft.list',
  'select place, text, kept_at as keptAt from draft where workfile_id = ? order by place',
);

export function keepDraft(store: Store, workfileId: WorkfileId, draft: Draft): void {
  store.run(write, workfileId, draft.place, draft.text, draft.keptAt);
}

export function dropDraft(store: Store, workfileId: WorkfileId, place: string): void {
  store.run(remove, workfileId, place);
}

/** Drops what was typed in the fields of one group: places are `<kind>/<id>/<group>/<field>`. */
export function dropDraftsOf(store: Store, workfileId: WorkfileId, group: string): void {
  // `0` is the sign after `/`.
  store.run(removeGroup, workfileId, `${group}/`, `${group}0`);
}

export const listDrafts = (store: Store, workfileId: WorkfileId): readonly Draft[] => store.all(list, workfileId);
