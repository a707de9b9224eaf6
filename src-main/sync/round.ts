// One round of sync: push, then pull, then say what came of it.

import type { Clock } from '../../src-shared/base/clock.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Applied } from '../db/applied.ts';
import { nextCommand } from '../db/command.ts';
import { planFirstSync } from '../db/first-sync.ts';
import { isUnregistered, markRegistered, readIdentity } from '../db/identity.ts';
import { becomeNewDevice, goBack, sendEverythingAgain } from '../db/new-past.ts';
import type { Store } from '../db/open.ts';
import { someCanBeSent } from '../db/outbox.ts';
import { noteRenewal } from '../db/renewals.ts';
import { sqliteFailure } from '../db/sqlite-failure.ts';
import type { CloudClient, Estranged, SyncFailure } from './cloud-client.ts';
import { type CommandRound, sendCommands } from './commands.ts';
import { compareTouched } from './compare.ts';
import { syncFirst } from './first-sync.ts';
import { pullAll } from './pull.ts';
import { type PushRound, pushAll } from './push.ts';
import type { Pass, Sessions } from './sign-in.ts';
import type { Status } from './status.ts';

/** Writes one line to the log and answers its reference. */
export type Log = (event: string, fields: Readonly<Record<string, string | number>>) => string;

export type Round = {
  readonly store: Store;
  readonly pcName: string;
  readonly clock: Clock;
  readonly client: CloudClient;
  readonly status: Status;
  readonly sessions: Sessions;
  readonly applied: (applied: Applied) => void;
  /** Tells the windows who is signed in and how sync stands. */
  readonly publish: () => void;
  /** Tells the windows how commands stand. */
  readonly tellCommands: () => void;
  readonly log: Log;
  /** Whether another round is waiting: what can be put off is. */
  readonly isWanted: () => boolean;
};

const brokenPauseMs = 60_000;

/** What the pacer does next: rest till a hint, go again at once, try again later, or wait for a person. */
export type RoundEnd =
  | { readonly kind: 'rest' | 'again' | 'halt' }
  | { readonly kind: 'retry'; readonly afterMs: number | null };

/** Runs one round, and what is done behind one that rests. A bug is logged with a reference, shown, and tried again. */
export async function runRound(round: Round, resting: () => void = () => undefined): Promise<RoundEnd> {
  try {
    const end = await exchange(round);
    if (end.kind === 'rest') resting();
    return end;
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
  const commandSettled = () => {
    wrote = true;
    status.changed();
    round.tellCommands();
  };
  const { progressed: progress } = status;
  const part = {
    ...round,
    ...pass,
    now: round.clock,
    progress,
    applied,
    doubt: sessions.doubt,
    settled: commandSettled,
  };
  const enrolled = known.ok ? await enrol(round, pass) : known;
  const pushed: Result<null, SyncFailure> = enrolled.ok ? await sendAll(part) : enrolled;
  const begun = pushed.ok ? await syncFirst(part) : pushed;
  const fetched = begun.ok ? await pullAll(part) : begun;
  const pulled = fetched.ok ? await compareTouched(part) : fetched;
  round.tellCommands();
  if (pulled.ok) return pulled.value === 'put-off' ? { kind: 'again' } : settled(round, pass, wrote);
  if (isTooOld(pulled.failure)) return goFirst(round);
  if (pulled.failure.kind === 'estranged') return reconcile(round, pulled.failure);
  if (pulled.failure.kind === 'forbidden') return shutOut(round, pass, wasInDoubt || pulled.failure.need === 'sign-in');
  return fell(round, pulled.failure);
}

/** Edits up to the next command, then the command, then the edits behind it, until nothing is left that can go. */
async function sendAll(part: PushRound & CommandRound): Promise<Result<null, SyncFailure>> {
  for (;;) {
    const pushed = await pushAll(part);
    if (!pushed.ok) return pushed;
    const sent = await sendCommands(part);
    if (!sent.ok) return sent;
    if (!sent.value) return ok(null);
  }
}

function settled({ status, sessions, store }: Round, { author }: Pass, wrote: boolean): RoundEnd {
  status.equal(wrote);
  const isBehind = someCanBeSent(store, author) || nextCommand(store, author)?.state === 'waiting';
  return sessions.isInDoubt() || isBehind ? { kind: 'again' } : { kind: 'rest' };
}

const isTooOld = (failure: SyncFailure): boolean => failure.kind === 'conflict' && failure.what === 'cursor-too-old';

/** What changed is fetched faster as it is now than change by change. */
function goFirst({ store, log }: Round): RoundEnd {
  log('sync.far-behind', {});
  planFirstSync(store);
  return { kind: 'again' };
}

/** Makes a new identity known before anything goes under it. */
async function enrol({ store, client, pcName, sessions }: Round, { token }: Pass): Promise<Result<null>> {
  if (!isUnregistered(store)) return ok(null);
  const { device: id, incarnation } = readIdentity(store);
  const enrolled = await client.enrol(token, { id, incarnation, name: pcName });
  if (!enrolled.ok) return enrolled;
  markRegistered(store);
  // The new identity has a letter of its own.
  sessions.doubt();
  return ok(null);
}

/** Finds a common past with the cloud again; everything this PC knows goes once more, so that neither loses anything. */
function reconcile({ store, clock, log }: Round, { refusal }: Estranged): RoundEnd {
  log('sync.estranged', { reason: refusal.reason });
  const at = clock();
  if (refusal.reason === 'epoch') {
    goBack(store, refusal.epoch, refusal.mark);
    noteRenewal(store, { event: 'cloud-restored', at });
  } else if (refusal.reason === 'lost-batch') {
    sendEverythingAgain(store);
    noteRenewal(store, { event: 'sent-again', at });
  } else becomeNewDevice(store, at);
  return { kind: 'again' };
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
