// The built component page in a real browser: a strict content policy is never broken, and nobody is locked out.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
const nonce = 'c29tZSBub25jZQ';
const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;

let folder: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'component-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve('test/browser/demo'),
    plugins: [react()],
    html: { cspNonce: '__NONCE__' },
    build: { outDir: folder, emptyOutDir: true, modulePreload: false },
  });
  server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://page').pathname;
    const file = path.join(folder, name === '/' ? 'index.html' : name);
    readFile(file).then(
      (bytes) => {
        const body = file.endsWith('.html') ? bytes.toString().replaceAll('__NONCE__', nonce) : bytes;
        const kind = kinds[path.extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': kind, 'content-security-policy': policy }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_EXECUTABLE ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is done on the page before it is looked at. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: async (page) => {
    await page.locator('[data-row="2"][data-column="1"]').click();
    await page.keyboard.press('Control+End');
    await page.locator('[data-row="99999"]').first().waitFor();
  },
  'list with menu': async (page) => {
    await page.locator('[role=columnheader]').nth(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Hide column' }).waitFor();
  },
  sheet: async (page) => {
    await page.locator('[data-row="5"][data-column="5"]').click();
    await page.keyboard.type('-5');
    await page.keyboard.press('Enter');
    await page.getByText('A price is never negative.').waitFor();
  },
  'sheet with choices': async (page) => {
    await page.locator('[data-row="1"][data-column="1"]').click();
    await page.keyboard.press('F2');
    await page.getByRole('option', { name: 'Remove / install' }).waitFor();
  },
  form: async (page) => {
    await page.getByLabel('Payer').first().click();
    await page.getByRole('option', { name: 'Warranty' }).waitFor();
  },
  empty: async (page) => {
    await page.getByRole('button', { name: 'Delete line' }).click();
    await page.getByText('Line 4 deleted').first().waitFor();
  },
  dialog: async (page) => {
    await page.getByLabel('Reason').fill('Wrong amount');
  },
  palette: async (page) => {
    await page.keyboard.type('pri');
    await page.getByRole('option', { name: 'Print' }).waitFor();
  },
};

async function openPage(view: string, theme: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push(`${event.violatedDirective} ${event.sample}`),
    );
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?view=${view.split(' ')[0]}&theme=${theme}`);
  return page;
}

describe.each(['light', 'dark'])('the %s page', (theme) => {
  test.each(Object.keys(views))('%s breaks no content policy and passes axe', async (view) => {
    const page = await openPage(view, theme);
    await views[view]?.(page);
    expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
    await page.context().close();
  });
});

test('a style without the nonce is refused and seen', async () => {
  const page = await openPage('list', 'light');
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' })),
  );
  await expect.poll(() => page.evaluate(() => (window as unknown as { broken: string[] }).broken.length)).toBe(1);
  await page.context().close();
});
