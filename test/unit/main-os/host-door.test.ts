/** The door to the main process hears our own page only, and only what is small, known and well formed. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openHostDoor } from '../../../src-main/os/host-door.ts';
import { hostHandlers } from '../../../src-main/os/host-handlers.ts';
import { isSmall } from '../../../src-main/os/message-size.ts';
import { hostCalls } from '../../../src-shared/ipc/host.ts';
import { BrowserWindow, ipcMain, nativeTheme, type StubFrame, spy } from '../../support/stub-electron.ts';
import { eventFrom, memoryLog, memoryOf, ownWindow } from '../../support/stub-main.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));
beforeEach(() => ipcMain.removeAllListeners());

function door() {
  const { window, windows } = ownWindow();
  const { log, events } = memoryLog();
  const memory = memoryOf();
  const heard = { ready: spy(), enable: spy(), open: spy(), connect: spy() };
  const handlers = hostHandlers({
    windows,
    memory,
    menu: { enable: heard.enable },
    links: { open: heard.open },
    productName: 'Shopfile',
    ready: heard.ready,
  });
  const time = { now: 0 };
  openHostDoor({ windows, handlers, connect: heard.connect, clock: () => time.now, log });
  const tell = (name: unknown, call: unknown, event = eventFrom(window.webContents)): void => {
    ipcMain.emit('host', event, name, call);
  };
  return { window, memory, events, heard, time, tell };
}

describe('the sender', () => {
  const frame = (change: Partial<StubFrame>): StubFrame => ({
    url: 'app://shopfile/',
    parent: null,
    detached: false,
    ...change,
  });

  test('the main frame of a window of ours gets a port', () => {
    const { window, heard } = door();
    ipcMain.emit('port', eventFrom(window.webContents));
    expect(heard.connect.mock.calls).toEqual([[window]]);
  });

  test.each([
    ['a frame within the page', frame({ parent: frame({}) })],
    ['a page of another origin', frame({ url: 'https://evil.example/' })],
    ['another app page', frame({ url: 'app://other/' })],
    ['an empty page', frame({ url: 'about:blank' })],
    ['a file of ours that is no page', frame({ url: 'app://shopfile/assets/index.js' })],
    ['a frame that has gone', frame({ detached: true })],
    ['no frame at all', null],
  ])('%s gets no port and is not heard', (_, stranger) => {
    const { window, heard, tell, events } = door();
    const event = eventFrom(window.webContents, stranger);
    ipcMain.emit('port', event);
    tell('window.ready', {}, event);
    expect([heard.connect.mock.calls, heard.ready.mock.calls]).toEqual([[], []]);
    expect(events.map(({ event: name }) => name)).toEqual(['door.stranger', 'door.stranger']);
  });

  test('contents that are no window of ours get no port, whatever they show', () => {
    const { heard } = door();
    const other = new BrowserWindow({});
    other.webContents.mainFrame.url = 'app://shopfile/';
    ipcMain.emit('port', eventFrom(other.webContents));
    expect(heard.connect).not.toHaveBeenCalled();
  });
});

describe('a call', () => {
  test('names the window', () => {
    const { window, tell } = door();
    tell('window.title', { title: 'RO 4711' });
    tell('window.title', { title: '' });
    expect(window.setTitle.mock.calls.flat()).toEqual(['RO 4711 – Shopfile', 'Shopfile']);
  });

  test('steps the zoom within its limits, remembers it and tells it', () => {
    const { window, tell, memory } = door();
    for (let step = 0; step < 8; step += 1) tell('window.zoom', { step: 'in' });
    expect([memory.state().zoom, window.webContents.setZoomFactor.mock.lastCall]).toEqual([200, [2]]);
    for (let step = 0; step < 8; step += 1) tell('window.zoom', { step: 'out' });
    expect([memory.state().zoom, window.webContents.sent.at(-1)]).toEqual([
      100,
      ['host', 'zoom.changed', { percent: 100 }],
    ]);
    tell('window.zoom', { step: 'in' });
    expect(memory.state().zoom).toBe(110);
    tell('window.zoom', { step: 'reset' });
    expect(memory.state().zoom).toBe(100);
  });

  test('sets and remembers the theme', () => {
    const { tell, memory } = door();
    tell('window.theme', { theme: 'dark' });
    expect([nativeTheme.themeSource, memory.state().theme]).toEqual(['dark', 'dark']);
    nativeTheme.themeSource = 'system';
  });

  test('fills the screen, enables menus, opens links, says ready', () => {
    const { window, tell, heard } = door();
    tell('window.full-screen', {});
    tell('menu.enable', { commands: ['line.add'] });
    tell('link.open', { url: 'https://shopfile.example.com/' });
    tell('window.ready', {});
    expect(window.setFullScreen).toHaveBeenCalledWith(true);
    expect(heard.enable).toHaveBeenCalledWith(window, ['line.add']);
    expect(heard.open).toHaveBeenCalledWith('https://shopfile.example.com/');
    expect(heard.ready).toHaveBeenCalledOnce();
  });
});

describe('a hostile call', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const deep = Array.from({ length: 10_000 }).reduce((inner: unknown) => ({ inner }), {});

  test.each([
    ['an unknown name', 'window.close', {}],
    ['a name of Object itself', 'toString', {}],
    ['a prototype as a name', '__proto__', {}],
    ['a constructor as a name', 'constructor', {}],
    ['no name', undefined, {}],
    ['a name that is a list', ['window.ready'], {}],
    ['no call', 'window.title', undefined],
    ['a wrong type', 'window.title', { title: 7 }],
    ['a missing field', 'window.title', {}],
    ['an extra field', 'window.ready', { extra: 1 }],
    ['a prototype in the call', 'window.ready', JSON.parse('{"__proto__":{"title":"x"}}')],
    ['a title of 300 signs', 'window.title', { title: 'x'.repeat(300) }],
    ['a title of ten megabytes', 'window.title', { title: 'x'.repeat(10_000_000) }],
    ['a title of two lines', 'window.title', { title: 'a\nb' }],
    ['half a sign', 'window.title', { title: '\ud800' }],
    ['an unknown step', 'window.zoom', { step: 'far' }],
    ['an unknown command', 'menu.enable', { commands: ['line.add', 'format.disk'] }],
    ['a million commands', 'menu.enable', { commands: Array.from({ length: 1_000_000 }, () => 'line.add') }],
    ['a circle', 'window.ready', circle],
    ['ten thousand levels', 'window.ready', deep],
    ['a big buffer', 'window.ready', new Uint8Array(1_000_000)],
    ['a map', 'window.title', new Map([['title', 'x']])],
    ['a number', 'window.ready', Number.NaN],
    ['nothing', 'window.ready', null],
  ])('%s is refused and changes nothing', (_, name, call) => {
    const { window, tell, heard, memory, events } = door();
    const before = memory.state();
    tell(name, call);
    expect(events.map(({ event }) => event)).toEqual(['door.refused']);
    expect([heard.ready.mock.calls, heard.enable.mock.calls, window.setTitle.mock.calls]).toEqual([[], [], []]);
    expect(memory.state()).toBe(before);
  });

  test('that is too big is not even parsed', () => {
    const parse = vi.spyOn(hostCalls['menu.enable'], 'safeParse');
    const { tell } = door();
    tell('menu.enable', { commands: Array.from({ length: 20_001 }, () => 'x') });
    expect(parse).not.toHaveBeenCalled();
    tell('menu.enable', { commands: [] });
    expect(parse).toHaveBeenCalledOnce();
  });

  test('no call of a flood of ten thousand a second comes through after the first five hundred', () => {
    const { tell, heard, time } = door();
    for (let call = 0; call < 10_000; call += 1) tell('window.ready', {});
    expect(heard.ready).toHaveBeenCalledTimes(500);
    time.now = 1000;
    tell('window.ready', {});
    expect(heard.ready).toHaveBeenCalledTimes(501);
  });
});

test('every call of the door has its handler, and no handler is without a call', () => {
  const { windows } = ownWindow();
  const menu = { enable: spy() };
  const links = { open: spy() };
  const handlers = hostHandlers({ windows, memory: memoryOf(), menu, links, productName: 'Shopfile', ready: spy() });
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(hostCalls).sort());
});

test('size counts texts, keys and numbers, and ends at its limit', () => {
  expect(isSmall({ ab: 'cde' }, 6)).toBe(true);
  expect(isSmall({ ab: 'cde' }, 5)).toBe(false);
  expect(isSmall(['x'.repeat(99)], 99)).toBe(false);
  expect(isSmall(new Set(['x'.repeat(50), 'y'.repeat(50)]), 90)).toBe(false);
});
