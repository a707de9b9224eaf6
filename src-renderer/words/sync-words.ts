// What the status bar says about the cloud: the truth of this moment, in text and shape.

import { assertNever } from '../../src-shared/base/failure.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import { wordFailure } from './failure-words.ts';
import { timeOf } from './time-words.ts';

export type SyncWording = {
  readonly text: string;
  readonly shape: 'dot' | 'half' | 'ring' | 'triangle' | 'cross';
  readonly tone: 'ok' | 'busy' | 'warn' | 'danger' | 'plain';
};

/** One short line and its shape. */
export function wordSync(state: SyncState): SyncWording {
  switch (state.phase) {
    case 'synced':
      return { text: syncedText(state), shape: 'dot', tone: 'ok' };
    case 'unsettled':
      return { text: unsettledText(state), shape: 'triangle', tone: 'warn' };
    case 'syncing':
      return { text: syncingText(state), shape: 'half', tone: 'busy' };
    case 'offline':
      return { text: `Offline – ${waitingText(state)}`, shape: 'ring', tone: 'plain' };
    case 'stopped':
      return { text: `Sync stopped: ${reasonText(state)}`, shape: 'cross', tone: 'danger' };
    case 'signed-out':
      return { text: `Not signed in – ${waitingText(state)}`, shape: 'ring', tone: 'warn' };
    default:
      return assertNever(state.phase);
  }
}

/** `2 need your decision`, or nothing. */
export const wordDecisions = (state: SyncState): string | undefined =>
  state.decisions === 0 ? undefined : `${state.decisions} ${state.decisions === 1 ? 'needs' : 'need'} your decision`;

/** `12 edits wait for Ann Lee to sign in`, or nothing. */
export const wordHeld = ({ held }: SyncState): string | undefined =>
  held.length === 0
    ? undefined
    : held
        .map(({ name, count }) => `${count} ${count === 1 ? 'edit waits' : 'edits wait'} for ${name} to sign in`)
        .join(', ');

/** `3 changes set aside`, or nothing. */
export const wordSetAside = ({ quarantined }: SyncState): string | undefined =>
  quarantined === 0 ? undefined : `${changes(quarantined)} set aside`;

/** `7 changes waiting`. */
export const waitingText = (state: SyncState): string => `${changes(state.waiting)} waiting`;

const changes = (count: number): string => {
  if (count === 0) return 'no changes';
  return count === 1 ? '1 change' : `${count.toLocaleString('en-US')} changes`;
};

// A decision that is due has its own place beside this.
const unsettledText = (state: SyncState): string =>
  wordHeld(state) ?? wordSetAside(state) ?? (state.waiting > 0 ? waitingText(state) : 'All sent');

const syncedText = (state: SyncState): string => (state.syncedAt === 0 ? 'Synced' : `Synced ${timeOf(state.syncedAt)}`);

function syncingText({ progress, waiting }: SyncState): string {
  if (progress !== null) return `Syncing ${progress.done} of ${progress.of}`;
  return waiting === 0 ? 'Syncing' : `Syncing ${changes(waiting)}`;
}

function reasonText({ reason }: SyncState): string {
  if (reason === null) return 'no reason given';
  const { what, code } = wordFailure(reason);
  return `${what} (${code})`;
}
