// Where this PC stands with the cloud, as the backend last said.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';

export const useSync = create<{ readonly state: SyncState | undefined }>()(() => ({ state: undefined }));

export async function loadSync(): Promise<void> {
  const reply = await ask('sync.state', {});
  if (reply.ok) hearSync(reply.value);
}

export const hearSync = (state: SyncState): void => useSync.setState({ state });

export async function syncNow(): Promise<Failure | undefined> {
  const reply = await ask('sync.now', {});
  return reply.ok ? undefined : reply.failure;
}

export async function setOffline(offline: boolean): Promise<Failure | undefined> {
  const reply = await ask('sync.set-offline', { offline });
  return reply.ok ? undefined : reply.failure;
}
