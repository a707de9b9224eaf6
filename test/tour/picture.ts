/** Saves the pictures of the guide, each in light and dark. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/guide/pictures');
const size = { width: 1280, height: 800 };

/** Gives the window the size of all pictures. */
export function resize({ app }: Pc): Promise<void> {
  mkdirSync(folder, { recursive: true });
  return app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

export const pictureFile = (name: string, theme: string): string =>
  path.join(folder, theme === 'light' ? `${name}.png` : `${name}-${theme}.png`);

export async function picture({ window }: Pc, name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    await window.waitForTimeout(300);
    await window.screenshot({ path: pictureFile(name, theme), animations: 'disabled' });
  }
}
