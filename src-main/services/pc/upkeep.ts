// Looks after the data of this PC: a backup after each day with changes, a check a day, and both whenever somebody asks.

import { civilTimeOf } from '../../../src-shared/base/civil-time.ts';
import type { Clock } from '../../../src-shared/base/clock.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { failed, type Result } from '../../../src-shared/base/result.ts';
import type { BackupNote } from '../../../src-shared/domain/upkeep/backup-note.ts';
import { backupsToDrop, type DatedBackup, isBackupDue } from '../../../src-shared/domain/upkeep/backups.ts';
import type { Health, Upkeep, UpkeepTask } from '../../../src-shared/ipc/pc-shapes.ts';
import {
  backupFile,
  backupFolder,
  dropBackup,
  type FoundBackup,
  freeBackupFile,
  listBackups,
} from '../../db/backup/backup-folder.ts';
import { markOf } from '../../db/backup/backup-note.ts';
import type { Keeper } from '../../db/backup/keeper.ts';
import { copyToSecondPlace, dropFromSecondPlace, listSecondPlace } from '../../db/backup/second-place.ts';
import type { DriverOptions } from '../../db/driver.ts';
import { readMeta, writeMeta } from '../../db/meta.ts';
import { schemaOf } from '../../db/migrate.ts';
import { readSession } from '../../db/session.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import type { Store } from '../../db/store.ts';
import { workfileCount } from '../../db/to-compare.ts';
import { repairData } from './repair.ts';

export type UpkeepParts = DriverOptions & {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly dataDir: string;
  readonly pcName: string;
  readonly clock: Clock;
  readonly tell: (upkeep: Upkeep) => void;
};

/** The second place as it is remembered. */
type Place = { readonly folder: string; readonly copiedAt: number; readonly failed: boolean };

export type UpkeepService = ReturnType<typeof createUpkeep>;

const firstLookMs = 60_000;
const lookMs = 10 * 60_000;
const checkEveryMs = 24 * 60 * 60_000;
const setting = 'backup-folder';

export function createUpkeep(parts: UpkeepParts) {
  const { store, keeper, clock } = parts;
  const folder = backupFolder(parts.dataDir);
  const { state, show, take, doing, end } = createTurns(parts);
  const backUp = (as: 'daily' | 'hand'): Promise<Upkeep> =>
    doing('backup', () => makeBackup(parts, as, (share) => show({ task: 'backup', share })));
  const check = (): Promise<Upkeep> => doing('check', () => checkAll(parts));
  const look = async (): Promise<void> => {
    if (isDue(parts, folder)) await backUp('daily');
    const health = readHealth(store);
    if (health === null || clock() - health.checkedAt > checkEveryMs || health.checkedAt > clock()) await check();
  };
  // A disk that is full now may have room at the next look.
  const lookQuietly = (): void => void look().catch(() => undefined);
  const first = setTimeout(lookQuietly, firstLookMs).unref();
  const every = setInterval(lookQuietly, lookMs).unref();
  return {
    state,
    backUp,
    check,
    /** What is due now is done now. */
    look,
    list: () => listBackups(folder, parts),
    /** Puts all that can be read in the place of what is damaged. */
    async repair(restart: () => void): Promise<Result<null>> {
      const { dataDir } = parts;
      const repairing = { dataDir, file: store.connection.name, keeper, restart };
      const schema = schemaOf(store.connection);
      const done = await take('repair', () => repairData({ ...repairing, schema, now: clock() }));
      return done ?? failed({ kind: 'conflict', what: 'upkeep-busy' });
    },
    compare: (backup: string) => keeper.compare(store.connection.name, backup),
    ...createHold(),
    place: () => readPlace(store),
    async setPlace(chosen: string | null): Promise<void> {
      writePlace(store, chosen === null ? null : { folder: chosen, copiedAt: 0, failed: false });
      const [newest] = listBackups(folder, parts);
      if (newest !== undefined) await copyElsewhere(parts, backupFile(folder, newest.id));
    },
    async close(): Promise<void> {
      const ended = end();
      clearTimeout(first);
      clearInterval(every);
      await keeper.close();
      await ended();
    },
  };
}

