// Gathers what support needs to know of this PC: versions, health, sync, sizes and the log, and nothing that somebody typed.

import type { Failure } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { type Diagnostics, diagnosticsText } from '../../../src-shared/domain/upkeep/diagnostics.ts';
import { backupFolder } from '../../db/backup/backup-folder.ts';
import { sqliteVersion } from '../../db/driver.ts';
import { readIdentity } from '../../db/identity.ts';
import { readMigrations, schemaOf } from '../../db/migrate.ts';
import { heldNumbers } from '../../db/number-lease.ts';
import { tableRows } from '../../db/table-rows.ts';
import { fileBytes, folderBytes, freeBytes } from '../../files/disk-usage.ts';
import { logTail } from '../../files/log-tail.ts';
import { allowed, type Desk } from '../desk.ts';

/** The whole text, for a person to read. */
export async function readDiagnostics(desk: Desk): Promise<Result<string>> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(diagnosticsText(await gather(desk))) : user;
}

/** Writes what was read to a file of choice; answers its name, or null where none was chosen. */
export async function saveDiagnostics(desk: Desk, text: string): Promise<Result<string | null>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const chosen = await desk.files.save('Shopfile diagnostics.txt', text);
  return chosen === 'failed' ? failed({ kind: 'unavailable', what: 'file-unwritten' }) : ok(chosen?.name ?? null);
}

async function gather(desk: Desk): Promise<Diagnostics> {
  const { store, upkeep, sync, versions, clock, migrationsDir, places } = desk;
  const { connection } = store;
  const { phase, waiting, photos, held, decisions, quarantined, syncedAt, offlineByChoice, reason } = sync.state();
  const { tries, failures } = sync.trouble();
  return {
    at: clock(),
    device: readIdentity(store).device,
    versions: { ...versions, sqlite: sqliteVersion(connection), schema: schemaOf(connection) },
    health: upkeep.state().health,
    trouble: desk.disk.read()?.what ?? null,
    backups: upkeep.list(),
    hasSecondPlace: upkeep.place() !== null,
    sync: {
      ...{ phase, waiting, photos, decisions, quarantined, offlineByChoice, tries },
      held: held.reduce((sum, { count }) => sum + count, 0),
      synced: syncedAt === 0 ? 'never' : new Date(syncedAt).toISOString(),
      reason: reason && codeOf(reason),
    },
    failures: failures.map(({ at, failure }) => ({ at, code: codeOf(failure) })),
    storage: await storageOf(places, connection.name),
    numbersLeft: heldNumbers(store).reduce((sum, [first, last]) => sum + last - first + 1, 0),
    migrations: readMigrations(migrationsDir).map(({ name }) => name),
    tables: tableRows(store),
    log: await logTail(places.logs),
  };
}

async function storageOf(places: Desk['places'], file: string): Promise<Diagnostics['storage']> {
  const [database, photos, backups, logs, free] = await Promise.all([
    fileBytes(file),
    folderBytes(places.photos),
    folderBytes(backupFolder(places.data)),
    folderBytes(places.logs),
    freeBytes(places.data),
  ]);
  return { database, photos, backups, logs, free };
}

/** Which failure, without what it was about. */
const codeOf = (failure: Failure): string =>
  failure.kind === 'unavailable' || failure.kind === 'conflict' ? `${failure.kind} ${failure.what}` : failure.kind;
