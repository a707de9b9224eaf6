// The door between a window and the main process: a message is heard only from our page, small, known, and well formed.

import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { Clock } from '../../src-shared/base/clock.ts';
import { type HostCall, type HostCallName, hostCalls } from '../../src-shared/ipc/host.ts';
import { isOwnPage } from './app-origin.ts';
import type { Log } from './log.ts';
import { isSmall } from './message-size.ts';
import type { Windows } from './window-factory.ts';

/** What each call does; a missing one does not compile. */
export type HostHandlers = {
  readonly [N in HostCallName]: (window: BrowserWindow, call: HostCall<N>) => void;
};

type Parts = {
  readonly windows: Windows;
  readonly handlers: HostHandlers;
  /** Gives the window a port to the backend. */
  readonly connect: (window: BrowserWindow) => void;
  readonly clock: Clock;
  readonly log: Log;
};

const mostCharacters = 20_000;
const mostPerSecond = 500;

export function openHostDoor({ windows, handlers, connect, clock, log }: Parts): void {
  const isTooOften = countPerSecond(clock);
  const sender = (event: IpcMainEvent): BrowserWindow | undefined => {
    const window = senderOf(event, windows);
    if (window === undefined) log('door.stranger');
    return window === undefined || isTooOften() ? undefined : window;
  };
  ipcMain.on('port', (event) => {
    const window = sender(event);
    if (window !== undefined) connect(window);
  });
  ipcMain.on('host', (event, name: unknown, call: unknown) => {
    const window = sender(event);
    if (window === undefined) return;
    if (!isName(name) || !isSmall(call, mostCharacters) || !run(handlers, name, window, call)) log('door.refused');
  });
}

/** The window whose page sent a message; undefined for a frame within it, a strange page, or contents not ours. */
function senderOf(event: IpcMainEvent, windows: Windows): BrowserWindow | undefined {
  const frame = event.senderFrame;
  const isMain = frame !== null && !frame.detached && frame.parent === null;
  return isMain && isOwnPage(frame.url) ? windows.of(event.sender) : undefined;
}

const isName = (name: unknown): name is HostCallName => typeof name === 'string' && Object.hasOwn(hostCalls, name);

/** Whether the call was well formed and so was done. */
function run<N extends HostCallName>(handlers: HostHandlers, name: N, window: BrowserWindow, call: unknown): boolean {
  const parsed = hostCalls[name].safeParse(call);
  if (parsed.success) handlers[name](window, parsed.data as HostCall<N>);
  return parsed.success;
}

/** A flood is dropped: the main process draws menus for everybody. */
function countPerSecond(clock: Clock): () => boolean {
  const held = { second: 0, count: 0 };
  return () => {
    const second = Math.floor(clock() / 1000);
    held.count = second === held.second ? held.count + 1 : 1;
    held.second = second;
    return held.count > mostPerSecond;
  };
}
