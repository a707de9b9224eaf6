// What every service works with, and the two gates each use case passes: who may, and what the windows hear.

import type { SessionUser } from '../../src-shared/api/contract.ts';
import type { Clock, Random } from '../../src-shared/base/clock.ts';
import { uuidV7 } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { can, type Permission } from '../../src-shared/domain/access/permissions.ts';
import { isCleanText } from '../../src-shared/domain/text.ts';
import type { Printing, UserFiles } from '../../src-shared/ipc/host.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/store.ts';
import { type Work, writeEdits } from '../db/write-edits.ts';
import type { ImportIntake } from '../files/exchange/import-intake.ts';
import type { OpenedCopies } from '../files/opened-copies.ts';
import type { PhotoFiles } from '../files/photo-files.ts';
import type { PhotoIntake } from '../files/photo-intake.ts';
import type { Sync } from '../sync/sync.ts';
import type { VinDecoder } from '../vin/vin-decoder.ts';
import type { FolderWatch } from './exchange/watched-folder.ts';
import type { DiskWatch } from './pc/disk-watch.ts';
import type { UpkeepService } from './pc/upkeep.ts';

export type Desk = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly sync: Sync;
  readonly vin: VinDecoder;
  readonly photoFiles: PhotoFiles;
  readonly openedCopies: OpenedCopies;
  readonly intake: PhotoIntake;
  readonly files: UserFiles;
  readonly printing?: Printing;
  readonly imports: ImportIntake;
  readonly watch: FolderWatch;
  readonly upkeep: UpkeepService;
  readonly disk: DiskWatch;
  /** The folders of this PC's data. */
  readonly places: { readonly data: string; readonly photos: string; readonly logs: string };
  /** The program's own version, and that of what runs it. */
  readonly versions: { readonly app: string; readonly runtime: string };
  readonly nativeBinding?: string;
  readonly migrationsDir: string;
  /** Ends the backend once what is being answered was answered, and starts it anew. */
  readonly restart: () => void;
  /** Tells every window how far the reading of a file is. */
  readonly tellProgress: (progress: { readonly share: number }) => void;
  readonly pcName: string;
  /** Tells every window what was changed here. */
  readonly announce: (applied: Applied) => void;
};

/** The signed-in person, if they may do that; null is for nobody. */
export function allowed({ sync }: Desk, permission: Permission | null): Result<SessionUser> {
  const user = sync.user();
  if (user === null) return failed({ kind: 'forbidden', need: 'sign-in' });
  return can(user.role, permission) ? ok(user) : failed({ kind: 'forbidden', need: permission ?? 'nobody' });
}

/** A person's name as far as a record takes it. */
export const nameOf = ({ name }: SessionUser): string => (isCleanText(name) ? name.slice(0, 120) : '');

export const newId = <Id extends string>({ clock, random }: Desk): Id => uuidV7(clock(), random(16)) as Id;

/** Writes edits, tells the windows, and lets sync know that something waits. */
export function commit(desk: Desk, work: Omit<Work, 'now'>): void {
  announceEdits(desk, writeEdits(desk.store, { ...work, now: desk.clock() }));
}

/** Tells the windows and sync of edits once their transaction has ended. */
export function announceEdits(desk: Desk, applied: Applied): void {
  if (applied.workfiles.size === 0) return;
  desk.announce(applied);
  desk.sync.edited();
}
