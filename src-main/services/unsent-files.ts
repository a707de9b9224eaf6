// Unsent work carried from one PC to another in a file that the person chooses.

import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { permissionForCommand } from '../../src-shared/domain/access/permissions.ts';
import type { ExportReport, ImportReport } from '../../src-shared/ipc/centre-shapes.ts';
import type { CommandName } from '../../src-shared/sync/commands.ts';
import { markCarried } from '../db/command-file.ts';
import { readPerson, readShop } from '../db/session.ts';
import { exportUnsent, importUnsent } from '../db/unsent-file.ts';
import { allowed, announceEdits, type Desk } from './desk.ts';

/** Writes everything that the cloud does not have into a file. */
export async function exportUnsentWork(desk: Desk): Promise<Result<ExportReport>> {
  const shop = readShop(desk.store);
  if (shop === null) return failed({ kind: 'forbidden', need: 'sign-in' });
  const { text, ...counts } = exportUnsent(desk.store, { shop, pc: desk.pcName, now: desk.clock() });
  const chosen = await desk.files.save(`Unsent work of ${desk.pcName}.json`, text);
  if (chosen === null) return ok(null);
  if (chosen === 'failed') return failed({ kind: 'unavailable', what: 'file-unwritten' });
  markCarried(desk.store);
  desk.sync.edited();
  return ok({ ...counts, file: chosen.name });
}

/** Takes in the work of another PC; it is sent under the name of whoever takes it in. */
export async function importUnsentWork(desk: Desk): Promise<Result<ImportReport>> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const chosen = await desk.files.open();
  if (chosen === null) return ok(null);
  if (chosen === 'failed') return failed({ kind: 'unavailable', what: 'file-unread' });
  const shop = readShop(desk.store);
  const person = readPerson(desk.store);
  if (shop === null || person === null) return failed({ kind: 'forbidden', need: 'sign-in' });
  const mayGive = (name: CommandName): boolean => allowed(desk, permissionForCommand(name)).ok;
  const imported = importUnsent(desk.store, chosen.text, { shop, person, now: desk.clock(), mayGive });
  if (!imported.ok) return imported;
  const { applied, ...report } = imported.value;
  announceEdits(desk, applied);
  desk.sync.edited();
  return ok({ ...report, file: chosen.name });
}
