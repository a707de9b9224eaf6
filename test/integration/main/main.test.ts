/** The main process is put together in the right order, and refuses to start on what it cannot use. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as stub from '../../support/stub-electron.ts';

// The same stub for every fresh load of what is tested.
vi.mock('electron', () => ({ ...stub }));
const { app, BrowserWindow, dialog, protocol, utilityProcess } = stub;

const signals = ['uncaughtException', 'unhandledRejection'] as const;
const held = { folder: '', before: new Map<string, readonly unknown[]>() };

beforeEach(() => {
  vi.resetModules();
  held.folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-main-'));
  for (const signal of signals) held.before.set(signal, process.listeners(signal as 'uncaughtException'));
  mkdirSync(path.join(held.folder, 'app/dist/renderer'), { recursive: true });
  writeFileSync(path.join(held.folder, 'app/dist/renderer/index.html'), '<p>page</p>');
  app.removeAllListeners();
  app.calls.length = 0;
  app.paths.set('app', path.join(held.folder, 'app'));
  Object.assign(app, { switches: [], firstInstance: true });
  app.becomeUnready();
  app.quit.mockClear();
  app.exit.mockClear();
  app.relaunch.mockClear();
  dialog.showErrorBox.mockClear();
  BrowserWindow.made.length = 0;
  utilityProcess.forked.length = 0;
  vi.stubEnv('SHOPFILE_USER_DATA', path.join(held.folder, 'user'));
  vi.stubEnv('SHOPFILE_CLOUD_URL', 'http://127.0.0.1:4000');
  Object.defineProperty(process, 'resourcesPath', { value: '/resources', configurable: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const signal of signals) {
    const added = process
      .listeners(signal as 'uncaughtException')
      .filter((one) => !held.before.get(signal)?.includes(one));
    for (const one of added) process.off(signal as 'uncaughtException', one);
  }
  rmSync(held.folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  await import('../../../src-main/main.ts');
  app.becomeReady();
  await vi.waitFor(() =>
    expect(BrowserWindow.made.length + app.quit.mock.calls.length + app.exit.mock.calls.length).toBe(1),
  );
}
const logged = (): string => readFileSync(path.join(held.folder, 'user/logs/main.log'), 'utf8');

test('the data folder, the sandbox, the scheme and the lock come before the app is ready', async () => {
  await import('../../../src-main/main.ts');
  expect(app.calls).toEqual([
    'setPath userData',
    'setPath sessionData',
    'enableSandbox',
    'registerSchemesAsPrivileged',
    'requestSingleInstanceLock',
    'whenReady',
  ]);
  expect(app.paths.get('userData')).toBe(path.join(held.folder, 'user'));
  expect(protocol.schemes.at(-1)).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  });
});

test('where the system allows no sandbox it is not asked for', async () => {
  app.switches = ['no-sandbox'];
  await import('../../../src-main/main.ts');
  expect(app.calls).not.toContain('enableSandbox');
});

test('one window shows the page, and one backend gets its options', async () => {
  await start();
  expect(BrowserWindow.made.map((window) => window.webContents.getURL())).toEqual(['app://shopfile/']);
  const [fork] = utilityProcess.forked;
  expect(fork?.module).toBe(path.join(held.folder, 'app/dist/main/backend-process.cjs'));
  expect(JSON.parse(fork?.args[0] ?? '')).toMatchObject({
    dataDir: path.join(held.folder, 'user/data'),
    cloudUrl: 'http://127.0.0.1:4000',
  });
});

test('a second start quits, and the first comes forward', async () => {
  app.firstInstance = false;
  await start();
  expect([app.quit.mock.calls.length, BrowserWindow.made.length, utilityProcess.forked.length]).toEqual([1, 0, 0]);
  app.quit.mockClear();
  vi.resetModules();
  app.firstInstance = true;
  await start();
  const [window] = BrowserWindow.made;
  if (window !== undefined) window.minimized = true;
  app.emit('second-instance');
  expect([window?.restore, window?.show, window?.focus].map((done) => done?.mock.calls.length)).toEqual([1, 1, 1]);
});

test('an insecure address of the cloud starts nothing and says so', async () => {
  vi.stubEnv('SHOPFILE_CLOUD_URL', 'http://cloud.example.com');
  await start();
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ message: expect.stringContaining('cloud') }),
  );
  expect([BrowserWindow.made.length, utilityProcess.forked.length]).toEqual([0, 0]);
});

test('a program without its page ends with a reference that its log has too', async () => {
  rmSync(path.join(held.folder, 'app/dist'), { recursive: true });
  await start();
  expect(app.exit).toHaveBeenCalledWith(1);
  const [, reference] =
    /reference to support: ([0-9a-f]{8})/.exec(String(dialog.showErrorBox.mock.lastCall?.[1])) ?? [];
  expect(logged()).toContain(`"event":"main.failed","reference":"${reference}","trace":"`);
  expect(logged()).not.toContain(held.folder);
});

test('data of a newer version are said, and tried again when the person wishes', async () => {
  await start();
  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
  utilityProcess.forked[0]?.child.emit('message', {
    kind: 'failed',
    failure: { kind: 'outdated', need: '2.0.0' },
    detail: '',
  });
  await vi.waitFor(() => expect(utilityProcess.forked).toHaveLength(2));
  utilityProcess.forked[1]?.child.emit('message', {
    kind: 'failed',
    failure: { kind: 'outdated', need: '2.0.0' },
    detail: '',
  });
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  expect(utilityProcess.forked).toHaveLength(2);
});

test('a folder that cannot be written is said with its place, and tried again when the person wishes', async () => {
  writeFileSync(path.join(held.folder, 'user'), 'a file where the folder should be');
  dialog.showMessageBox.mockClear();
  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
  await start();
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({
      message: expect.stringContaining('cannot be opened'),
      detail: expect.stringContaining(`Folder: ${path.join(held.folder, 'user')}`),
    }),
  );
  expect([BrowserWindow.made.length, utilityProcess.forked.length]).toEqual([0, 0]);
  expect([app.relaunch.mock.calls.length, app.quit.mock.calls.length]).toEqual([1, 1]);
  expect(app.calls).not.toContain('requestSingleInstanceLock');
  expect(readFileSync(path.join(held.folder, 'user'), 'utf8')).toBe('a file where the folder should be');
});

test('the end of the program ends its backend', async () => {
  await start();
  app.emit('window-all-closed');
  expect(app.quit).toHaveBeenCalledOnce();
  app.emit('will-quit');
  expect(utilityProcess.forked[0]?.child.kill).toHaveBeenCalledOnce();
});
