// The loop between this PC and the cloud: who is signed in, when a round runs, and what the status bar may say.

import type { SessionUser } from '../../src-shared/api/contract.ts';
import type { Clock, Random } from '../../src-shared/base/clock.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Secrets } from '../../src-shared/ipc/host.ts';
import type { Notices } from '../../src-shared/ipc/notices.ts';
import type { SessionState, SyncState } from '../../src-shared/ipc/shapes.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/open.ts';
import { createCloudClient } from './cloud-client.ts';
import { createHints } from './live.ts';
import { createPacer } from './pacer.ts';
import { type Log, runRound } from './round.ts';
import { createSignIn } from './sign-in.ts';
import { createStatus } from './status.ts';

/** What sync needs from the backend around it. */
export type SyncOptions = {
  readonly store: Store;
  readonly cloudUrl: string;
  readonly pcName: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly applied: (applied: Applied) => void;
  readonly tell: <N extends 'sync.changed' | 'session.changed'>(name: N, notice: Notices[N]) => void;
  readonly log: Log;
};

export type Sync = {
  readonly state: () => SyncState;
  readonly session: () => SessionState;
  /** The signed-in user, for permissions and authorship; null when signed out. */
  readonly user: () => SessionUser | null;
  /** Runs a round now. */
  readonly now: () => void;
  /** Says that an edit was made here. */
  readonly edited: () => void;
  readonly setOffline: (offline: boolean) => void;
  readonly signIn: (email: string, password: string) => Promise<Result<SessionState>>;
  readonly signOut: () => Promise<SessionState>;
  readonly close: () => Promise<void>;
};

/** Starts syncing one store with one cloud. */
export function createSync(options: SyncOptions): Sync {
  const closing = new AbortController();
  const client = createCloudClient(options.cloudUrl, closing.signal);
  const status = createStatus(options);
  const sessions = createSignIn({ ...options, client });
  const publish = () => {
    options.tell('session.changed', sessions.state());
    status.changed();
  };
  const pacer = createPacer({
    random: options.random,
    round: () => runRound({ ...options, client, status, sessions, publish }),
    hints: createHints({ url: client.liveUrl, token: sessions.token, cursor: status.cursor }),
  });
  status.signedIn(sessions.state().kind === 'signed-in');
  pacer.start();

  return {
    state: status.read,
    session: sessions.state,
    user: sessions.user,
    now: pacer.now,
    edited() {
      status.changed();
      pacer.soon();
    },
    setOffline(offline) {
      status.setOffline(offline);
      pacer.pause(offline);
    },
    async signIn(email, password) {
      const signedIn = await sessions.signIn(email, password);
      if (!signedIn.ok) return failed(signedIn.failure);
      status.signedIn(true);
      publish();
      pacer.restart();
      return ok(sessions.state());
    },
    async signOut() {
      await sessions.signOut();
      status.signedIn(false);
      publish();
      pacer.restart();
      return sessions.state();
    },
    async close() {
      closing.abort();
      await pacer.stop();
    },
  };
}
