/** Stands in for the person at the system's dialogs and menus, in the real app. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Pc } from '../electron-pc.ts';

/** Answers every dialog of the system with a path. */
export const answerDialogs = ({ app }: Pick<Pc, 'app'>, chosen: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, chosen);

/** Chooses an entry of the application's menu. */
export const chooseMenu = ({ app }: Pick<Pc, 'app'>, menu: string, label: string): Promise<void> =>
  app.evaluate(
    ({ Menu, BrowserWindow }, wanted) => {
      const bare = (text: string): string => text.replace('&', '');
      const top = Menu.getApplicationMenu()?.items.find((item) => bare(item.label) === wanted.menu);
      const entry = top?.submenu?.items.find((item) => bare(item.label) === wanted.label);
      if (entry?.enabled !== true) throw new Error(`${wanted.label} cannot be chosen`);
      const [window] = BrowserWindow.getAllWindows();
      entry.click(undefined, window, window?.webContents);
    },
    { menu, label },
  );

/** A fresh folder with files in it. */
export function folderWith(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-estimates-'));
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
  return folder;
}
