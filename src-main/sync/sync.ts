// The loop between this PC and the cloud: who is signed in, when a round runs, and what the status bar may say.

import type { SessionUser, ShopDevice } from '../../src-shared/api/contract.ts';
import type { Clock, Random } from '../../src-shared/base/clock.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { SyncTrouble } from '../../src-shared/ipc/centre-shapes.ts';
import type { GivenCommand } from '../../src-shared/ipc/command-shapes.ts';
import type { Secrets } from '../../src-shared/ipc/host.ts';
import type { Notices } from '../../src-shared/ipc/notices.ts';
import type { SessionState, SyncState } from '../../src-shared/ipc/shapes.ts';
import type { HistoryAnswer } from '../../src-shared/sync/history.ts';
import type { Applied } from '../db/applied.ts';
import { isAwaited } from '../db/command.ts';
import { auditSome } from '../db/comparison.ts';
import type { Store } from '../db/open.ts';
import type { PhotoFiles } from '../files/photo-files.ts';
import { type CloudClient, createCloudClient } from './cloud-client.ts';
import { createCommandTeller, givenCommands } from './given-commands.ts';
import { createIdleHeads } from './idle-heads.ts';
import { createHints } from './live.ts';
import { createPacer } from './pacer.ts';
import { createPhotoMetering } from './photo-metering.ts';
import { createPhotoMover, type PhotoMover } from './photos.ts';
import { createPresence, type Presence } from './presence.ts';
import { type Log, runRound } from './round.ts';
import { createSignIn, type Sessions } from './sign-in.ts';
import { createStatus, type Status } from './status.ts';

/** What sync needs from the backend around it. */
export type SyncOptions = {
  readonly store: Store;
  readonly photoFiles: PhotoFiles;
  readonly cloudUrl: string;
  readonly pcName: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly applied: (applied: Applied) => void;
  readonly tell: <
    N extends 'sync.changed' | 'session.changed' | 'photos.changed' | 'commands.changed' | 'presence.changed',
  >(
    name: N,
    notice: Notices[N],
  ) => void;
  readonly log: Log;
};

type Dms = CloudClient['dms'];
/** The questions to the dealer's system, from whoever is signed in. */
type DmsQuestions = { readonly [Q in keyof Dms]: (...asked: Asked<Parameters<Dms[Q]>>) => ReturnType<Dms[Q]> };
type Asked<P> = P extends [string, ...infer A] ? A : never;

export type Sync = {
  readonly state: () => SyncState;
  /** How often in a row the cloud did not answer, and when it is tried again. */
  readonly trouble: () => SyncTrouble;
  /** Asks the cloud for the PCs of the shop. */
  readonly devices: () => Promise<Result<readonly ShopDevice[]>>;
  /** Asks the cloud what was done to a workfile after a number of the order. */
  readonly history: (workfileId: WorkfileId, after: number) => Promise<Result<HistoryAnswer>>;
  /** Asks the dealer's system through the cloud. */
  readonly dms: DmsQuestions;
  readonly session: () => SessionState;
  /** The commands given on this PC, newest first. */
  readonly commands: () => readonly GivenCommand[];
  /** The signed-in user, for permissions and authorship; null when signed out. */
  readonly user: () => SessionUser | null;
  /** Runs a round now. */
  readonly now: () => void;
  /** Says that an edit was made here. */
  readonly edited: () => void;
  readonly setOffline: (offline: boolean) => void;
  readonly signIn: (email: string, password: string) => Promise<Result<SessionState>>;
  readonly signOut: () => Promise<SessionState>;
  /** Who else of the shop has what open, and what is open here. */
  readonly presence: Pick<Presence, 'show' | 'others'>;
  /** Moves the files of photos. */
  readonly photos: Pick<PhotoMover, 'kick' | 'look' | 'want' | 'stateOf' | 'meter' | 'letGo'>;
  readonly close: () => Promise<void>;
};