/** One thing is done with the data at a time, and every window hears how far it is. */
function createTurns({ store, tell }: UpkeepParts) {
  const life = {
    working: null as Upkeep['working'],
    failure: null as Failure | null,
    closed: false,
    under: null as Promise<unknown> | null,
  };
  const state = (): Upkeep => ({ working: life.working, failure: life.failure, health: readHealth(store) });
  const show = (working: Upkeep['working']): void => {
    life.working = working;
    if (!life.closed) tell(state());
  };
  /** One thing at a time: answers undefined while something else is done. */
  const take = async <T>(task: UpkeepTask, begin: () => Promise<Result<T>>): Promise<Result<T> | undefined> => {
    if (life.working !== null || life.closed) return undefined;
    show({ task, share: 0 });
    const work = begin();
    life.under = work;
    try {
      const done = await work;
      life.failure = done.ok ? null : done.failure;
      return done;
    } finally {
      show(null);
    }
  };
  /** Who asks while something is done hears of that. */
  const doing = async (task: UpkeepTask, begin: () => Promise<Result<unknown>>): Promise<Upkeep> => {
    await take(task, begin);
    return state();
  };
  return {
    state,
    show,
    take,
    doing,
    /** Nothing is begun any more; answers how to wait for what is under way. */
    end() {
      life.closed = true;
      return async (): Promise<void> => void (await life.under?.catch(() => undefined));
    },
  };
}

/** The backup that a person chose with the system's dialog: a window names it, and never its path. */
function createHold() {
  const kept = { file: undefined as string | undefined };
  return {
    hold(file: string): void {
      kept.file = file;
    },
    held: (): string | undefined => kept.file,
  };
}

/** Makes a backup, lets go of those that nobody needs any more, and copies it to the second place. */
async function makeBackup(parts: UpkeepParts, as: 'daily' | 'hand', moved: (share: number) => void) {
  const { store, keeper, dataDir, clock } = parts;
  const folder = backupFolder(dataDir);
  const madeAt = clock();
  const target = freeBackupFile(folder, as, madeAt);
  const job = { file: store.connection.name, target, as, madeAt, schema: schemaOf(store.connection) };
  const made = await keeper.copy(job, moved);
  if (!made.ok) return made;
  letGo(listBackups(folder, parts), zoneOf(store), (id) => dropBackup(folder, id));
  await copyElsewhere(parts, target);
  // What is damaged is to be said, not only kept.
  return made.value.damage === null ? made : checkAll(parts);
}

async function checkAll({ store, keeper, clock }: UpkeepParts) {
  const found = await keeper.check(store.connection.name);
  if (found.ok) writeMeta(store, 'checked', JSON.stringify({ checkedAt: clock(), ...found.value }));
  return found;
}

function isDue({ store, clock, ...options }: UpkeepParts, folder: string): boolean {
  const zone = zoneOf(store);
  const last = listBackups(folder, options).find(({ note }) => note !== undefined && note.kind !== 'update')?.note;
  const lastDone = last && { day: civilTimeOf(last.madeAt, zone).date, mark: last.mark };
  const now = {
    day: civilTimeOf(clock(), zone).date,
    mark: markOf(store.connection),
    isEmpty: workfileCount(store) === 0,
  };
  return isBackupDue(lastDone, now);
}

function letGo(found: readonly FoundBackup[], zone: string, drop: (id: string) => void): void {
  const dated = found.flatMap(({ id, note }) => (note === undefined ? [] : [datedOf(id, note, zone)]));
  for (const id of backupsToDrop(dated)) drop(id);
}

const datedOf = (id: string, { kind, madeAt, damage }: BackupNote, zone: string): DatedBackup => ({
  ...{ id, kind, madeAt, day: civilTimeOf(madeAt, zone).date, isWhole: damage === null },
});

async function copyElsewhere(parts: UpkeepParts, from: string): Promise<void> {
  const { store, pcName: pc, clock } = parts;
  const place = readPlace(store);
  if (place === null) return;
  const { folder } = place;
  const done = await copyToSecondPlace({ from, folder, pc }, parts);
  // Another one may have been chosen while this one was written to.
  if (readPlace(store)?.folder !== folder) return;
  writePlace(store, done ? { folder, copiedAt: clock(), failed: false } : { ...place, failed: true });
  if (done) letGo(listSecondPlace(folder, pc, parts), zoneOf(store), (id) => dropFromSecondPlace(folder, id));
}

function readPlace(store: Store): Place | null {
  const text = readSetting(store, setting);
  return text === null || text === '' ? null : (JSON.parse(text) as Place);
}

const writePlace = (store: Store, place: Place | null): void =>
  writeSetting(store, setting, place === null ? '' : JSON.stringify(place));

function readHealth(store: Store): Health | null {
  const text = readMeta(store, 'checked');
  return text === null ? null : (JSON.parse(text) as Health);
}

const zoneOf = (store: Store): string => readSession(store)?.user.timeZone ?? 'UTC';
