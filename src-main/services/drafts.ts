// Text being typed, kept durably until it is committed or given up.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { isLibrary } from '../../src-shared/domain/library/library.ts';
import * as table from '../db/draft.ts';
import { readRecord } from '../db/record.ts';
import { allowed, type Desk } from './desk.ts';

type Typed = { readonly workfileId: WorkfileId; readonly place: string; readonly text: string };

/** Keeps the text of a field for the person who types it. */
export function keepDraft(desk: Desk, { workfileId, place, text }: Typed): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  if (!isLibrary(workfileId) && readRecord(desk.store, 'workfile', workfileId) === undefined) {
    return failed({ kind: 'not-found', what: 'workfile' });
  }
  table.keepDraft(desk.store, { workfileId, author: user.value.userId }, { place, text, keptAt: desk.clock() });
  return ok(null);
}

/** Forgets the text that the person typed in a field. */
export function dropDraft(desk: Desk, { workfileId, place }: Omit<Typed, 'text'>): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  table.dropDraft(desk.store, { workfileId, author: user.value.userId }, place);
  return ok(null);
}
