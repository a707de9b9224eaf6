/** The test projects: unit, integration, sim (with the models), trust and browser; Playwright drives the real Electron separately. */
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Debian's Chromium; its background traffic is off so that nothing leaves the machine. */
const chromium = playwright({
  launchOptions: {
    executablePath: process.env.CHROMIUM_EXECUTABLE ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  },
});

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['src-*/**/*.{ts,tsx}'], exclude: ['**/*.d.ts'] },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts', 'test/*.test.ts'],
          pool: 'forks',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          maxWorkers: 2,
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sim',
          environment: 'node',
          include: ['test/{sim,model}/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'trust',
          environment: 'node',
          include: ['test/trust/**/*.trust.ts'],
          pool: 'forks',
          // Counts are given by hand and may be large; each run has an end of its own.
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        // Found one by one, they would be bundled again in the middle of the first run, and React would be there twice.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react/jsx-dev-runtime',
            'vitest-browser-react',
            'zustand',
            'zustand/react/shallow',
            '@fluentui/react-components',
            '@tanstack/react-virtual',
            'zod',
            'fractional-indexing',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.test.tsx'],
          // As many keys as a test presses, on a machine that is busy with others: what hangs is ended all the same.
          testTimeout: 240_000,
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: chromium,
          },
        },
      },
    ],
  },
});
