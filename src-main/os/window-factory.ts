// Makes every window there is, all alike, and knows which are open; nothing else may make one.

import { BrowserWindow, nativeTheme, type Session, screen, type WebContents } from 'electron';
import type { HostNoticeName, HostNotices } from '../../src-shared/ipc/host.ts';
import { appPage, isOwnPage } from './app-origin.ts';
import type { Log } from './log.ts';
import type { Patience } from './patience.ts';
import { type Bounds, boundsOnScreen, smallestWindow, type WindowMemory } from './window-state.ts';

export type Windows = {
  /** Opens the window of the whole app. */
  readonly open: () => BrowserWindow;
  /** Opens a part of the app beside it, or brings the window that shows it to the front. */
  readonly show: (view: string) => void;
  /** Brings the window of the whole app to the front, and tells it what was chosen in another. */
  readonly tellApp: TellWindows;
  /** Closes a window that shows a part; that of the whole app stays. */
  readonly close: (window: BrowserWindow) => void;
  readonly all: () => readonly BrowserWindow[];
  /** The window of these contents, if this factory made it. */
  readonly of: (contents: WebContents) => BrowserWindow | undefined;
  readonly tell: TellWindows;
};
export type TellWindows = <N extends HostNoticeName>(name: N, notice: HostNotices[N]) => void;

type Parts = {
  readonly title: string;
  readonly preload: string;
  readonly packaged: boolean;
  readonly memory: WindowMemory;
  readonly patience: Patience;
  readonly log: Log;
  readonly shown: () => void;
  /** A page died too often to be loaded again. */
  readonly gaveUp: () => void;
};

/** The page's own ground, so that a window never flashes in another colour. */
export const grounds = { light: '#eef0f3', dark: '#16181c' } as const;

export function createWindows(parts: Parts): Windows {
  const open = new Set<BrowserWindow>();
  const views = new Map<string, BrowserWindow>();
  const begin = (window: BrowserWindow, view = ''): BrowserWindow => {
    open.add(window);
    window.once('closed', () => open.delete(window));
    keepZoom(window, parts.memory);
    revive(window, parts);
    stayHome(window, parts.log, view);
    return window;
  };
  return {
    open() {
      const window = begin(makeWindow(parts, mainSize(parts.memory)));
      // What shows a part of the app does not outlive the whole.
      window.once('closed', () => {
        for (const view of views.values()) view.close();
      });
      show(window, parts);
      remember(window, parts.memory);
      return window;
    },
    show(view) {
      const shown = views.get(view);
      if (shown !== undefined) return comeToFront(shown);
      const window = begin(makeWindow(parts, viewSize), view);
      views.set(view, window);
      window.once('closed', () => views.delete(view));
      keepTitle(window);
      window.once('ready-to-show', () => window.show());
    },
    tellApp(name, notice) {
      const whole = [...open].find((window) => ![...views.values()].includes(window));
      if (whole === undefined) return;
      comeToFront(whole);
      tellWindow(whole, name, notice);
    },
    close: (window) => {
      if ([...views.values()].includes(window)) window.close();
    },
    all: () => [...open],
    of: (contents) => [...open].find((window) => window.webContents === contents),
    tell: (name, notice) => {
      for (const window of open) tellWindow(window, name, notice);
    },
  };
}

/** A window nobody sees, for a page that the print engine reads: without scripts, without a bridge, in a session of its own. */
export const makePrintWindow = (session: Session): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      javascript: false,
      // Those alone that stand in the page itself: its policy and its session let it ask for no other.
      images: true,
      webgl: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });

export function tellWindow<N extends HostNoticeName>(window: BrowserWindow, name: N, notice: HostNotices[N]): void {
  if (!window.isDestroyed()) window.webContents.send('host', name, notice);
}

/** Zooms a window and tells its page. */
export function zoomWindow(window: BrowserWindow, percent: number): void {
  window.webContents.setZoomFactor(percent / 100);
  tellWindow(window, 'zoom.changed', { percent });
}

type Size = Partial<Bounds> & { readonly minWidth: number; readonly minHeight: number };

function mainSize(memory: WindowMemory): Size {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { width: minWidth, height: minHeight } = smallestWindow;
  return { ...boundsOnScreen(memory.state().bounds, screens), minWidth, minHeight };
}

const viewSize: Size = { width: 1080, height: 720, minWidth: 860, minHeight: 560 };

function makeWindow({ title, preload, packaged, memory }: Parts, size: Size): BrowserWindow {
  const { zoom } = memory.state();
  return new BrowserWindow({
    ...size,
    title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: !packaged,
      zoomFactor: zoom / 100,
    },
  });
}

/** Loads our page, and again when the page left for an empty one: that alone cannot be refused beforehand. */
function stayHome(window: BrowserWindow, log: Log, view: string): void {
  const page = view === '' ? appPage : `${appPage}#${view}`;
  const load = (): void => void window.loadURL(page).catch(() => log('page.unloaded'));
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(url)) load();
  });
  load();
}

function show(window: BrowserWindow, { memory, shown }: Parts): void {
  keepTitle(window);
  window.once('ready-to-show', () => {
    if (memory.state().maximized) window.maximize();
    window.show();
    shown();
  });
}

/** The title is told through the door, so that what the page is called cannot rename the window. */
const keepTitle = (window: BrowserWindow): void =>
  void window.on('page-title-updated', (event) => event.preventDefault());

function comeToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** From the first drawing of each page on, whoever is signed in: a page begins at a zoom of its own. */
function keepZoom(window: BrowserWindow, memory: WindowMemory): void {
  window.webContents.on('dom-ready', () => zoomWindow(window, memory.state().zoom));
}

function remember(window: BrowserWindow, memory: WindowMemory): void {
  const held: { timer?: NodeJS.Timeout } = {};
  const note = (): void => {
    clearTimeout(held.timer);
    if (window.isFullScreen()) return;
    memory.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const noteSoon = (): void => {
    clearTimeout(held.timer);
    held.timer = setTimeout(note, 500);
  };
  window.on('resize', noteSoon);
  window.on('move', noteSoon);
  window.on('close', note);
}

/** A page that dies is loaded again: what was typed in it is kept by the backend. */
function revive(window: BrowserWindow, { patience, log, gaveUp }: Parts): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log('page.died', { kind: reason, code: exitCode });
    const delay = patience.afterDeath();
    if (delay === undefined) gaveUp();
    else setTimeout(() => !window.isDestroyed() && window.webContents.reload(), delay);
  });
}
