// Copies and checks of the database in a thread of their own, one after the other.

import { Worker } from 'node:worker_threads';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { BackupNote } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import type { StoreLog } from '../store.ts';
import type { DatabaseCheck } from './check-database.ts';
import type { NewerHere } from './compare-backup.ts';

type CopyJob = {
  readonly kind: 'copy';
  readonly file: string;
  readonly target: string;
  readonly madeAt: number;
  readonly schema: number;
  readonly as: Exclude<BackupKind, 'update'>;
};
type CompareJob = { readonly kind: 'compare'; readonly file: string; readonly backup: string };
export type Job = { readonly kind: 'check'; readonly file: string } | CopyJob | CompareJob;
export type KeeperData = { readonly job: Job; readonly nativeBinding: string | undefined };
export type KeeperSays =
  | { readonly moved: number }
  | { readonly done: unknown }
  | { readonly failure: Failure | null; readonly detail: string };

export type Keeper = {
  readonly check: (file: string) => Promise<Result<DatabaseCheck>>;
  readonly copy: (job: Omit<CopyJob, 'kind'>, moved: (share: number) => void) => Promise<Result<BackupNote>>;
  /** What of a database a backup does not have. */
  readonly compare: (file: string, backup: string) => Promise<Result<NewerHere>>;
  /** Ends what is under way; a copy that is not whole has no name. */
  readonly close: () => Promise<void>;
};

/** Answers a reference that finds the line again. */
type Log = (...line: Parameters<StoreLog>) => string;
type Options = { readonly workerPath: string; readonly nativeBinding: string | undefined; readonly log: Log };

export function createKeeper({ workerPath, nativeBinding, log }: Options): Keeper {
  const running = new Set<Worker>();
  const life = { last: Promise.resolve() as Promise<unknown>, closed: false };
  const start = <T>(job: Job, moved: (share: number) => void): Promise<Result<T>> =>
    new Promise((resolve) => {
      const worker = new Worker(workerPath, { workerData: { job, nativeBinding } satisfies KeeperData });
      worker.unref();
      running.add(worker);
      const fail = (failure: Failure | null, detail: string): void => {
        const reference = log('keeper.failed', { job: job.kind, error: detail });
        resolve(failed(failure ?? { kind: 'unexpected', reference }));
      };
      worker.on('message', (says: KeeperSays) => {
        if ('moved' in says) moved(says.moved);
        else if ('done' in says) resolve(ok(says.done as T));
        else fail(says.failure, says.detail);
      });
      worker.on('error', (error) => fail(null, String(error)));
      worker.on('exit', () => {
        running.delete(worker);
        resolve(failed({ kind: 'unavailable', what: 'backend' }));
      });
    });
  /** Behind everything that was asked for before: two copies at once would take each other's half-made file. */
  const run = <T>(job: Job, moved: (share: number) => void): Promise<Result<T>> => {
    const done = life.last.then((): Promise<Result<T>> | Result<T> =>
      life.closed ? failed({ kind: 'unavailable', what: 'backend' }) : start<T>(job, moved),
    );
    life.last = done.catch(() => undefined);
    return done;
  };
  return {
    compare: (file, backup) => run({ kind: 'compare', file, backup }, () => undefined),
    check: (file) => run({ kind: 'check', file }, () => undefined),
    copy: (job, moved) => run({ kind: 'copy', ...job }, moved),
    async close() {
      life.closed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
