// Everything that the screen of this PC shows.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { Backup, PcFacts } from '../../../src-shared/ipc/pc-shapes.ts';
import { backupFolder, type FoundBackup } from '../../db/backup/backup-folder.ts';
import { readRestored } from '../../db/backup/restored.ts';
import { sqliteVersion } from '../../db/driver.ts';
import { readIdentity } from '../../db/identity.ts';
import { schemaOf } from '../../db/migrate.ts';
import { heldNumbers } from '../../db/number-lease.ts';
import { fileBytes, folderBytes, freeBytes } from '../../files/disk-usage.ts';
import { allowed, type Desk } from '../desk.ts';

export async function readPcFacts(desk: Desk): Promise<Result<PcFacts>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const { store, upkeep, places, pcName, versions } = desk;
  const { connection } = store;
  const [database, photos, backups, logs, free] = await Promise.all([
    fileBytes(connection.name),
    folderBytes(places.photos),
    folderBytes(backupFolder(places.data)),
    folderBytes(places.logs),
    freeBytes(places.data),
  ]);
  return ok({
    ...upkeep.state(),
    name: pcName,
    device: readIdentity(store).device,
    backups: upkeep.list().map(backupOf),
    secondPlace: upkeep.place(),
    restored: readRestored(store),
    numbers: heldNumbers(store),
    storage: { database, photos, backups, logs, free },
    versions: { ...versions, sqlite: sqliteVersion(connection), schema: schemaOf(connection) },
  });
}

export function backupOf({ id, bytes, note }: FoundBackup): Backup {
  if (note === undefined) return { id, bytes, note: null };
  const { kind, madeAt, workfiles, unsent, damage } = note;
  return { id, bytes, note: { kind, madeAt, workfiles, unsent, damage } };
}
