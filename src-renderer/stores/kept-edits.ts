// The edits that the cloud did not take and that wait for a person's choice.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { KeptEdit } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

export const useKeptEdits = create<{ readonly edits: Loading<readonly KeptEdit[]> }>()(() => ({
  edits: { kind: 'idle' },
}));

export async function loadKeptEdits(): Promise<void> {
  if (useKeptEdits.getState().edits.kind !== 'ready') useKeptEdits.setState({ edits: { kind: 'loading' } });
  const reply = await ask('kept.list', {});
  useKeptEdits.setState({ edits: reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' } });
}

/** Makes the kept edit again on top of the present value. */
export const keepMine = (edit: KeptEdit): Promise<Failure | undefined> => decide('kept.use', edit);

/** Lets the kept edit go. */
export const keepTheirs = (edit: KeptEdit): Promise<Failure | undefined> => decide('kept.dismiss', edit);

async function decide(name: 'kept.use' | 'kept.dismiss', { edit }: KeptEdit): Promise<Failure | undefined> {
  const reply = await ask(name, { edit });
  await loadKeptEdits();
  return reply.ok ? undefined : reply.failure;
}
