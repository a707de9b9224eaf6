// The truth about sync, for the status bar: said again only when it changed.

import type { Clock } from '../../src-shared/base/clock.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { SyncTrouble } from '../../src-shared/ipc/centre-shapes.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import { nextCommand } from '../db/command.ts';
import { waitingDocumentCount, waitingPhotoCount } from '../db/exchange-facts.ts';
import { keptCount } from '../db/kept.ts';
import type { Store } from '../db/open.ts';
import { openConflictCount } from '../db/open-conflicts.ts';
import { someCanBeSent } from '../db/outbox.ts';
import { readCursor } from '../db/pulled.ts';
import { quarantinedCount } from '../db/quarantine.ts';
import { readPerson } from '../db/session.ts';
import { markSynced, readSyncedAt } from '../db/sync-mark.ts';
import { differingCount } from '../db/to-compare.ts';
import { everythingWaiting } from '../db/waiting.ts';
import type { PhotoMetering } from './photo-metering.ts';

type StatusOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly metering: Pick<PhotoMetering, 'read'>;
  readonly tell: (name: 'sync.changed', state: SyncState) => void;
};

export type Status = ReturnType<typeof createStatus>;

type Phase = 'equal' | 'busy' | 'offline' | 'stopped';

// Progress is worth a figure only when the exchange is long enough to be read.
const longExchange = 50;
const failuresKept = 20;

type Known = {
  phase: Phase;
  signedIn: boolean;
  offlineByChoice: boolean;
  reason: Failure | null;
  progress: SyncState['progress'];
  syncedAt: number;
  /** Tries in a row that the cloud did not answer, and what became of the last ones, the newest first. */
  tries: number;
  failures: SyncTrouble['failures'];
};

/** Keeps what is known of the cloud and tells each change of it. */
export function createStatus(options: StatusOptions) {
  const { store } = options;
  const known: Known = {
    phase: 'busy',
    signedIn: false,
    offlineByChoice: false,
    reason: null,
    progress: null,
    syncedAt: readSyncedAt(store),
    tries: 0,
    failures: [],
  };
  const said = { last: '' };
  const changed = () => {
    const state = stateOf(known, options);
    const text = JSON.stringify(state);
    if (text === said.last) return;
    said.last = text;
    options.tell('sync.changed', state);
  };
  const learn = (news: Partial<Known>) => {
    Object.assign(known, news);
    changed();
  };
  return {
    changed,
    read: () => stateOf(known, options),
    cursor: () => readCursor(store).cursor,
    isOfflineByChoice: () => known.offlineByChoice,
    signedIn: (signedIn: boolean) => learn({ signedIn }),
    setOffline: (offlineByChoice: boolean) => learn({ offlineByChoice }),
    // A try that may fail again is no news: offline stays offline until the cloud answered.
    begun: () => known.phase === 'stopped' && learn({ phase: 'busy', reason: null }),
    progressed: (done: number, of: number) =>
      learn({ progress: of >= longExchange && done < of ? { done, of } : null }),
    /** PC and cloud are equal. The mark is written only after a round that wrote anyway. */
    equal(wrote: boolean) {
      const syncedAt = options.clock();
      if (wrote) markSynced(store, syncedAt);
      learn({ phase: 'equal', reason: null, progress: null, syncedAt, tries: 0 });
    },
    failed(reason: Failure) {
      const failures = [{ at: options.clock(), failure: reason }, ...known.failures].slice(0, failuresKept);
      const common = { progress: null, tries: known.tries + 1, failures };
      learn(canPass(reason) ? { phase: 'offline', reason: null, ...common } : { phase: 'stopped', reason, ...common });
    },
    trouble: (): Omit<SyncTrouble, 'nextTryAt'> => ({ tries: known.tries, failures: known.failures }),
  };
}

function stateOf(known: Known, { store, metering }: StatusOptions): SyncState {
  const author = readPerson(store)?.id;
  const each = everythingWaiting(store);
  const left = {
    waiting: each.reduce((sum, { count }) => sum + count, 0),
    decisions: keptCount(store) + openConflictCount(store),
    quarantined: quarantinedCount(store) + differingCount(store),
    photos: waitingPhotoCount(store),
    documents: waitingDocumentCount(store),
  };
  const { progress, syncedAt, offlineByChoice, reason } = known;
  const held = each.filter(({ id }) => id !== author).map(({ name, count }) => ({ name, count }));
  const canSend =
    author !== undefined &&
    left.waiting > 0 &&
    (someCanBeSent(store, author) || nextCommand(store, author) !== undefined);
  const isSettled = Object.values(left).every((count) => count === 0);
  const phase = phaseOf(known, canSend, isSettled);
  return { phase, ...left, held, progress, syncedAt, offlineByChoice, metering: metering.read(), reason };
}

/** Whether a failure of a round goes away by itself. */
const canPass = (failure: Failure): boolean => failure.kind === 'offline' || failure.kind === 'unavailable';

function phaseOf(known: Known, canSend: boolean, isSettled: boolean): SyncState['phase'] {
  if (!known.signedIn) return 'signed-out';
  if (known.offlineByChoice) return 'offline';
  if (known.phase === 'busy' || (known.phase === 'equal' && canSend)) return 'syncing';
  if (known.phase === 'equal') return isSettled ? 'synced' : 'unsettled';
  return known.phase;
}
