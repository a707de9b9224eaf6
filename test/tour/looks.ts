/** The looks of one screen: themes, high contrast, a narrow window, and large type. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { expectAccessible, expectReadableColors } from '../support/accessible-window.ts';
import { expect } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';

const folder = path.resolve(import.meta.dirname, '../../state-pictures');

type Look = {
  readonly theme?: 'light' | 'dark';
  readonly contrast?: boolean;
  readonly size?: readonly [number, number];
  readonly zoom?: number;
};

/** The smallest window that is promised is one of them. */
export const looks = {
  light: {},
  dark: { theme: 'dark' },
  'high-contrast': { contrast: true },
  narrow: { size: [1024, 700] },
  'zoom-200': { zoom: 2, size: [1600, 1000] },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof looks;

export const everyLook = Object.keys(looks) as readonly LookName[];
/** Those in which colors differ, and nothing else. */
export const everyColor: readonly LookName[] = ['light', 'dark', 'high-contrast'];

/**
 * Shows the window in a look, asks axe, and saves a picture under the screen's name, its state and the look. What only
 * has other colors than the look before it is asked for its colors.
 */
export async function lookAt(pc: Pc, name: string, wanted: readonly LookName[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [at, look] of wanted.filter(isAsked).entries()) {
    await show(pc, looks[look]);
    const ask = at > 0 && everyColor.includes(look) ? expectReadableColors : expectAccessible;
    await ask(pc.window, `${name}, ${look}`);
    await save(pc, `${name}.${look}`, looks[look]);
  }
  await show(pc, looks.light);
}

/** `LOOKS=light,dark` before the command takes only these, for somebody in a hurry. */
const isAsked = (look: LookName): boolean => process.env.LOOKS?.split(',').includes(look) ?? true;

/** Of a page that is zoomed the driver would take a corner. */
async function save({ app, window }: Pc, name: string, { zoom = 1 }: Look): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  if (zoom === 1) {
    await window.screenshot({ path: file, animations: 'disabled' });
    return;
  }
  const frame = await app.browserWindow(window);
  const picture = await frame.evaluate(
    async (shown: BrowserWindow) => (await shown.capturePage()).toPNG().toJSON().data,
  );
  writeFileSync(file, Uint8Array.from(picture));
}

async function show({ app, window }: Pc, { theme = 'light', contrast = false, size, zoom = 1 }: Look): Promise<void> {
  const frame = await app.browserWindow(window);
  await frame.evaluate(
    (shown: BrowserWindow, { width, height, factor }) => {
      shown.setContentSize(width, height);
      shown.webContents.setZoomFactor(factor);
    },
    { width: size?.[0] ?? 1280, height: size?.[1] ?? 800, factor: zoom },
  );
  await window.emulateMedia({ colorScheme: theme, forcedColors: contrast ? 'active' : 'none' });
  if (!contrast) await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
  await window.waitForTimeout(150);
}
