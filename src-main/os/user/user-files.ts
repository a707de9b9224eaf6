// Files that the person chooses in the system's own dialogs. Only what was chosen there is read or written.

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { PathPurpose, UserFiles } from '../../../src-shared/ipc/host.ts';
import type { Log } from '../log.ts';
import { writeWhole } from '../replace-file.ts';
import { showDocument } from './show-document.ts';

const filters = [{ name: 'Unsent work', extensions: ['json'] }];
const estimateFilters = [
  { name: 'Estimates', extensions: ['env', 'lin', 'ad1', 'ad2', 'veh', 'stl', 'ttl', 'xml'] },
  { name: 'All files', extensions: ['*'] },
];
type Place = { readonly which: OpenDialogOptions } | { readonly where: SaveDialogOptions };
const folderOf = (title: string): Place => ({ which: { title, properties: ['openDirectory', 'createDirectory'] } });
const fileOf = (title: string, name: string, ending: string): Place => ({
  where: { title, filters: [{ name, extensions: [ending] }] },
});
const places: Readonly<Record<PathPurpose, Place>> = {
  'import-estimate': { which: { title: 'Import estimate', properties: ['openFile'], filters: estimateFilters } },
  'watch-folder': folderOf('Watch a folder for estimates'),
  'restore-backup': {
    which: { title: 'Restore a backup', properties: ['openFile'], filters: [{ name: 'Backups', extensions: ['db'] }] },
  },
  'backup-folder': folderOf('Copy backups to a folder'),
  'export-ems': folderOf('Export to EMS: choose a folder'),
  'export-bms': fileOf('Export BMS', 'BMS estimate', 'xml'),
  'export-csv': fileOf('Export CSV', 'Table', 'csv'),
  'save-document': fileOf('Save a copy', 'PDF document', 'pdf'),
  'save-journal': fileOf('Save the journal file', 'Journal file', 'csv'),
};
/** Larger files are none of ours; they are not even read. */
const mostBytes = 256 * 1024 * 1024;

/** `opened`: the folder of the copies that may be opened. */
export function openUserFiles(log: Log, opened: string): UserFiles {
  const tried = async <T>(work: () => Promise<T>): Promise<T | 'failed'> => {
    try {
      return await work();
    } catch {
      log('file.failed');
      return 'failed';
    }
  };
  return {
    async save(suggested, text) {
      const file = await askWhere({ title: 'Export unsent work', defaultPath: suggested, filters });
      if (file === undefined) return null;
      return tried(async () => {
        await writeWhole(file, text);
        return { name: path.basename(file) };
      });
    },
    async open() {
      const file = await askWhich({ title: 'Import unsent work', properties: ['openFile'], filters });
      if (file === undefined) return null;
      return tried(async () => {
        if ((await stat(file)).size > mostBytes) throw new Error('too large');
        return { name: path.basename(file), text: await readFile(file, 'utf8') };
      });
    },
    async choose(purpose, suggested) {
      const place = places[purpose];
      const chosen =
        'which' in place ? await askWhich(place.which) : await askWhere({ ...place.where, defaultPath: suggested });
      return chosen ?? null;
    },
    show: (file) => showDocument(file, { opened, log }),
  };
}

/** The dialog belongs to the window in front, so that it cannot get lost behind it. */
async function askWhere(options: SaveDialogOptions): Promise<string | undefined> {
  const front = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (front === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(front, options));
  return canceled || filePath === '' ? undefined : filePath;
}

async function askWhich(options: OpenDialogOptions): Promise<string | undefined> {
  const front = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (front === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(front, options));
  return canceled ? undefined : filePaths[0];
}
