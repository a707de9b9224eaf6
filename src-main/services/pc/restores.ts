// Puts a backup in the place of this PC's data: first it says what that would take off the screen, then the backend starts anew on it.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { Backup, RestorePreview } from '../../../src-shared/ipc/pc-shapes.ts';
import { backupFile, backupFolder, isBackupName, lookAt } from '../../db/backup/backup-folder.ts';
import { freeAside, writeOrder } from '../../db/backup/restore-order.ts';
import { unsentCommands } from '../../db/command-file.ts';
import { draftCount } from '../../db/draft.ts';
import { waitingDocumentCount, waitingPhotoCount, waitingTotals } from '../../db/exchange-facts.ts';
import { keptCount } from '../../db/kept.ts';
import { schemaOf } from '../../db/migrate.ts';
import { readShop } from '../../db/session.ts';
import { allowed, type Desk } from '../desk.ts';
import { backupOf } from './pc-facts.ts';

/** Lets the person choose a backup that lies somewhere else; null where none was chosen. */
export async function chooseBackup(desk: Desk): Promise<Result<Backup | null>> {
  const user = allowed(desk, 'restore-backups');
  if (!user.ok) return user;
  const file = await desk.files.choose('restore-backup', '');
  if (file === null) return ok(null);
  const found = lookAt(file, driverOf(desk));
  if (found.note === undefined) return failed({ kind: 'unavailable', what: 'backup-unreadable' });
  desk.upkeep.hold(file);
  return ok(backupOf({ id: chosenElsewhere, ...found }));
}

/** The id of a backup that was chosen with the system's dialog. */
const chosenElsewhere = 'chosen';

/** What a restore would take off the screen, and what waits here that the cloud does not have. Changes nothing. */
export async function previewRestore(desk: Desk, id: string): Promise<Result<RestorePreview>> {
  const user = allowed(desk, 'restore-backups');
  if (!user.ok) return user;
  const file = fileOf(desk, id);
  const found = file === undefined ? undefined : lookAt(file, driverOf(desk));
  if (file === undefined || found?.note === undefined)
    return failed({ kind: 'unavailable', what: 'backup-unreadable' });
  // Once it is in place this program could not open it, and there would be no way back.
  if (found.note.schema > schemaOf(desk.store.connection)) return failed({ kind: 'conflict', what: 'backup-newer' });
  if (found.shop !== readShop(desk.store)) return failed({ kind: 'conflict', what: 'backup-other-shop' });
  const newer = await desk.upkeep.compare(file);
  if (!newer.ok) return newer;
  return ok({ backup: backupOf({ id, ...found }), ...newer.value, unsent: unsentHere(desk) });
}

/** The same that is taken along. */
const unsentHere = ({ store }: Desk): RestorePreview['unsent'] => ({
  edits: waitingTotals(store).total,
  commands: unsentCommands(store).length,
  kept: keptCount(store),
  drafts: draftCount(store),
  photos: waitingPhotoCount(store),
  documents: waitingDocumentCount(store),
});

/** Has the backup put in place: the order is on the disk before anything ends. */
export async function orderRestore(desk: Desk, { id, carry }: { id: string; carry: boolean }): Promise<Result<null>> {
  if (desk.upkeep.state().working?.task === 'repair') return failed({ kind: 'conflict', what: 'upkeep-busy' });
  const preview = await previewRestore(desk, id);
  if (!preview.ok) return preview;
  const backup = fileOf(desk, id) ?? '';
  const { data } = desk.places;
  await writeOrder(data, { backup, carry, aside: freeAside(data, desk.clock()) });
  desk.restart();
  return ok(null);
}

const driverOf = ({ nativeBinding }: Desk) => (nativeBinding === undefined ? {} : { nativeBinding });

function fileOf({ upkeep, places }: Desk, id: string): string | undefined {
  if (id === chosenElsewhere) return upkeep.held();
  return isBackupName(id) ? backupFile(backupFolder(places.data), id) : undefined;
}
