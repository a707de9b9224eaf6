/** Every window is made alike, behind all walls, and comes back when its page dies. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPatience } from '../../../src-main/os/patience.ts';
import { createWindows, grounds } from '../../../src-main/os/window-factory.ts';
import { theme } from '../../../src-ui/theme/theme.ts';
import { BrowserWindow, nativeTheme, spy } from '../../support/stub-electron.ts';
import { memoryLog, memoryOf } from '../../support/stub-main.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function factory(change: { readonly packaged?: boolean; readonly memory?: ReturnType<typeof memoryOf> } = {}) {
  const tools = { ...memoryLog(), shown: spy(), gaveUp: spy(), memory: change.memory ?? memoryOf() };
  const windows = createWindows({
    ...tools,
    title: 'Shopfile',
    preload: '/app/preload.cjs',
    packaged: change.packaged ?? false,
    patience: createPatience(() => Date.now()),
  });
  const open = (): BrowserWindow => windows.open() as unknown as BrowserWindow;
  return { ...tools, windows, open };
}

const preferences = (window: BrowserWindow) => window.options.webPreferences as Readonly<Record<string, unknown>>;

describe('a window', () => {
  test('is isolated, sandboxed, without Node, web views or a weaker web', () => {
    expect(preferences(factory().open())).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
      zoomFactor: 1,
    });
  });

  test('has no developer tools when packaged', () =>
    expect(preferences(factory({ packaged: true }).open()).devTools).toBe(false));

  test('is hidden until drawn, at least 1024 by 700, and shows our page only', () => {
    const { open, shown } = factory();
    const window = open();
    expect(window.options).toMatchObject({ show: false, minWidth: 1024, minHeight: 700, title: 'Shopfile' });
    expect(window.webContents.getURL()).toBe('app://shopfile/');
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect([window.show.mock.calls.length, shown.mock.calls.length]).toEqual([1, 1]);
  });

  test('has the ground of the theme from the first moment', () => {
    expect(grounds).toEqual({ light: theme.colors.light.canvas, dark: theme.colors.dark.canvas });
    nativeTheme.shouldUseDarkColors = true;
    expect(factory().open().options.backgroundColor).toBe(grounds.dark);
    nativeTheme.shouldUseDarkColors = false;
    expect(factory().open().options.backgroundColor).toBe(grounds.light);
  });

  test('comes home from an empty page, and stays where it belongs otherwise', () => {
    const { webContents } = factory().open();
    webContents.mainFrame.url = 'about:blank';
    webContents.emit('did-navigate', {}, 'about:blank');
    expect(webContents.getURL()).toBe('app://shopfile/');
    webContents.mainFrame.url = 'app://shopfile/#list';
    webContents.emit('did-navigate', {}, 'app://shopfile/#list');
    expect(webContents.getURL()).toBe('app://shopfile/#list');
  });

  test('keeps its name whatever the page calls itself', () => {
    const event = { preventDefault: spy() };
    factory().open().emit('page-title-updated', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  test('comes back where it was, as large, and maximized if it was', () => {
    const bounds = { x: 100, y: 50, width: 1300, height: 900 };
    const window = factory({ memory: memoryOf({ bounds, maximized: true, zoom: 150 }) }).open();
    expect(window.options).toMatchObject(bounds);
    expect(preferences(window).zoomFactor).toBe(1.5);
    window.emit('ready-to-show');
    expect(window.maximize).toHaveBeenCalledOnce();
  });

  test('has its zoom as soon as a page stands, also one that was loaded again, and tells the page', () => {
    const { webContents } = factory({ memory: memoryOf({ zoom: 150 }) }).open();
    webContents.emit('dom-ready');
    expect(webContents.setZoomFactor.mock.lastCall).toEqual([1.5]);
    expect(webContents.sent).toEqual([['host', 'zoom.changed', { percent: 150 }]]);
    webContents.emit('dom-ready');
    expect(webContents.sent).toHaveLength(2);
  });

  test('is remembered soon after it moved, and when it closes', () => {
    const { open, memory } = factory();
    const window = open();
    window.bounds = { x: 1, y: 2, width: 1100, height: 720 };
    window.emit('move');
    expect(memory.state().bounds).toBeNull();
    vi.advanceTimersByTime(600);
    expect(memory.state().bounds).toEqual(window.bounds);
    window.bounds = { x: 5, y: 6, width: 1100, height: 720 };
    window.emit('close');
    expect(memory.state().bounds).toEqual(window.bounds);
  });

  test('is forgotten when closed, and strange contents never were known', () => {
    const { open, windows } = factory();
    const window = open();
    expect(windows.of(window.webContents as never)).toBe(window);
    expect(windows.of(new BrowserWindow({}).webContents as never)).toBeUndefined();
    window.emit('closed');
    expect([windows.all(), windows.of(window.webContents as never)]).toEqual([[], undefined]);
  });
});

describe('a page that dies', () => {
  test('is loaded again, and after five deaths in a minute the program ends', () => {
    const { open, gaveUp, events } = factory();
    const { webContents } = open();
    for (let death = 1; death <= 5; death += 1) {
      webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
      vi.advanceTimersByTime(10_000);
      expect(webContents.reload).toHaveBeenCalledTimes(Math.min(death, 4));
    }
    expect(gaveUp).toHaveBeenCalledOnce();
    expect(events[0]).toEqual({ event: 'page.died', fields: { kind: 'crashed', code: 11 } });
  });

  test('is let go when it ended by itself', () => {
    const { open } = factory();
    const { webContents } = open();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    vi.advanceTimersByTime(10_000);
    expect(webContents.reload).not.toHaveBeenCalled();
  });
});

test('nothing in the main process weakens the web', () => {
  const weak =
    /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|unsafe-inline|unsafe-eval|bypassCSP|webSecurity: false|nodeIntegration: true|contextIsolation: false|sandbox: false|webviewTag: true/;
  const files = readdirSync('src-main', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => weak.test(readFileSync(path.join('src-main', file), 'utf8')))).toEqual([]);
});

describe('a part of the app in a window of its own', () => {
  const dms = 'dms/0190aaaa-0000-7000-8000-000000000001';
  const made = () => BrowserWindow.made.at(-1) as BrowserWindow;

  test('shows its part behind the same walls, and is neither remembered nor named by its page', () => {
    const { windows, memory } = factory();
    windows.show(dms);
    const window = made();
    expect(window.webContents.getURL()).toBe(`app://shopfile/#${dms}`);
    expect(preferences(window)).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledTimes(1);
    window.emit('resize');
    vi.runAllTimers();
    expect(memory.state().bounds).toBeNull();
  });

  test('is brought to the front when it is asked for again, and opened anew once it was closed', () => {
    const { windows } = factory();
    windows.show(dms);
    const window = made();
    window.minimized = true;
    windows.show(dms);
    expect(made()).toBe(window);
    expect([window.restore.mock.calls.length, window.focus.mock.calls.length]).toEqual([1, 1]);
    window.emit('closed');
    windows.show(dms);
    expect(made()).not.toBe(window);
  });

  test('leads to a command of the whole app, which comes to the front', () => {
    const { windows, open } = factory();
    windows.tellApp('command.chosen', { command: 'library.dms-connection' });
    const whole = open();
    windows.show(dms);
    whole.minimized = true;
    windows.tellApp('command.chosen', { command: 'library.dms-connection' });
    expect([whole.restore.mock.calls.length, whole.focus.mock.calls.length]).toEqual([1, 1]);
    expect(whole.webContents.sent).toEqual([['host', 'command.chosen', { command: 'library.dms-connection' }]]);
    expect(made().webContents.sent).toEqual([]);
  });

  test('closes with the whole app, and by its own button; the app is closed by neither', () => {
    const { windows, open } = factory();
    const whole = open();
    windows.show(dms);
    const window = made();
    windows.close(whole as never);
    expect(whole.close).not.toHaveBeenCalled();
    windows.close(window as never);
    whole.emit('closed');
    expect(window.close).toHaveBeenCalledTimes(2);
  });
});
