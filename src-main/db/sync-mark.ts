// When this PC and the cloud were last known equal.

import { readMeta, writeMeta } from './meta.ts';
import type { Store } from './store.ts';

/** 0 for never. */
export const readSyncedAt = (store: Store): number => Number(readMeta(store, 'synced-at') ?? 0);

export const markSynced = (store: Store, now: number): void => writeMeta(store, 'synced-at', String(now));
