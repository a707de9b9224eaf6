// What a PC does when its past is not the cloud's: it goes back, or becomes another device, and sends again what it has.

import type { Mark } from '../../src-shared/sync/protocol.ts';
import { releaseAllHeld, unsealAgain } from './again.ts';
import { forgetBatches, sendRetainedAgain } from './batch.ts';
import { bringBackAfter } from './bring-back.ts';
import { rewindPacked } from './bundle.ts';
import { rewindCursor } from './cursor.ts';
import { dropFirstSync } from './first-sync.ts';
import { takeNewIdentity } from './identity.ts';
import { askForAllMissed } from './missed-commands.ts';
import { sendSealedAgain } from './outbox.ts';
import { readPerson } from './session.ts';
import type { Store } from './store.ts';
import { compareAll } from './to-compare.ts';
import { transact } from './transact.ts';

/**
 * The cloud was restored: goes back to the newest mark that is still true, and sends every retained edit again, and
 * what others wrote since. That is taken before older edits come once more and stand in its place here.
 */
export function goBack(store: Store, epoch: string, to: Mark | null): void {
  transact(store, () => {
    rewindCursor(store, epoch, to);
    rewindPacked(store, to?.[0] ?? 0);
    dropFirstSync(store);
    // Before edits that were made behind a command: they wait for it as they did the first time.
    askForAllMissed(store);
    sendEverythingAgain(store);
    const person = readPerson(store);
    if (person !== null) bringBackAfter(store, to?.[0] ?? 0, person);
  });
}

/** The cloud lost batches: all that it may not have goes once more, in a new chain. */
export function sendEverythingAgain(store: Store): void {
  transact(store, () => {
    sendRetainedAgain(store);
    unsealAgain(store);
    sendSealedAgain(store);
    releaseAllHeld(store);
    compareAll(store);
  });
}

/**
 * Another PC goes by this one's name, or this folder was restored or copied: becomes a new device. Unsent edits keep
 * their ids and bases; what was sent goes again, because nobody knows which life of the old name sent it.
 */
export function becomeNewDevice(store: Store, now: number): void {
  transact(store, () => {
    sendEverythingAgain(store);
    forgetBatches(store);
    takeNewIdentity(store, now);
  });
}
