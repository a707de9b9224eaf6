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

/** Whether all of this PC is in the cloud, as far as it is known: nothing waits, is undecided or was set aside. */
export const isAllSent = (state: SyncState | undefined): boolean =>
  state !== undefined && state.waiting + state.photos + state.decisions + state.quarantined === 0;

export const hearSync = (state: SyncState): void => useSync.setState({ state });

export async function syncNow(): Promise<Failure | undefined> {
  const reply = await ask('sync.now', {});
  return reply.ok ? undefined : reply.failure;
}

/** Says whether this PC's network is metered. */
export async function meterPhotos(isOn: boolean): Promise<Failure | undefined> {
  const reply = await ask('photos.meter', { isOn });
  return reply.ok ? undefined : reply.failure;
}

/** Sends the photos that wait on a metered network. */
export async function sendPhotos(): Promise<Failure | undefined> {
  const reply = await ask('photos.send-now', {});
  return reply.ok ? undefined : reply.failure;
}

export async function setOffline(offline: boolean): Promise<Failure | undefined> {
  const reply = await ask('sync.set-offline', { offline });
  return reply.ok ? undefined : reply.failure;
}
