// What happened to the past of this PC or of its cloud: a few notes, for people to read.

import type { Mending } from '../../src-shared/ipc/centre-shapes.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Store } from './store.ts';

export type Renewal = { readonly event: Exclude<Mending['event'], 'mended'>; readonly at: number };

const most = 20;

/** The notes, the last first. */
export const readRenewals = (store: Store): readonly Renewal[] =>
  JSON.parse(readMeta(store, 'renewals') ?? '[]') as readonly Renewal[];

export function noteRenewal(store: Store, renewal: Renewal): void {
  writeMeta(store, 'renewals', JSON.stringify([renewal, ...readRenewals(store)].slice(0, most)));
}
