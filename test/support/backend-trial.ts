/** The real backend inside the test's process, with somebody signed in and no cloud within reach. */
import { type Backend, type BackendOptions, createBackend } from '../../src-main/backend.ts';
import { unwrap } from '../../src-shared/base/result.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { NoticeName, Notices } from '../../src-shared/ipc/notices.ts';
import type { Input, Output, Reply, RequestName } from '../../src-shared/ipc/requests.ts';
import { threadFiles } from './desktop.ts';
import { freshFolder, migrationsDir, openTrialStore, seededRandom, signInTrialUser, steppingClock } from './store.ts';
import { noFiles } from './user-files.ts';

export type Told = { readonly [N in NoticeName]: { readonly name: N; readonly data: Notices[N] } }[NoticeName];

export type BackendTrial = {
  readonly folder: string;
  readonly backend: Backend;
  readonly told: Told[];
  readonly logged: { readonly event: string; readonly fields: Readonly<Record<string, string | number>> }[];
  readonly reply: <N extends RequestName>(name: N, input: Input<N>) => Promise<Reply<N>>;
  /** The answer to a request that must succeed. */
  readonly ask: <N extends RequestName>(name: N, input: Input<N>) => Promise<Output<N>>;
  readonly close: () => Promise<void>;
};

/** What every trial backend is made with; no cloud listens at its address. */
export const trialOptions = (folder: string): Omit<BackendOptions, 'notify' | 'log'> => ({
  dataDir: folder,
  migrationsDir,
  cloudUrl: 'http://127.0.0.1:9',
  pcName: 'PC-1',
  clock: steppingClock(),
  random: seededRandom(7),
  secrets: { protect: async (plain) => plain, reveal: async (sealed) => sealed },
  files: noFiles,
  demoSignIn: null,
  ...threadFiles,
});

/** Notes the invented estimator as signed in on a folder. */
export async function signInOn(folder: string, role: Role = 'estimator'): Promise<void> {
  const store = await openTrialStore({ folder });
  signInTrialUser(store, role);
  store.close();
}

type TrialOptions = {
  readonly folder?: string;
  readonly role?: Role | null;
  /** The system around it, where a test needs more than a person who chooses no file. */
  readonly system?: Pick<BackendOptions, 'files' | 'printing'>;
};

/** Opens a backend on a new folder, or on the one given; `close` removes a new one. */
export async function openBackendTrial({
  folder,
  role = 'estimator',
  system,
}: TrialOptions = {}): Promise<BackendTrial> {
  const place = folder === undefined ? freshFolder('backend') : { folder, remove: () => undefined };
  if (role !== null) await signInOn(place.folder, role);
  const told: Told[] = [];
  const logged: BackendTrial['logged'] = [];
  const backend = await createBackend({
    ...trialOptions(place.folder),
    ...system,
    notify: (name, data) => void told.push({ name, data } as Told),
    log(event, fields) {
      logged.push({ event, fields });
      return `ref-${logged.length}`;
    },
  });
  const reply = async <N extends RequestName>(name: N, input: Input<N>) => (await backend.ask(name, input)) as Reply<N>;
  return {
    folder: place.folder,
    backend,
    told,
    logged,
    reply,
    ask: async <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> =>
      unwrap(await reply(name, input)),
    async close() {
      await backend.close();
      place.remove();
    },
  };
}
