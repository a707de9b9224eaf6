/** What the tests of the main process share: a log that is kept in memory, and a window with a page of ours in it. */
import type { IpcMainEvent } from 'electron';
import type { Log, LogFields } from '../../src-main/os/log.ts';
import type { Windows } from '../../src-main/os/window-factory.ts';
import type { WindowMemory, WindowState } from '../../src-main/os/window-state.ts';
import { BrowserWindow, type StubContents, type StubFrame } from './stub-electron.ts';

export type Logged = { readonly event: string; readonly fields: LogFields };

export function memoryLog(): { readonly log: Log; readonly events: Logged[] } {
  const events: Logged[] = [];
  return { events, log: (event, fields = {}) => events.push({ event, fields }) };
}

export function memoryOf(state: Partial<WindowState> = {}): WindowMemory {
  const held: { state: WindowState } = {
    state: { bounds: null, maximized: false, zoom: 100, theme: 'system', ...state },
  };
  return {
    state: () => held.state,
    change: (part) => {
      held.state = { ...held.state, ...part };
    },
  };
}

/** A window that shows our page, and the factory that knows it. */
export function ownWindow(): { readonly window: BrowserWindow; readonly windows: Windows } {
  const window = new BrowserWindow({});
  window.webContents.mainFrame.url = 'app://shopfile/';
  const windows: Pick<Windows, 'all' | 'of'> = {
    all: () => [window] as never,
    of: (contents) => ((contents as unknown) === window.webContents ? (window as never) : undefined),
  };
  return { window, windows: windows as Windows };
}

/** A message's event as the main process gets it. */
export const eventFrom = (sender: StubContents, frame: StubFrame | null = sender.mainFrame): IpcMainEvent =>
  ({ sender, senderFrame: frame }) as never;
