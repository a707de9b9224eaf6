// The menu bar, made of the one list of commands and of the system's own editing entries.

import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, commandIds, commands } from '../../src-shared/ipc/commands.ts';

type Parts = {
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly choose: (command: string) => void;
};

export type AppMenu = {
  /** Which commands a window can use now; the others are greyed while it is in front. */
  readonly enable: (window: BrowserWindow, commands: readonly string[]) => void;
};

type Entries = readonly MenuItemConstructorOptions[];

const titles: Readonly<Record<Command['menu'], string>> = {
  File: '&File',
  Edit: '&Edit',
  View: '&View',
  Workfile: '&Workfile',
  Estimate: 'E&stimate',
  Configure: '&Configure',
  Tools: '&Tools',
  Window: 'Wi&ndow',
  Help: '&Help',
};
const names = Object.keys(titles) as readonly Command['menu'][];
const line = { type: 'separator' } as const;
/** The page hears each key and knows what is being typed into, so keys are shown here but not taken. */
const shown = { registerAccelerator: false } as const;

export function showMenu(parts: Parts): AppMenu {
  const menu = Menu.buildFromTemplate(menuTemplate(parts));
  const usable = new WeakMap<BrowserWindow, ReadonlySet<string>>();
  Menu.setApplicationMenu(menu);
  const show = (window: BrowserWindow): void => {
    const set = usable.get(window);
    if (set === undefined) return;
    for (const id of commandIds) {
      const item = menu.getMenuItemById(id);
      if (item !== null) item.enabled = set.has(id);
    }
  };
  app.on('browser-window-focus', (_event, window) => show(window));
  return {
    enable(window, list) {
      usable.set(window, new Set(list));
      const front = BrowserWindow.getFocusedWindow();
      if (front === null || front === window) show(window);
    },
  };
}

export function menuTemplate(parts: Parts): MenuItemConstructorOptions[] {
  const bar = names.map((name) => ({
    label: titles[name],
    submenu: [...entriesOf(name, parts), ...ownEntries(name, parts)],
  }));
  return parts.platform === 'darwin' ? [{ role: 'appMenu' }, ...bar] : bar;
}

const entriesOf = (name: Command['menu'], { choose }: Parts): Entries =>
  commandIds
    .filter((id) => commands[id].menu === name)
    .map((id) => {
      const { label, key, needs }: Command = commands[id];
      const enabled = needs === 'nothing';
      return { id, label, enabled, ...(key !== undefined && { accelerator: key, ...shown }), click: () => choose(id) };
    });

/** What the system does itself. */
function ownEntries(name: Command['menu'], { packaged, platform }: Parts): Entries {
  if (name === 'File') return platform === 'darwin' ? [] : [line, { role: 'quit', label: 'E&xit' }];
  if (name === 'View') return packaged ? [] : [line, { role: 'toggleDevTools', label: 'D&eveloper tools' }];
  if (name !== 'Edit') return [];
  return [
    line,
    { role: 'cut', label: 'Cu&t', ...shown },
    { role: 'copy', label: '&Copy', ...shown },
    { role: 'paste', label: '&Paste', ...shown },
    { role: 'selectAll', label: 'Select &all', ...shown },
  ];
}
