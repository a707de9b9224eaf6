// One round of sync: push, then pull, then say what came of it.

import type { Clock } from '../../src-shared/base/clock.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/open.ts';
import { someCanBeSent } from '../db/outbox.ts';
import { sqliteFailure } from '../db/sqlite-failure.ts';
import type { CloudClient } from './cloud-client.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import type { Pass, Sessions } from './sign-in.ts';
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
  const pass = await sessions.pass();
  if (pass === null) return { kind: 'halt' };
  status.begun();
  const wasInDoubt = sessions.isInDoubt();
  const known = await sessions.refresh(pass);
  if (known.ok && known.value === 'changed') round.publish();
  let wrote = false;
  const applied = (what: Applied) => {
    wrote = true;
    round.applied(what);
  };
  const { progressed: progress } = status;
  const part = { ...round, ...pass, now: round.clock, progress, applied, doubt: sessions.doubt };
  const pushed = known.ok ? await pushAll(part) : known;
  const pulled = pushed.ok ? await pullAll(part) : pushed;
  if (pulled.ok) return settled(round, pass, wrote);
  if (pulled.failure.kind === 'forbidden') return shutOut(round, pass, wasInDoubt || pulled.failure.need === 'sign-in');
  return fell(round, pulled.failure);
}

function settled({ status, sessions, store }: Round, { author }: Pass, wrote: boolean): RoundEnd {
  status.equal(wrote);
  return sessions.isInDoubt() || someCanBeSent(store, author) ? { kind: 'again' } : { kind: 'rest' };
}

/** The cloud does not know the token, or does not let the person in: asked who it is first, unless it said so just now. */
function shutOut({ status, sessions, publish, log }: Round, pass: Pass, isSure: boolean): RoundEnd {
  log('sync.round-failed', { kind: 'forbidden' });
  if (!isSure) {
    sessions.doubt();
    return { kind: 'again' };
  }
  if (!sessions.tokenEnded(pass)) return { kind: 'again' };
  status.signedIn(false);
  publish();
  return { kind: 'halt' };
}

function fell({ status, log }: Round, failure: Failure): RoundEnd {
  log('sync.round-failed', { kind: failure.kind });
  status.failed(failure);
  if (failure.kind === 'offline') return { kind: 'retry', afterMs: null };
  if (failure.kind === 'unavailable') return { kind: 'retry', afterMs: failure.retryAfterMs ?? null };
  return failure.kind === 'unexpected' ? { kind: 'retry', afterMs: brokenPauseMs } : { kind: 'halt' };
}
