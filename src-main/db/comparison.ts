// What follows from comparing workfiles with the cloud: equal ones are done, others are mended or stay marked.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type Applied, nothingApplied } from './applied.ts';
import { readCursor } from './cursor.ts';
import type { ArrivedBundle } from './first-sync.ts';
import { readMeta, writeMeta } from './meta.ts';
import { localStateHash } from './state-hash.ts';
import type { Store } from './store.ts';
import { mendState } from './take-state.ts';
import { addToAudit, isAwaited, staysDifferent, wasEqual, workfileCount, workfilesAfter } from './to-compare.ts';
import { transact } from './transact.ts';
import { unpack } from './unpack.ts';

/** Notes that these workfiles are what the cloud has. */
export const wereEqual = (store: Store, workfileIds: readonly string[]): void => {
  if (workfileIds.length > 0)
    transact(store, () => {
      for (const id of workfileIds) wasEqual(store, id);
    });
};

/** `later`: something newer is on its way; `different`: the cloud does not have it, or mending did not help. */
export type Mended = { readonly outcome: 'mended' | 'later' | 'different'; readonly applied: Applied };

/** Makes a workfile what the cloud has, unless edits of it wait here or the cloud's is newer than what was pulled. */
export function mend(store: Store, workfileId: string, bundle: ArrivedBundle | undefined, now: number): Mended {
  return transact(store, (): Mended => {
    if (bundle === undefined) {
      staysDifferent(store, workfileId);
      return { outcome: 'different', applied: nothingApplied };
    }
    if (isAwaited(store, workfileId) || bundle.seq > readCursor(store).cursor)
      return { outcome: 'later', applied: nothingApplied };
    unpack(store, workfileId);
    const changes = mendState(store, bundle, now);
    const isEqual = localStateHash(store, workfileId) === bundle.hash;
    if (isEqual) wasEqual(store, workfileId);
    else staysDifferent(store, workfileId);
    const applied = { workfiles: new Map([[workfileId as WorkfileId, changes]]) };
    return { outcome: isEqual ? 'mended' : 'different', applied };
  });
}

type Audit = { readonly at: number; readonly after: string };

const stepMs = 60 * 60 * 1000;
/** That many steps make a week. */
const stepsOfWeek = 168;

/** Once an hour some workfiles have their turn to be compared, though nothing changed: about all of them in a week. */
export function auditSome(store: Store, now: number): void {
  const text = readMeta(store, 'audit');
  const { at, after } = text === null ? { at: now, after: '' } : (JSON.parse(text) as Audit);
  if (text !== null && Math.abs(now - at) < stepMs) return;
  transact(store, () => {
    const atOnce = Math.ceil(workfileCount(store) / stepsOfWeek);
    const ids = text === null ? [] : workfilesAfter(store, after, atOnce);
    for (const id of ids) addToAudit(store, id);
    const next: Audit = { at: now, after: ids.length < atOnce ? '' : (ids.at(-1) ?? '') };
    writeMeta(store, 'audit', JSON.stringify(next));
  });
}
