// The history of the workfile, or of the shop's settings, that one looks at: what this PC knows at once, the rest when the cloud has answered.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { HistoryEntry } from '../../src-shared/sync/history.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

/** What a history is of. */
export type HistorySubject = WorkfileId | 'settings';

type History = {
  readonly of: HistorySubject | undefined;
  readonly entries: Loading<readonly HistoryEntry[]>;
  /** Where the cloud's part stands: asked, there, or why it is not. */
  readonly rest: 'asking' | 'here' | Failure;
};

export const useHistory = create<History>()(() => ({
  of: undefined,
  entries: { kind: 'idle' },
  rest: 'asking',
}));

/** Shows a history, and asks the cloud for what is not here. */
export async function openHistory(of: HistorySubject): Promise<void> {
  const isOther = useHistory.getState().of !== of;
  useHistory.setState({ of, rest: 'asking', ...(isOther && { entries: { kind: 'loading' } }) });
  await listHistory(of);
  const reply = await fetchRest(of);
  if (useHistory.getState().of !== of) return;
  useHistory.setState({ rest: reply.ok ? 'here' : reply.failure });
  if (reply.ok) await listHistory(of);
}

/** Reads what this PC knows anew. */
export async function listHistory(of: HistorySubject): Promise<void> {
  const reply = await listKnown(of);
  if (useHistory.getState().of !== of) return;
  useHistory.setState({
    entries: reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure },
  });
}

const listKnown = (of: HistorySubject): Promise<Result<readonly HistoryEntry[]>> =>
  of === 'settings' ? ask('change-log.list', {}) : ask('history.list', { workfileId: of });
const fetchRest = (of: HistorySubject): Promise<Result<null>> =>
  of === 'settings' ? ask('change-log.fetch', {}) : ask('history.fetch', { workfileId: of });
