/** The menu bar: every command once, with its key, greyed by what the window in front can do. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { menuTemplate, showMenu } from '../../../src-main/os/menu.ts';
import { type Command, commandIds, commands } from '../../../src-shared/ipc/commands.ts';
import { app, BrowserWindow, Menu, spy } from '../../support/stub-electron.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));
beforeEach(() => {
  BrowserWindow.focused = null;
  app.removeAllListeners();
});

const choose = spy();
const parts = { packaged: true, platform: 'win32', choose } as const;
const entries = () => Menu.shown.flatMap((menu) => menu.submenu ?? []);
const enabled = () => entries().flatMap((entry) => (entry.id !== undefined && entry.enabled ? [entry.id] : []));

describe('the menu bar', () => {
  test('holds every command once, with its key, in the order of the list', () => {
    showMenu(parts);
    const shown = entries().filter((entry) => entry.id !== undefined);
    expect(shown.map((entry) => entry.id)).toEqual(commandIds);
    expect(shown.map((entry) => entry.accelerator)).toEqual(commandIds.map((id) => (commands[id] as Command).key));
  });

  test('takes no key from the page, which knows whether somebody types', () => {
    showMenu(parts);
    const taken = entries().filter((entry) => entry.accelerator !== undefined && entry.registerAccelerator !== false);
    expect(taken).toEqual([]);
  });

  test('has one access key a menu and none twice within one', () => {
    const template = menuTemplate({ ...parts, packaged: false });
    const keysOf = (labels: readonly (string | undefined)[]) =>
      labels.flatMap((label) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? []);
    const bars = [template, ...template.map((menu) => menu.submenu as readonly { readonly label?: string }[])];
    const doubled = bars
      .map((bar) => keysOf(bar.map(({ label }) => label)))
      .filter((keys) => new Set(keys).size < keys.length);
    expect(keysOf(template.map(({ label }) => label))).toHaveLength(9);
    expect(doubled).toEqual([]);
  });

  test('uses no key twice but on two screens, and none with Ctrl+Alt', () => {
    const screens: readonly Command['needs'][] = ['estimate', 'receipts'];
    const keys = commandIds.flatMap((id) => {
      const { key, also = [] }: Command = commands[id];
      return [key ?? [], also].flat();
    });
    const placed = commandIds.flatMap((id) => {
      const { key, also = [], needs }: Command = commands[id];
      const places = screens.includes(needs) ? [needs] : screens;
      return [key ?? [], also].flat().flatMap((one) => places.map((place) => `${one} ${place}`));
    });
    expect(new Set(placed).size).toBe(placed.length);
    expect(keys.filter((key) => /Alt/.test(key) && /Ctrl/.test(key))).toEqual([]);
  });

  test('tells the window which command was chosen', () => {
    showMenu(parts);
    entries()
      .find((entry) => entry.id === 'line.add')
      ?.click?.();
    expect(choose).toHaveBeenCalledWith('line.add');
  });

  test('offers developer tools only when not packaged, and its own app menu on a Mac', () => {
    const roles = (template: ReturnType<typeof menuTemplate>) =>
      template
        .flatMap((menu) => [menu, ...((menu.submenu ?? []) as typeof template)])
        .flatMap(({ role }) => role ?? []);
    expect(roles(menuTemplate(parts))).toEqual(['quit', 'cut', 'copy', 'paste', 'selectAll']);
    expect(roles(menuTemplate({ ...parts, packaged: false }))).toContain('toggleDevTools');
    expect(roles(menuTemplate({ ...parts, platform: 'darwin' }))).toEqual([
      'appMenu',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
  });
});

describe('what can be used', () => {
  test('is at first what needs nothing', () => {
    showMenu(parts);
    expect(enabled()).toEqual(commandIds.filter((id) => commands[id].needs === 'nothing'));
  });

  test('follows what the window says', () => {
    const menu = showMenu(parts);
    menu.enable(new BrowserWindow({}) as never, ['workfile.new', 'line.add']);
    expect(enabled()).toEqual(['workfile.new', 'line.add']);
  });

  test('follows the window in front', () => {
    const menu = showMenu(parts);
    const [first, second] = [new BrowserWindow({}), new BrowserWindow({})];
    BrowserWindow.focused = first;
    menu.enable(first as never, ['line.add']);
    menu.enable(second as never, ['sync.now']);
    expect(enabled()).toEqual(['line.add']);
    app.emit('browser-window-focus', {}, second);
    expect(enabled()).toEqual(['sync.now']);
    app.emit('browser-window-focus', {}, new BrowserWindow({}));
    expect(enabled()).toEqual(['sync.now']);
  });
});
