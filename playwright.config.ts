/** Playwright on the real Electron: whole jobs, the packaged app, and the tour that makes the guide's pictures. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // A whole job on a busy machine may meet a moment that nobody foresaw: it is tried once more, and named in the last lines.
  retries: process.env.CI ? 1 : 0,
  // A run empties its folder first, and another may be writing beside it.
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testIgnore: 'packaged.spec.ts', outputDir: 'test-results/e2e' },
    { name: 'packaged', testDir: 'test/e2e', testMatch: 'packaged.spec.ts', outputDir: 'test-results/packaged' },
    { name: 'tour', testDir: 'test/tour', timeout: 600_000, outputDir: 'test-results/tour' },
  ],
});
