/** The test function of whole jobs, with the demo shop made once and copied for each test. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startCloud } from './electron-cloud.ts';
import { test as base } from './electron-test.ts';

export { demoSignIn, expect } from './electron-test.ts';

export const test = base.extend<object, { readonly demoShop: string }>({
  /** The data folder of a cloud that has the demo shop and was closed in order. */
  demoShop: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-demo-'));
      const cloud = await startCloud(folder);
      await cloud.stop();
      await use(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  cloud: async ({ folder, demoShop }, use) => {
    const own = path.join(folder, 'cloud');
    cpSync(demoShop, own, { recursive: true });
    const cloud = await startCloud(own);
    await use(cloud);
    await cloud.stop();
  },
});
