/** The walls around a window, tried from inside on the real app: what a hostile page could do, it cannot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/electron-test.ts';
import { strangePages, traversals } from '../support/hostile-addresses.ts';
import { attackFromWithin } from '../support/hostile-page.ts';

declare global {
  interface Window {
    violations?: string[];
  }
}

/** Notes every breach of the policy from the next load on, and loads. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    window.violations = seen;
    document.addEventListener('securitypolicyviolation', (event) => void seen.push(event.effectiveDirective));
  });
  await page.reload();
  await signInIsShown(page);
}
const violations = (page: Page) => page.evaluate(() => window.violations ?? ['not watched']);
const signInIsShown = (page: Page) => expect(page.getByRole('textbox').first()).toBeVisible();

test('a page has no Node, and two doors of plain functions', async ({ openPc }) => {
  const { window } = await openPc();
  await signInIsShown(window);
  const found = await window.evaluate(() => {
    const shopfile = (window as unknown as { readonly shopfile: Record<string, Record<string, unknown>> }).shopfile;
    const shape = Object.entries(shopfile).flatMap(([door, functions]) =>
      Object.entries(functions).map(([name, value]) => `${door}.${name}: ${typeof value}`),
    );
    const words = ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'];
    const left = words.filter((word) => word in globalThis);
    Reflect.set(shopfile, 'bridge', null);
    Reflect.set(shopfile.bridge ?? {}, 'ask', null);
    return { shape, left, secure: isSecureContext, kept: typeof shopfile.bridge?.ask };
  });
  expect(found).toEqual({
    shape: ['bridge.ask: function', 'bridge.listen: function', 'host.tell: function', 'host.listen: function'],
    left: [],
    secure: true,
    kept: 'function',
  });
});

test('what crosses the bridge pollutes no prototype', async ({ openPc }) => {
  const { window } = await openPc();
  await signInIsShown(window);
  const polluted = await window.evaluate(async () => {
    const { bridge, host } = (window as unknown as { readonly shopfile: { bridge: Asking; host: Telling } }).shopfile;
    type Asking = { ask(name: string, input: unknown): Promise<unknown> };
    type Telling = { tell(name: string, call: unknown): void };
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    const reply = await bridge.ask('session.state', hostile);
    await bridge.ask('__proto__', hostile);
    host.tell('window.title', hostile);
    return ['polluted' in {}, 'polluted' in Object(reply)];
  });
  expect(polluted).toEqual([false, false]);
});

test('the screens break no rule of the policy', async ({ openPc }) => {
  const { window } = await openPc();
  await watchPolicy(window);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('zoom');
  await window.keyboard.press('Escape');
  await window.getByRole('textbox').first().fill('estimator@demo.example.com');
  await window.keyboard.press('Enter');
  await window.setViewportSize({ width: 1100, height: 720 });
  expect(await violations(window)).toEqual([]);
});

test('the policy blocks scripts, code from text, styles, pictures, frames, posts and connections that are not ours', async ({
  openPc,
}) => {
  const pc = await openPc();
  await watchPolicy(pc.window);
  expect(await pc.window.evaluate(attackFromWithin)).toEqual([]);
  expect([...new Set(await violations(pc.window))].sort()).toEqual([
    'base-uri',
    'connect-src',
    'form-action',
    'frame-src',
    'img-src',
    'media-src',
    'require-trusted-types-for',
    'style-src-elem',
    'trusted-types',
  ]);
  pc.errors.length = 0;
});

test('a page goes nowhere and opens nothing', async ({ openPc }) => {
  const pc = await openPc();
  await signInIsShown(pc.window);
  const opened = await pc.window.evaluate((addresses) => {
    const windows = addresses.map((address) => {
      try {
        return window.open(address);
      } catch {
        return null;
      }
    });
    for (const address of addresses) {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = address;
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
    }
    return windows.filter((one) => one !== null).length;
  }, strangePages);
  for (const address of ['https://evil.example/', 'file:///etc/passwd', 'app://other/', 'about:blank']) {
    await pc.window.evaluate((url) => {
      location.href = url;
    }, address);
  }
  await pc.window.waitForTimeout(500);
  await signInIsShown(pc.window);
  expect([opened, new URL(pc.window.url()).pathname, pc.app.windows().length]).toEqual([0, '/', 1]);
  pc.errors.length = 0;
});

test('no spelling of a way out of the folder reaches a file', async ({ openPc }) => {
  const pc = await openPc();
  await signInIsShown(pc.window);
  const answers = await pc.window.evaluate(
    (ways) =>
      Promise.all(
        ways.map(async (way) => {
          const response = await fetch(`app://shopfile/${way}`);
          return `${response.status} ${await response.text()}`;
        }),
      ),
    [...traversals, '../../package.json', '..%2f..%2fpackage.json', 'photo/abc', 'assets/'],
  );
  expect([...new Set(answers)]).toEqual(['404 Not found']);
  pc.errors.length = 0;
});

test('the system grants a page nothing but the clipboard for its own text', async ({ openPc }) => {
  const { window } = await openPc();
  await signInIsShown(window);
  await window.getByRole('textbox').first().click();
  const granted = await window.evaluate(async () => {
    const refused = async (act: () => Promise<unknown>) => {
      try {
        await act();
        return false;
      } catch {
        return true;
      }
    };
    return {
      position: await refused(() => new Promise((done, no) => navigator.geolocation.getCurrentPosition(done, no))),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      reading: await refused(() => navigator.clipboard.readText()),
      notices: await Notification.requestPermission(),
      writing: await refused(() => navigator.clipboard.writeText('RO 4711')),
    };
  });
  expect(granted).toEqual({
    position: true,
    camera: true,
    screen: true,
    reading: true,
    notices: 'denied',
    writing: false,
  });
});

test('every page runs in the sandbox of the system', async ({ openPc }) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() === 0, 'root on Linux has no sandbox');
  const { app } = await openPc();
  const pages = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().flatMap(({ type, pid }) => (type === 'Tab' ? [pid] : [])),
  );
  expect(pages.length).toBeGreaterThan(0);
  for (const pid of pages) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/Seccomp:\s+2/);
});

test('a second start on the same data ends by itself, and the first goes on', async ({ openPc }) => {
  const { app, window, userData } = await openPc();
  await signInIsShown(window);
  const command = app.process().spawnargs.filter((argument) => !argument.startsWith('--remote-debugging'));
  const [program = '', ...args] = command.filter((argument) => !argument.startsWith('--inspect'));
  const second: ChildProcess = spawn(program, args, {
    cwd: path.resolve('.'),
    stdio: 'ignore',
    env: { ...process.env, SHOPFILE_USER_DATA: userData },
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await signInIsShown(window);
  expect(app.windows()).toHaveLength(1);
});
