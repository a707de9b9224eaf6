// The history of the workfile one looks at: what this PC knows at once, the rest when the cloud has answered.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { HistoryEntry } from '../../src-shared/sync/history.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

type History = {
  readonly workfileId: WorkfileId | undefined;
  readonly entries: Loading<readonly HistoryEntry[]>;
  /** Where the cloud's part stands: asked, there, or why it is not. */
  readonly rest: 'asking' | 'here' | Failure;
};

export const useHistory = create<History>()(() => ({
  workfileId: undefined,
  entries: { kind: 'idle' },
  rest: 'asking',
}));

/** Shows a workfile's history, and asks the cloud for what is not here. */
export async function openHistory(workfileId: WorkfileId): Promise<void> {
  const isOther = useHistory.getState().workfileId !== workfileId;
  useHistory.setState({ workfileId, rest: 'asking', ...(isOther && { entries: { kind: 'loading' } }) });
  await listHistory(workfileId);
  const reply = await ask('history.fetch', { workfileId });
  if (useHistory.getState().workfileId !== workfileId) return;
  useHistory.setState({ rest: reply.ok ? 'here' : reply.failure });
  if (reply.ok) await listHistory(workfileId);
}

/** Reads what this PC knows anew. */
export async function listHistory(workfileId: WorkfileId): Promise<void> {
  const reply = await ask('history.list', { workfileId });
  if (useHistory.getState().workfileId !== workfileId) return;
  useHistory.setState({
    entries: reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure },
  });
}
