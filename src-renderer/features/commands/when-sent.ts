// When something that only the cloud does will happen, as far as this PC can say now.
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';

export const whenSent = (phase: SyncState['phase'] | undefined, what: string): string =>
  phase === 'offline' || phase === 'stopped' || phase === 'signed-out'
    ? `Nothing goes to the cloud just now. ${what} waits on this PC, behind everything you changed so far, and can be cancelled until the cloud has it. You can go on working.`
    : `${what} goes to the cloud behind everything you changed so far.`;
