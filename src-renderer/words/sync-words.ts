// What the status bar says about the cloud: the truth of this moment, in text and shape.

import { assertNever } from '../../src-shared/base/failure.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import { wordAttachments } from './evidence/attachment-words.ts';
import { wordFailure } from './failure-words.ts';
import { timeOf } from './time-words.ts';

export type SyncWording = {
  readonly text: string;
  readonly shape: 'dot' | 'half' | 'ring' | 'triangle' | 'cross';
  readonly tone: 'ok' | 'busy' | 'warn' | 'danger' | 'plain';
};

/** One short line and its shape. */
export function wordSync(state: SyncState, timeZone: string): SyncWording {
  switch (state.phase) {
    case 'synced':
      return { text: syncedText(state, timeZone), shape: 'dot', tone: 'ok' };
    case 'unsettled':
      return wordUnsettled(state);
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

/** `3 photos and 1 document wait …`, or nothing. */
export function wordHolding({ metering, photos, documents }: SyncState): string | undefined {
  if (metering !== 'holding' || photos + documents === 0) return undefined;
  const waits = photos + documents === 1 ? 'waits' : 'wait';
  return `${wordAttachments(photos, documents)} ${waits} for “Send now”, as this network is metered.`;
}

/** `7 changes and 2 photos waiting`. */
export const waitingText = (state: SyncState): string => `${everythingOf(state)} waiting`;

function everythingOf({ waiting, photos, documents }: SyncState): string {
  const attachments = wordAttachments(photos, documents);
  if (attachments === '') return changes(waiting);
  if (waiting === 0) return attachments;
  return photos > 0 && documents > 0 ? `${changes(waiting)}, ${attachments}` : `${changes(waiting)} and ${attachments}`;
}

const changes = (count: number): string => {
  if (count === 0) return 'no changes';
  return count === 1 ? '1 change' : `${count.toLocaleString('en-US')} changes`;
};

function wordUnsettled(state: SyncState): SyncWording {
  const text = wordHeld(state) ?? wordSetAside(state) ?? (state.waiting > 0 ? waitingText(state) : undefined);
  if (text === undefined && wordHolding(state) !== undefined) {
    return {
      text: `${wordAttachments(state.photos, state.documents)} held (metered network)`,
      shape: 'ring',
      tone: 'plain',
    };
  }
  if (text === undefined && state.photos + state.documents > 0)
    return { text: waitingText(state), shape: 'half', tone: 'busy' };
  // A decision that is due has its own place beside this, and its own mark.
  return text === undefined
    ? { text: 'All sent', shape: 'dot', tone: 'ok' }
    : { text, shape: 'triangle', tone: 'warn' };
}

const syncedText = ({ syncedAt }: SyncState, timeZone: string): string =>
  syncedAt === 0 ? 'Synced' : `Synced ${timeOf(syncedAt, timeZone)}`;

function syncingText({ progress, waiting }: SyncState): string {
  if (progress !== null) return `Syncing ${progress.done} of ${progress.of}`;
  return waiting === 0 ? 'Syncing' : `Syncing ${changes(waiting)}`;
}

function reasonText({ reason }: SyncState): string {
  if (reason === null) return 'no reason given';
  const { what, code } = wordFailure(reason);
  return `${what} (${code})`;
}
