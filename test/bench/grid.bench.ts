/** From the Enter that ends a cell to the painted total: in an estimate of 500 and of 5,000 lines, beside one line alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { compare, figureOf, printVersions } from './measure.ts';

const sizes = [1, 500, 5_000] as const;
const rounds = Number(process.env.BENCH_ROUNDS ?? 40);
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-grid-'));
const root = path.join(import.meta.dirname, 'grid');

const shared = { configFile: false, root, logLevel: 'error', build: { outDir: folder, target: 'chrome130' } } as const;
await build({ ...shared, plugins: [react()], build: { ...shared.build, emptyOutDir: true } });
const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_EXECUTABLE ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

try {
  printVersions(['react', '@tanstack/react-virtual'], { Chromium: browser.version() });
  const pages = await Promise.all(sizes.map(openEstimate));
  const taken = sizes.map(() => [] as number[]);
  for (let round = -3; round < rounds; round += 1) {
    for (const [i, page] of pages.entries()) {
      const ms = await keystroke(page, round % 2 === 0 ? '1.5' : '2.5');
      if (round >= 0) taken[i]?.push(ms);
    }
  }
  const [alone, ...others] = taken.map(figureOf);
  for (const [i, product] of others.entries()) {
    if (alone === undefined) break;
    const lines = sizes[i + 1]?.toLocaleString('en-US');
    const wanted = 'limit: the same in an estimate of one line';
    compare(`Enter to the painted total, ${lines} lines`, { product, limit: alone, wanted });
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

async function openEstimate(lines: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?lines=${lines}`);
  await page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Estimate', exact: true }).click();
  await page.getByRole('table', { name: 'Totals' }).waitFor();
  return page;
}

/** Types hours over those of the first line; answers how long Enter takes until its total is painted. */
async function keystroke(page: Page, hours: string): Promise<number> {
  // A page behind others draws no frames.
  await page.bringToFront();
  await page.getByRole('grid', { name: 'Estimate lines' }).locator('[data-row="0"][data-column="10"]').click();
  await page.keyboard.type(hours);
  // The watch stands before the key is pressed: asked for at once, the two may overtake each other.
  const watch = await page.evaluateHandle(watchTotals);
  await page.keyboard.press('Enter');
  return watch.evaluate(({ painted }) => painted);
}

/** Runs in the page: from the key's own time to the frame after the one that draws another total. */
function watchTotals(): { readonly painted: Promise<number> } {
  const totals = document.querySelector('table.totals');
  const painted = new Promise<number>((resolve) => {
    let from = 0;
    window.addEventListener('keydown', ({ timeStamp }) => (from = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
    });
    if (totals) observer.observe(totals, { subtree: true, childList: true, characterData: true });
  });
  return { painted };
}
