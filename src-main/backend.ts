// The backend as one object: database, services, sync and VIN decoding. It runs in Electron's utility process and in plain Node alike.

import path from 'node:path';
import type { Clock, Random } from '../src-shared/base/clock.ts';
import type { Failure } from '../src-shared/base/failure.ts';
import { failed } from '../src-shared/base/result.ts';
import { type Anchor, openedFolder, type Printing, type Secrets, type UserFiles } from '../src-shared/ipc/host.ts';
import { moveAnchor } from './db/anchor.ts';
import { createKeeper } from './db/backup/keeper.ts';
import { createCheckpointer } from './db/checkpointer.ts';
import { lockFolder } from './db/folder-lock.ts';
import { databaseFile, type OpenOptions, openStore, type Store } from './db/open.ts';
import { sqliteFailure } from './db/sqlite-failure.ts';
import { StartFailure, startFailure } from './db/start-failure.ts';
import { createImportIntake } from './files/exchange/import-intake.ts';
import { createOpenedCopies } from './files/opened-copies.ts';
import { openPhotoFiles } from './files/photo-files.ts';
import { createPhotoIntake } from './files/photo-intake.ts';
import { createRouter, type Router } from './ipc/router.ts';
import { createWindowDoor } from './ipc/window-door.ts';
import { createFolderWatch } from './services/exchange/watched-folder.ts';
import { createHandlers } from './services/handlers.ts';
import { type Notify, tellChanges } from './services/notices.ts';
import { createDiskWatch } from './services/pc/disk-watch.ts';
import { createRepairDesk } from './services/pc/repair-desk.ts';
import { createUpkeep } from './services/pc/upkeep.ts';
import { createSync, type Sync } from './sync/sync.ts';
import { createVinDecoder } from './vin/vin-decoder.ts';

export type BackendOptions = {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly cloudUrl: string;
  readonly pcName: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly files: UserFiles;
  /** Without it nothing can be printed. */
  readonly printing?: Printing;
  /** Where the data folder is known from outside; without it only the cloud notices a copy of it. */
  readonly anchor?: Anchor;
  /** Whom to sign in by itself where nobody is: a demo shop only. */
  readonly demoSignIn: { readonly email: string; readonly password: string } | null;
  readonly vin: { readonly workerPath: string; readonly archivePath: string };
  readonly checkpointWorker: string;
  readonly keeperWorker: string;
  readonly logsDir: string;
  readonly versions: { readonly app: string; readonly runtime: string };
  /** Ends the backend and starts it anew. */
  readonly restart: () => void;
  readonly nativeBinding?: string;
  readonly notify: Notify;
  /** Writes one line to the log and answers a reference that finds it again. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => string;
};

export type Backend = {
  readonly ask: Router;
  /** A way in for one more window, with an allowance of questions of its own. */
  readonly openDoor: () => Router;
  readonly close: () => Promise<void>;
};

/** Where photos lie in the data folder; the main process serves them from there. */
const photosFolder = 'photos';

const anchorMs = 60 * 60 * 1000;

const stopwatch = (): number => performance.now();

/** Opens a data folder and starts working on it, or on its repair; throws a StartFailure when neither can be. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const met = { refused: null as Failure | null };
  const refused = (failure: Failure): void => {
    met.refused = failure;
  };
  try {
    return await openBackend({ ...options, refused });
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return openRepair(options, { failure: error.failure, refused: met.refused });
  }
}

const isDamaged = (error: unknown): error is StartFailure =>
  error instanceof StartFailure && error.failure.kind === 'unavailable' && error.failure.what === 'database-damaged';

/** Why the data could not be opened, and why a backup did not take their place. */
type Trouble = { readonly failure: Failure; readonly refused: Failure | null };

/** Nobody else may open what is being repaired. */
function openRepair(options: BackendOptions, { failure, refused }: Trouble): Backend {
  const { dataDir, clock, nativeBinding, log } = options;
  const release = lockFolder(dataDir, { pid: process.pid, startedAt: clock() }, options);
  const keeper = createKeeper({ workerPath: options.keeperWorker, nativeBinding, log });
  const desk = createRepairDesk({ ...options, keeper, refused }, failure);
  log('backend.damaged', {});
  return {
    ask: desk.ask,
    openDoor: () => createWindowDoor(desk.ask, stopwatch),
    async close() {
      await desk.close();
      release();
    },
  };
}

async function openBackend(options: BackendOptions & Pick<OpenOptions, 'refused'>): Promise<Backend> {
  const checkpointer = createCheckpointer({
    workerPath: options.checkpointWorker,
    file: databaseFile(options.dataDir),
    nativeBinding: options.nativeBinding,
    log: options.log,
  });
  const store = await openStore({ ...options, checkpointer, pid: process.pid, env: process.env, stopwatch });
  const begun: Closing[] = [checkpointer];
  try {
    return begin(options, { store, begun });
  } catch (error) {
    await shut(store, begun);
    throw startFailure(error);
  }
}

