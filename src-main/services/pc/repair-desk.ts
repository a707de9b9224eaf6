// What works while the data cannot be opened because they are damaged: their repair, and nothing else.

import type { Clock } from '../../../src-shared/base/clock.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { RepairFacts } from '../../../src-shared/ipc/pc-shapes.ts';
import { requests } from '../../../src-shared/ipc/requests.ts';
import { backupFile, backupFolder, isBackupName, listBackups, lookAt } from '../../db/backup/backup-folder.ts';
import type { Keeper } from '../../db/backup/keeper.ts';
import { asideFolder } from '../../db/backup/restore-order.ts';
import type { DriverOptions } from '../../db/driver.ts';
import { readMigrations } from '../../db/migrate.ts';
import { databaseFile } from '../../db/open.ts';
import { backupOf } from './pc-facts.ts';
import { orderBackup, repairData } from './repair.ts';

type Parts = DriverOptions & {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly pcName: string;
  readonly clock: Clock;
  readonly keeper: Keeper;
  /** Why the backup that was asked for is not in its place. */
  readonly refused: Failure | null;
  readonly restart: () => void;
};

/** Every other question is answered by why the data could not be opened. */
export function createRepairDesk(parts: Parts, failure: Failure) {
  const { dataDir, keeper, clock, restart } = parts;
  const life = { working: null as Promise<unknown> | null };
  const schema = readMigrations(parts.migrationsDir).length;
  const repairAll = (): Promise<Result<null>> =>
    repairData({ dataDir, file: databaseFile(dataDir), keeper, schema, now: clock(), restart });
  /** One thing at a time, which the end waits for. */
  const doing = async (work: Promise<Result<null>>): Promise<Result<null>> => {
    life.working = work;
    try {
      return await work;
    } finally {
      life.working = null;
    }
  };
  return {
    async ask(name: string, input: unknown): Promise<Result<unknown>> {
      if (name === 'repair.read') return ok(readRepair(parts));
      if (name !== 'repair.run') return failed(failure);
      const parsed = requests['repair.run'].parse(input);
      if (!parsed.ok) return parsed;
      if (life.working !== null) return failed({ kind: 'conflict', what: 'upkeep-busy' });
      const { backup } = parsed.value;
      return doing(backup === null ? repairAll() : putInPlace(parts, backup, schema));
    },
    async close(): Promise<void> {
      await life.working;
      await keeper.close();
    },
  };
}

const readRepair = (parts: Parts): RepairFacts => ({
  name: parts.pcName,
  folder: asideFolder(parts.dataDir),
  backups: listBackups(backupFolder(parts.dataDir), parts).map(backupOf),
  refused: parts.refused,
});

async function putInPlace(parts: Parts, id: string, schema: number): Promise<Result<null>> {
  const file = backupFile(backupFolder(parts.dataDir), id);
  const note = isBackupName(id) ? lookAt(file, parts).note : undefined;
  if (note === undefined) return failed({ kind: 'unavailable', what: 'backup-unreadable' });
  // Once it is in place this program could not open it, and there would be no way back.
  if (note.schema > schema) return failed({ kind: 'conflict', what: 'backup-newer' });
  await orderBackup({ ...parts, now: parts.clock() }, file);
  return ok(null);
}
