// One round of sync: push, then pull, then say what came of it.

import type { Clock } from '../../src-shared/base/clock.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/open.ts';
import { sqliteFailure } from '../db/sqlite-failure.ts';
import type { CloudClient } from './cloud-client.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import type { Sessions } from './sign-in.ts';
import type { Status } from './status.ts';

/** Writes one line to the log and answers its reference. */
export type Log = (event: string, fields: Readonly<Record<string, string | number>>) => string;

export type Round = {
  readonly store: Store;
  readonly clock: Clock;
  readonly client: CloudClient;
  readonly status: Status;
  readonly sessions: Sessions;
  readonly applied: (applied: Applied) => void;
  /** Tells the windows who is signed in and how sync stands. */
  readonly publish: () => void;
  readonly log: Log;
};

const brokenPauseMs = 60_000;

/** What the pacer does next: rest till a hint, go again at once, try again later, or wait for a person. */
export type RoundEnd =
  | { readonly kind: 'rest' | 'again' | 'halt' }
  | { readonly kind: 'retry'; readonly afterMs: number | null };

/** Runs one round. A bug in it is logged with a reference, shown, and tried again: the loop goes on. */
export async function runRound(round: Round): Promise<RoundEnd> {
  try {
    return await exchange(round);
  } catch (error) {
    const reference = round.log('sync.round-broken', { error: String(error instanceof Error ? error.stack : error) });
    round.status.failed(sqliteFailure(error) ?? { kind: 'unexpected', reference });
    return { kind: 'retry', afterMs: brokenPauseMs };
  }
}

async function exchange(round: Round): Promise<RoundEnd> {
  const { status, sessions } = round;
  if (status.isOfflineByChoice()) return { kind: 'halt' };
  const token = await sessions.token();
  if (token === null) return { kind: 'halt' };
  status.begun();
  let wrote = false;
  const applied = (what: Applied) => {
    wrote = true;
    round.applied(what);
  };
  const part = { ...round, token, now: round.clock, progress: status.progressed, applied };
  const pushed = await pushAll(part);
  const pulled = pushed.ok ? await pullAll(part) : pushed;
  return pulled.ok ? settled(round, wrote) : fell(round, pulled.failure);
}

function settled({ status }: Round, wrote: boolean): RoundEnd {
  status.equal(wrote);
  return status.read().waiting > 0 ? { kind: 'again' } : { kind: 'rest' };
}

function fell({ status, sessions, publish, log }: Round, failure: Failure): RoundEnd {
  log('sync.round-failed', { kind: failure.kind });
  if (failure.kind === 'forbidden') {
    sessions.tokenEnded();
    status.signedIn(false);
    publish();
    return { kind: 'halt' };
  }
  status.failed(failure);
  if (failure.kind === 'offline') return { kind: 'retry', afterMs: null };
  if (failure.kind === 'unavailable') return { kind: 'retry', afterMs: failure.retryAfterMs ?? null };
  return failure.kind === 'unexpected' ? { kind: 'retry', afterMs: brokenPauseMs } : { kind: 'halt' };
}
