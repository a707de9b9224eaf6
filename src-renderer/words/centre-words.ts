// What the Sync & conflict centre says of the exchange with the cloud: how it stands, what went, what failed.

import type {
  Mending,
  SentBatch,
  SetAside,
  SyncQueue,
  SyncTrouble,
  UnsentCounts,
} from '../../src-shared/ipc/centre-shapes.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import { wordWhen } from './decision-words.ts';
import { wordAttachments } from './evidence/attachment-words.ts';
import { wordSync } from './sync-words.ts';
import type { Clock } from './time-words.ts';

/** Everything that there is to know in one line. */
export function wordStanding(state: SyncState, queue: SyncQueue | undefined, clock: Clock): string {
  const compared =
    state.syncedAt === 0 ? 'never compared with the cloud' : `last compare ${wordWhen(state.syncedAt, clock)}`;
  if (state.phase === 'synced' && state.waiting === 0) return `Everything is synced – ${compared}, equal`;
  const oldest =
    queue === undefined || queue.oldestAt === 0 ? '' : `, the oldest since ${wordWhen(queue.oldestAt, clock)}`;
  const waiting = state.waiting === 0 ? '' : oldest;
  return `${wordSync(state, clock.timeZone).text}${waiting} – ${compared}`;
}

/** `Waiting to send (7)`. */
export const counted = (title: string, count: number | undefined): string =>
  count === undefined || count === 0 ? title : `${title} (${count.toLocaleString('en-US')})`;

/** `84 bytes`, `12.4 KB`, `3.1 MB`. */
export function wordBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `12 taken, 1 met another value, 2 refused`. */
export function wordBatch({ edits, conflicts, refused }: SentBatch): string {
  const taken = edits - conflicts - refused;
  const parts = taken > 0 ? [`${taken} taken`] : [];
  if (conflicts > 0) parts.push(`${conflicts} met another value`);
  if (refused > 0) parts.push(`${refused} refused`);
  return parts.join(', ');
}

/** `Tried 3 times, next try at 10:42`; empty when the last exchange went well. */
export function wordTries({ tries, nextTryAt }: SyncTrouble, now: number): string {
  if (tries === 0) return '';
  const next = nextTryAt === null ? 'not tried again by itself' : `next try ${wordSoon(nextTryAt - now)}`;
  return `Tried ${tries === 1 ? 'once' : `${tries} times`}, ${next}`;
}

function wordSoon(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (ms <= 0) return 'now';
  return seconds < 90 ? `in ${seconds} s` : `in ${Math.round(seconds / 60)} min`;
}

/** Why a change from the cloud was set aside. */
export function wordSetAsideReason(reason: SetAside['reason']): string {
  if (reason === 'missing') return 'What it belongs to has not come yet. It is used as soon as that is here.';
  if (reason === 'twice') return 'It was created twice; the first one counts.';
  return 'It breaks a rule of this version. It is kept as it came.';
}

/** What this PC put right by itself: what happened, and what became of the work. */
export function wordMending({ event, workfileLabel, replaced }: Mending): {
  readonly what: string;
  readonly why: string;
} {
  switch (event) {
    case 'mended':
      return {
        what: `${workfileLabel} fetched again`.trim(),
        why: `It was not the same as in the cloud. ${wordKept(replaced)}`,
      };
    case 'new-device':
      return {
        what: 'This PC has a new identity',
        why: 'Its data folder was put back or copied. What was not sent goes again; nothing is lost or doubled.',
      };
    case 'cloud-restored':
      return {
        what: 'The cloud went back to an earlier state',
        why: 'Everything that this PC had sent goes once more; nothing is lost or doubled.',
      };
    case 'sent-again':
      return {
        what: 'The cloud had lost what was sent',
        why: 'All of it goes once more; nothing is lost or doubled.',
      };
  }
}

const wordKept = (replaced: number): string => {
  if (replaced === 0) return 'It is now, and nothing that was here was replaced.';
  return `It is now; ${replaced === 1 ? 'one value' : `${replaced} values`} that stood here before ${replaced === 1 ? 'is' : 'are'} kept on this PC.`;
};

/** `2 photos and 1 document wait to be sent`; empty where none does. */
export function wordWaitingFiles({
  photoTotal,
  documentTotal,
}: Pick<SyncQueue, 'photoTotal' | 'documentTotal'>): string {
  const waits = photoTotal + documentTotal === 1 ? 'waits' : 'wait';
  const words = wordAttachments(photoTotal, documentTotal);
  return words === '' ? '' : `${words} ${waits} to be sent`;
}

/** `12 edits, 1 command, 1 refused edit, 2 drafts`. */
export function wordCounts({ edits, commands, kept, drafts }: UnsentCounts): string {
  const parts = [
    [edits, 'edit'] as const,
    [commands, 'command'] as const,
    [kept, 'refused edit'] as const,
    [drafts, 'draft'] as const,
  ];
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  return words.length === 0 ? 'nothing' : words.join(', ');
}
