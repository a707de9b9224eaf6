/** What a person does to print: the preview, the choices beside it, and the file that comes of it. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Pc } from './electron-pc.ts';

export const printDialog = (window: Page, name: 'Print' | 'Save as PDF' = 'Print'): Locator =>
  window.getByRole('dialog', { name, exact: true });

export const pagesIn = (dialog: Locator): Locator => dialog.getByRole('group', { name: /^Page \d+ of \d+$/ });

/** Opens the preview and waits for its pages. */
export async function openPreview(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+p');
  await previewIsReady(printDialog(window));
  return printDialog(window);
}

export async function previewIsReady(dialog: Locator): Promise<void> {
  await expect(pagesIn(dialog).first()).toBeVisible({ timeout: 30_000 });
}

/** The system's dialog answers with this file from now on; null is a person who chose none. */
export const chooseFile = ({ app }: Pc, file: string | null): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, file);

/** Saves what the preview shows and reads the file. */
export async function savePreview(pc: Pc, file: string): Promise<Uint8Array> {
  await chooseFile(pc, file);
  await pc.window.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(pc.window.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });
  return new Uint8Array(readFileSync(file));
}

/** Leaves the preview, and waits until the window behind it can be used again. */
export async function leavePreview(window: Page): Promise<void> {
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(window.getByRole('tablist', { name: 'Open tabs' })).toBeVisible();
}
