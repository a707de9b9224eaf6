// Damaged data are repaired: all that can be read goes into a backup, and that is put in the place of what is damaged.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import { backupFolder, freeBackupFile } from '../../db/backup/backup-folder.ts';
import type { Keeper } from '../../db/backup/keeper.ts';
import { freeAside, writeOrder } from '../../db/backup/restore-order.ts';

export type RepairParts = {
  readonly dataDir: string;
  /** The database that is damaged. */
  readonly file: string;
  readonly keeper: Keeper;
  /** The schema that this program knows. */
  readonly schema: number;
  readonly now: number;
  readonly restart: () => void;
};

/** Nothing is changed before the backend starts anew; what is damaged is put aside then, and never deleted. */
export async function repairData({ dataDir, file, keeper, schema, now, restart }: RepairParts): Promise<Result<null>> {
  const target = freeBackupFile(backupFolder(dataDir), 'hand', now);
  const made = await keeper.copy({ file, target, as: 'hand', madeAt: now, schema }, () => undefined);
  if (!made.ok) return made;
  await orderBackup({ dataDir, now, restart }, target);
  return ok(null);
}

/** Has a backup put in place at the next start, which is now. */
export async function orderBackup(
  { dataDir, now, restart }: Pick<RepairParts, 'dataDir' | 'now' | 'restart'>,
  backup: string,
): Promise<void> {
  await writeOrder(dataDir, { backup, carry: true, aside: freeAside(dataDir, now) });
  restart();
}
