// What the main process does for a window: its title, zoom, theme, menu and links.

import { nativeTheme } from 'electron';
import { dmsView } from '../../src-shared/ipc/dms/dms-view.ts';
import type { HostHandlers } from './host-door.ts';
import type { Links } from './links.ts';
import type { AppMenu } from './menu.ts';
import { grounds, type Windows, zoomWindow } from './window-factory.ts';
import type { WindowMemory } from './window-state.ts';
import { steppedZoom } from './zoom.ts';

type Parts = {
  readonly windows: Windows;
  readonly memory: WindowMemory;
  readonly menu: AppMenu;
  readonly links: Links;
  readonly productName: string;
  readonly ready: () => void;
};

export function hostHandlers({ windows, memory, menu, links, productName, ready }: Parts): HostHandlers {
  return {
    'window.title': (window, { title, alone }) =>
      window.setTitle([title, alone ? '' : productName].filter((part) => part !== '').join(' – ')),
    'view.dms': (_window, { workfileId }) => windows.show(dmsView(workfileId)),
    'view.app': (_window, { command }) => windows.tellApp('command.chosen', { command }),
    'view.place': (_window, place) => windows.tellApp('place.chosen', place),
    'view.close': (window) => windows.close(window),
    'window.ready': ready,
    'window.zoom': (_window, { step }) => {
      const percent = steppedZoom(memory.state().zoom, step);
      memory.change({ zoom: percent });
      for (const each of windows.all()) zoomWindow(each, percent);
    },
    'window.full-screen': (window) => window.setFullScreen(!window.isFullScreen()),
    'window.theme': (_window, { theme }) => {
      memory.change({ theme });
      nativeTheme.themeSource = theme;
      const ground = nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light;
      for (const each of windows.all()) each.setBackgroundColor(ground);
    },
    'menu.enable': (window, { commands }) => menu.enable(window, commands),
    'link.open': (_window, { url }) => links.open(url),
  };
}
