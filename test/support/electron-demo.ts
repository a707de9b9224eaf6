/** The test function of whole jobs, with the demo shop made once and copied for each test. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { listIsReady } from './desktop-window.ts';
import { startCloud } from './electron-cloud.ts';
import { openPc, type Pc } from './electron-pc.ts';
import { test as base, demoSignIn, expect } from './electron-test.ts';
import { noteWhatIsShown } from './what-is-shown.ts';

export { demoSignIn, expect } from './electron-test.ts';

type WorkerFixtures = { readonly demoShop: string; readonly sharedPc: Pc };

export const test = base.extend<{ readonly atList: Pc }, WorkerFixtures>({
  /** The data folder of a cloud that has the demo shop and was closed in order. */
  demoShop: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-demo-'));
      const cloud = await startCloud(folder);
      await cloud.stop();
      await use(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  /** One PC with its cloud for all tests that leave no more behind than workfiles. */
  sharedPc: [
    async ({ demoShop }, use) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-shared-'));
      cpSync(demoShop, path.join(folder, 'cloud'), { recursive: true });
      const cloud = await startCloud(path.join(folder, 'cloud'));
      const pc = await openPc({
        userData: path.join(folder, 'pc'),
        cloudUrl: cloud.url,
        signIn: demoSignIn.estimator,
      });
      await use(pc);
      await pc.close();
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  /** The shared PC with nothing open but the list. */
  atList: async ({ sharedPc }, use, testInfo) => {
    const { window, errors } = sharedPc;
    await listIsReady(window);
    await showAll(window);
    await use(sharedPc);
    if (testInfo.status !== testInfo.expectedStatus) await noteWhatIsShown(sharedPc, testInfo);
    await closeTabs(window);
    expect(errors.splice(0)).toEqual([]);
  },

  cloud: async ({ folder, demoShop }, use) => {
    const own = path.join(folder, 'cloud');
    cpSync(demoShop, own, { recursive: true });
    const cloud = await startCloud(own);
    await use(cloud);
    await cloud.stop();
  },
});

/** Takes back what another test searched for. */
async function showAll(window: Page): Promise<void> {
  const search = window.getByRole('searchbox', { name: 'Search workfiles' });
  if ((await search.inputValue()) !== '') await search.fill('');
}

/** Home and the list stay. */
const fixedTabs = 2;

async function closeTabs(window: Page): Promise<void> {
  const open = window.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab');
  // A dialog that has just gone hides the tabs for a moment still.
  await expect(open.first()).toBeVisible();
  while ((await open.count()) > fixedTabs) {
    const before = await open.count();
    await open.last().click();
    await window.keyboard.press('Delete');
    await expect(open).toHaveCount(before - 1);
  }
}
