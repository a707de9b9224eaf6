// The history of a workfile: what this PC knows of it at once, and the rest when the cloud is there.

import { deviceOfEdit, type EditId, type WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { type HistoryAnswer, type HistoryEntry, readHistory } from '../../../src-shared/sync/history.ts';
import { historyReach, historyRows, keepHistory, reachHistory } from '../../db/history.ts';
import { readIdentity } from '../../db/identity.ts';
import { readRecord } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { allowed, type Desk } from '../desk.ts';

/** What this PC knows, newest first. */
export function listHistory(desk: Desk, workfileId: WorkfileId): Result<readonly HistoryEntry[]> {
  const readable = mayRead(desk, workfileId);
  if (!readable.ok) return readable;
  const { device } = readIdentity(desk.store);
  const isOwn = (edit: EditId): boolean => deviceOfEdit(edit) === device;
  const entries = readHistory(historyRows(desk.store, workfileId));
  return ok(entries.map((one) => (one.pc === '' && isOwn(one.edit) ? { ...one, pc: desk.pcName } : one)));
}

/** Asks the cloud for what it holds beyond what it told before, page by page. */
export async function fetchHistory(desk: Desk, workfileId: WorkfileId): Promise<Result<null>> {
  const readable = mayRead(desk, workfileId);
  if (!readable.ok) return readable;
  for (;;) {
    const answer = await desk.sync.history(workfileId, historyReach(desk.store, workfileId));
    if (!answer.ok) return answer;
    keep(desk, workfileId, answer.value);
    if (!answer.value.more) return ok(null);
  }
}

export const historyHandlers = (desk: Desk): Pick<Handlers, 'history.list' | 'history.fetch'> => ({
  'history.list': ({ workfileId }) => listHistory(desk, workfileId),
  'history.fetch': ({ workfileId }) => fetchHistory(desk, workfileId),
});

function mayRead(desk: Desk, workfileId: WorkfileId): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  return workfile === undefined ? failed({ kind: 'not-found', what: 'workfile' }) : ok(null);
}

function keep({ store, clock }: Desk, workfileId: WorkfileId, { edits }: HistoryAnswer): void {
  const last = edits.at(-1);
  if (last === undefined) return;
  transact(store, () => {
    for (const made of edits) keepHistory(store, { ...made, workfileId, before: null }, clock());
    reachHistory(store, workfileId, last.seq);
  });
}