type Closing = { readonly close: () => void | Promise<void> };

/** What must be closed joins the front of `begun`: in the end, and when a later part cannot begin. */
type Beginning = { readonly store: Store; readonly begun: Closing[] };

function begin(options: BackendOptions, { store, begun }: Beginning): Backend {
  const parts = beginParts(options, { store, begun });
  const { disk, sync } = parts;
  const handlers = createHandlers({ ...options, ...parts });
  const route = createRouter(handlers, (name, error) => disk.met(explain(options, name, error)));
  const life = { closing: null as Promise<void> | null };
  signInDemo(sync, options);
  const anchoring = setInterval(() => reanchor(store, options), anchorMs).unref();
  const ask: Router = async (name, input) =>
    life.closing === null ? route(name, input) : failed({ kind: 'unavailable', what: 'backend' });
  return {
    ask,
    openDoor: () => createWindowDoor(ask, stopwatch),
    close() {
      clearInterval(anchoring);
      life.closing ??= shut(store, begun);
      return life.closing;
    },
  };
}

function beginParts(options: BackendOptions, { store, begun }: Beginning) {
  const { notify, log } = options;
  const held = <P extends Closing>(part: P): P => {
    begun.unshift(part);
    return part;
  };
  const files = openFiles(options);
  const sync = held(
    createSync({
      ...options,
      store,
      photoFiles: files.photoFiles,
      applied: (applied) => tellChanges(store, notify, applied, 'elsewhere'),
      tell: notify,
    }),
  );
  const vin = held(openVin(options));
  const announce = (applied: Parameters<typeof tellChanges>[2]) => tellChanges(store, notify, applied, 'here');
  const watch = held(
    createFolderWatch({ store, clock: options.clock, tell: (state) => notify('watch.changed', state) }),
  );
  const tellProgress = (progress: { readonly share: number }) => notify('import.moved', progress);
  const keeper = createKeeper({ workerPath: options.keeperWorker, nativeBinding: options.nativeBinding, log });
  const upkeep = held(createUpkeep({ ...options, store, keeper, tell: (state) => notify('upkeep.changed', state) }));
  const disk = held(
    createDiskWatch({
      store,
      dataDir: options.dataDir,
      tell(trouble) {
        notify('disk.changed', trouble);
        if (trouble === null) sync.now();
      },
    }),
  );
  return { ...files, store, disk, sync, vin, watch, upkeep, tellProgress, announce };
}

/** The folders of a PC's data, and what comes into them and leaves them. */
function openFiles({ dataDir, logsDir, random }: BackendOptions) {
  const places = { data: dataDir, photos: path.join(dataDir, photosFolder), logs: logsDir };
  return {
    places,
    photoFiles: openPhotoFiles(places.photos, random),
    openedCopies: createOpenedCopies(path.join(dataDir, openedFolder), random),
    intake: createPhotoIntake(random),
    imports: createImportIntake(random),
  };
}

const openVin = ({ vin, dataDir, nativeBinding, log }: BackendOptions) =>
  createVinDecoder({ ...vin, folder: path.join(dataDir, 'vin'), nativeBinding, log });

/** Why a data folder could not be opened; undefined for a bug. */
export const startFailureOf = (error: unknown): { readonly failure: Failure; readonly detail: string } | undefined =>
  error instanceof StartFailure ? { failure: error.failure, detail: error.message } : undefined;

/** What a person is told of an error; what it was stands once in the log. */
function explain({ log }: BackendOptions, request: string, error: unknown): Failure {
  const failure = sqliteFailure(error);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const reference = log('request.broken', { request, error: trace });
  return failure ?? { kind: 'unexpected', reference };
}

function signInDemo(sync: Sync, options: BackendOptions): void {
  const { demoSignIn } = options;
  if (demoSignIn === null || sync.session().kind !== 'signed-out') return;
  sync
    .signIn(demoSignIn.email, demoSignIn.password)
    .catch((error: unknown) => explain(options, 'session.sign-in', error));
}

/** A backup made while the program runs must be older than the file, should it be put back. */
function reanchor(store: Store, options: BackendOptions): void {
  const { anchor, clock } = options;
  try {
    if (anchor !== undefined) moveAnchor(store, anchor, clock());
  } catch (error) {
    explain(options, 'identity.anchor', error);
  }
}

async function shut(store: Store, parts: readonly Closing[]): Promise<void> {
  for (const part of parts) await part.close();
  store.close();
}
