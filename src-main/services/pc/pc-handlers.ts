// Which service answers which request about this PC.

import { failed, ok } from '../../../src-shared/base/result.ts';
import type { PcRequestName } from '../../../src-shared/ipc/pc-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { asideFolder } from '../../db/backup/restore-order.ts';
import { allowed, type Desk } from '../desk.ts';
import { readDiagnostics, saveDiagnostics } from './diagnostics.ts';
import { backupOf, readPcFacts } from './pc-facts.ts';
import { chooseBackup, orderRestore, previewRestore } from './restores.ts';

/** One handler a request about this PC, over one desk. */
export const pcHandlers = (desk: Desk): Pick<Handlers, PcRequestName> => ({
  'pc.read': () => readPcFacts(desk),
  'disk.read': () => ok(desk.disk.read()),
  'photos.meter': ({ isOn }) => {
    const user = allowed(desk, 'see-workfiles');
    if (!user.ok) return user;
    desk.sync.photos.meter(isOn);
    return ok(null);
  },
  'photos.send-now': () => {
    const user = allowed(desk, 'edit-photos');
    if (!user.ok) return user;
    desk.sync.photos.letGo();
    return ok(null);
  },
  'typed.export': async ({ text }) => {
    const chosen = await desk.files.save(`Typed on ${desk.pcName}.txt`, text);
    return chosen === 'failed' ? failed({ kind: 'unavailable', what: 'file-unwritten' }) : ok(chosen?.name ?? null);
  },
  'diagnostics.read': () => readDiagnostics(desk),
  'diagnostics.save': ({ text }) => saveDiagnostics(desk, text),
  'repair.read': () => {
    const user = allowed(desk, 'see-workfiles');
    if (!user.ok) return user;
    const { upkeep, places, pcName: name } = desk;
    return ok({ name, folder: asideFolder(places.data), backups: upkeep.list().map(backupOf), refused: null });
  },
  'repair.run': async ({ backup }) => {
    const user = allowed(desk, 'restore-backups');
    if (!user.ok) return user;
    return backup === null ? desk.upkeep.repair(desk.restart) : orderRestore(desk, { id: backup, carry: true });
  },
  'pc.check': async () => {
    const user = allowed(desk, 'see-workfiles');
    return user.ok ? ok(await desk.upkeep.check()) : user;
  },
  'backup.make': async () => {
    const user = allowed(desk, 'see-workfiles');
    return user.ok ? ok(await desk.upkeep.backUp('hand')) : user;
  },
  'backup.choose-folder': async () => {
    const user = allowed(desk, 'restore-backups');
    if (!user.ok) return user;
    const folder = await desk.files.choose('backup-folder', '');
    if (folder !== null) await desk.upkeep.setPlace(folder);
    return ok(null);
  },
  'backup.choose': () => chooseBackup(desk),
  'backup.preview': ({ id }) => previewRestore(desk, id),
  'backup.restore': (chosen) => orderRestore(desk, chosen),
  'backup.forget-folder': async () => {
    const user = allowed(desk, 'restore-backups');
    if (!user.ok) return user;
    await desk.upkeep.setPlace(null);
    return ok(null);
  },
});
