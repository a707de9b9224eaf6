/** The test function of whole jobs: PCs and a cloud on demand, all ended with the test, and no error of a window unseen. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Cloud, startCloud } from './electron-cloud.ts';
import { openPc, type Pc, type PcOptions } from './electron-pc.ts';
import { noteWhatIsShown } from './what-is-shown.ts';

/** The demo shop's people, as the cloud's demo seed makes them. */
export const demoSignIn = {
  estimator: 'estimator@demo.example.com:demo-shop-estimator',
  office: 'office@demo.example.com:demo-shop-office',
};

type Fixtures = {
  /** A folder of this test alone, deleted after it. */
  readonly folder: string;
  readonly cloud: Cloud;
  /** Opens a PC; without `userData` it gets a new folder. */
  readonly openPc: (options?: Partial<PcOptions>) => Promise<Pc>;
};

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  cloud: async ({ folder }, use) => {
    const cloud = await startCloud(mkdtempSync(path.join(folder, 'cloud-')));
    await use(cloud);
    await cloud.stop();
  },

  openPc: async ({ folder }, use, testInfo) => {
    const opened: Pc[] = [];
    await use(async (options = {}) => {
      const pc = await openPc({ userData: mkdtempSync(path.join(folder, 'pc-')), ...options });
      await pc.app.context().tracing.start({ screenshots: true, snapshots: true });
      opened.push(pc);
      return pc;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const [number, pc] of opened.filter((one) => one.isOpen()).entries()) {
      const kept = failed ? { path: testInfo.outputPath(`pc-${number + 1}.zip`) } : {};
      if (failed) await noteWhatIsShown(pc, testInfo).catch(() => undefined);
      await pc.app.context().tracing.stop(kept);
      await pc.close();
    }
    expect(opened.flatMap((pc) => pc.errors)).toEqual([]);
  },
});

export { expect };
