// The history of a workfile and of the shop's settings: what this PC knows of it at once, and the rest when the cloud is there.

import { deviceOfEdit, type EditId, type WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { libraries, settings } from '../../../src-shared/domain/library/library.ts';
import type { historyRequests } from '../../../src-shared/ipc/history-requests.ts';
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
  return ok(entriesOf(desk, [workfileId]));
}

/** What this PC knows of the shop's settings, newest first. */
export function listChanges(desk: Desk): Result<readonly HistoryEntry[]> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(entriesOf(desk, settingOwners)) : user;
}

/** Asks the cloud for what it holds beyond what it told before, page by page. */
export async function fetchHistory(desk: Desk, workfileId: WorkfileId): Promise<Result<null>> {
  const readable = mayRead(desk, workfileId);
  if (!readable.ok) return readable;
  return fetchOf(desk, workfileId);
}

/** Asks the cloud for what it holds of the shop's settings. */
export async function fetchChanges(desk: Desk): Promise<Result<null>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  for (const owner of settingOwners) {
    const fetched = await fetchOf(desk, owner);
    if (!fetched.ok) return fetched;
  }
  return ok(null);
}

export const historyHandlers = (desk: Desk): Pick<Handlers, keyof typeof historyRequests> => ({
  'history.list': ({ workfileId }) => listHistory(desk, workfileId),
  'history.fetch': ({ workfileId }) => fetchHistory(desk, workfileId),
  'change-log.list': () => listChanges(desk),
  'change-log.fetch': () => fetchChanges(desk),
});

const settingOwners = settings.map((library) => libraries[library]);

/** The entries of some owners together, with the name of this PC where nobody said one yet. */
function entriesOf({ store, pcName }: Desk, owners: readonly WorkfileId[]): readonly HistoryEntry[] {
  const { device } = readIdentity(store);
  const isOwn = (edit: EditId): boolean => deviceOfEdit(edit) === device;
  const entries = readHistory(historyRows(store, owners));
  return entries.map((one) => (one.pc === '' && isOwn(one.edit) ? { ...one, pc: pcName } : one));
}

async function fetchOf(desk: Desk, owner: WorkfileId): Promise<Result<null>> {
  for (;;) {
    const answer = await desk.sync.history(owner, historyReach(desk.store, owner));
    if (!answer.ok) return answer;
    keep(desk, owner, answer.value);
    if (!answer.value.more) return ok(null);
  }
}

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
