/** Whether the window shuts nobody out, in each of its looks. */
import { AxeBuilder } from '@axe-core/playwright';
import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** What axe finds serious is a failure, which does not end the test. */
export async function expectAccessible(window: Page, where: string): Promise<void> {
  await comesToRest(window);
  await expectNothing(axeOf(window), where);
}

/** The same of colors alone: all that another theme can spoil of a screen that was asked whole. */
export async function expectReadableColors(window: Page, where: string): Promise<void> {
  await comesToRest(window);
  await expectNothing(axeOf(window).withRules(['color-contrast', 'link-in-text-block']), where);
}

/** What fades away has no colors of its own. */
const comesToRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });

// Behind a dialog the component library leaves places that pass the focus on; nobody stays there.
const axeOf = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]');

async function expectNothing(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const words = serious.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
  expect.soft(words, where).toEqual([]);
}

/** Looks at what is shown now twice: dark at 200 percent, where the page needs no sideways scrolling, and light at 100. */
export async function expectAccessibleInEachLook(app: ElectronApplication, where: string): Promise<void> {
  const [window] = app.windows();
  if (window === undefined) throw new Error('no window');
  for (const { theme, zoom } of [
    { theme: 'dark', zoom: 2 },
    { theme: 'light', zoom: 1 },
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    await window.emulateMedia({ colorScheme: theme });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(window, `${where}, ${theme}, at ${zoom * 100} percent`);
    expect.soft(await sideways(window), `${where} at ${zoom * 100} percent needs no sideways scrolling`).toBe(0);
  }
}

const looks = [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'light', forcedColors: 'none' },
] as const;

/** Looks at what a window shows now in dark, in high contrast, and in light, in which it stays. */
export async function expectAccessibleInEachColor(window: Page, where: string): Promise<void> {
  for (const look of looks) {
    await window.emulateMedia(look);
    await expect(window.locator('html')).toHaveAttribute('data-theme', look.colorScheme);
    await expectAccessible(window, `${where}, ${Object.values(look).join(', ')}`);
  }
}

const sideways = (window: Page): Promise<number> =>
  window.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