/** Starts syncing one store with one cloud. */
export function createSync(options: SyncOptions): Sync {
  const closing = new AbortController();
  const client = createCloudClient(options.cloudUrl, closing.signal);
  const metering = createPhotoMetering(options.store);
  const status = createStatus({ ...options, metering });
  const sessions = createSignIn({ ...options, client });
  const publish = () => {
    options.tell('session.changed', sessions.state());
    status.changed();
  };
  const tellCommands = createCommandTeller(options.store, (commands) => options.tell('commands.changed', commands));
  const line = { ...options, client, token: sessions.token, signal: closing.signal };
  const photos = createPhotoMover({ ...line, metering, settled: status.changed });
  const presence = createPresence(line);
  const awaits = (command: string) => isAwaited(options.store, command);
  const pacer = createPacer({
    clock: options.clock,
    random: options.random,
    async round(isWanted) {
      const round = { ...options, client, status, sessions, publish, tellCommands, isWanted };
      const end = await photos.besides(() => runRound(round, () => auditSome(options.store, options.clock())));
      idleHeads.kick();
      return end;
    },
    hints: createHints({ url: client.liveUrl, token: sessions.token, cursor: status.cursor, presence, awaits }),
  });
  const idleHeads = createIdleHeads({ ...options, isBusy: pacer.isRunning, done: pacer.soon });
  status.signedIn(sessions.state().kind === 'signed-in');
  pacer.start();
  // A newer version may have left rows to be derived anew, which needs no network.
  idleHeads.kick();
  return {
    state: status.read,
    trouble: () => ({ ...status.trouble(), nextTryAt: pacer.dueAt() }),
    devices: () => askCloud({ sessions, status }, client.devices),
    history: (workfile, after) => askCloud({ sessions, status }, (token) => client.history(token, { workfile, after })),
    dms: createDmsQuestions({ sessions, status }, client),
    commands: () => givenCommands(options.store),
    now: pacer.now,
    edited() {
      status.changed();
      tellCommands();
      pacer.soon();
    },
    setOffline(offline) {
      status.setOffline(offline);
      pacer.pause(offline);
      photos.pause(offline);
    },
    ...createSessionActs({ sessions, status, publish, presence, restart: pacer.restart }),
    presence,
    photos,
    async close() {
      closing.abort();
      await pacer.stop();
      idleHeads.stop();
      await photos.stop();
    },
  };
}

type Asking = { readonly sessions: Sessions; readonly status: Status };

/** Asks what only the cloud knows; who works offline by choice is not taken online by it. */
async function askCloud<T>(
  { sessions, status }: Asking,
  question: (token: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (status.isOfflineByChoice()) return failed({ kind: 'offline' });
  const token = await sessions.token();
  return token === null ? failed({ kind: 'forbidden', need: 'sign-in' }) : question(token);
}

const createDmsQuestions = (asking: Asking, { dms }: Pick<CloudClient, 'dms'>): DmsQuestions => ({
  customers: (search) => askCloud(asking, (token) => dms.customers(token, search)),
  vehicles: (search) => askCloud(asking, (token) => dms.vehicles(token, search)),
  reserve: (workfileId) => askCloud(asking, (token) => dms.reserve(token, workfileId)),
  connection: () => askCloud(asking, dms.connection),
  saveConnection: (written) => askCloud(asking, (token) => dms.saveConnection(token, written)),
  testConnection: () => askCloud(asking, dms.testConnection),
  journalBook: (question) => askCloud(asking, (token) => dms.journalBook(token, question)),
  saveJournalAccounts: (settings) => askCloud(asking, (token) => dms.saveJournalAccounts(token, settings)),
  makeJournal: (ask) => askCloud(asking, (token) => dms.makeJournal(token, ask)),
  journalFile: (n) => askCloud(asking, (token) => dms.journalFile(token, n)),
});

type SessionActs = {
  readonly sessions: Sessions;
  readonly status: Status;
  readonly publish: () => void;
  readonly presence: Pick<Presence, 'show'>;
  readonly restart: () => void;
};

/** Who is signed in; signing in and out, and what follows from it. */
const createSessionActs = ({
  sessions,
  status,
  publish,
  presence,
  restart,
}: SessionActs): Pick<Sync, 'session' | 'user' | 'signIn' | 'signOut'> => ({
  session: sessions.state,
  user: sessions.user,
  async signIn(email, password) {
    const signedIn = await sessions.signIn(email, password);
    if (!signedIn.ok) return failed(signedIn.failure);
    status.signedIn(true);
    publish();
    restart();
    return ok(sessions.state());
  },
  async signOut() {
    await sessions.signOut();
    presence.show([]);
    status.signedIn(false);
    publish();
    restart();
    return sessions.state();
  },
});
