// Electron's main process: puts windows, menus and the backend's life together, and builds nothing else.

import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { app, BrowserWindow, nativeTheme, session, utilityProcess } from 'electron';
import type { Failure } from '../src-shared/base/failure.ts';
import { declareAppScheme, serveApp } from './os/app-protocol.ts';
import { type BackendHost, createBackendHost } from './os/backend-host.ts';
import { type BackendOptions, backendOptions } from './os/backend-options.ts';
import { openHostDoor } from './os/host-door.ts';
import { hostHandlers } from './os/host-handlers.ts';
import { sayEnd, sayStartFailure } from './os/last-words.ts';
import { createLinks, linkHosts } from './os/links.ts';
import { createLog, newReference, traceOf } from './os/log.ts';
import { logWords } from './os/log-words.ts';
import { showMenu } from './os/menu.ts';
import { nativeBinding } from './os/native-binding.ts';
import { refuseNavigation } from './os/navigation.ts';
import { createPatience } from './os/patience.ts';
import { denyPermissions } from './os/permissions.ts';
import { placesOf, userDataFolder } from './os/places.ts';
import { openPrinting } from './os/print/printing.ts';
import { openSecrets } from './os/secrets.ts';
import { isFirstInstance } from './os/single-instance.ts';
import { openUserFiles } from './os/user/user-files.ts';
import { prepareUserFolder } from './os/user/user-folder.ts';
import { createWindows, tellWindow, type Windows } from './os/window-factory.ts';
import { openWindowMemory, type WindowMemory } from './os/window-state.ts';

const clock = Date.now;
const packaged = app.isPackaged;
const { platform, env, versions, resourcesPath: resources } = process;
const userData = userDataFolder({ platform, env, usual: app.getPath('userData') });
const places = placesOf({ app: app.getAppPath(), resources, userData, packaged });
const log = createLog({ file: places.log, clock, words: logWords });
const reference = (): string => newReference(randomBytes);

// Nothing of the system's works in a folder that cannot be written, not even the lock against a second start.
const unusable = prepareUserFolder({ userData, browser: places.browser });
if (unusable === null) {
  app.setPath('userData', userData);
  app.setPath('sessionData', places.browser);
}
// Where the system allows no sandbox at all (root on Linux), asking for it would keep every page from starting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppScheme();
process.on('uncaughtException', endAfter);
process.on('unhandledRejection', (reason) => log('main.rejected', { reference: reference(), trace: traceOf(reason) }));
// Whoever started the program may have gone, and with it the other end of this.
process.stdout.on('error', () => undefined);

if (unusable !== null)
  app
    .whenReady()
    .then(() => sayUnusable(unusable))
    .catch(endAfter);
else if (isFirstInstance()) app.whenReady().then(start).catch(endAfter);
else app.quit();

async function sayUnusable(failure: Failure): Promise<void> {
  if (await sayStartFailure(failure, { reference: reference(), folder: userData })) app.relaunch();
  app.quit();
}

async function start(): Promise<void> {
  log('app.started', { version: app.getVersion() });
  const binding = nativeBinding({ napi: versions.napi ?? '', resources });
  const runs = { app: app.getVersion(), runtime: `Electron ${versions.electron}` };
  const options = backendOptions({
    env,
    hostName: hostname(),
    packaged,
    places,
    versions: runs,
    nativeBinding: binding,
  });
  if (!options.ok) {
    await sayStartFailure(options.failure, { reference: reference() });
    return app.quit();
  }
  const memory = openWindowMemory(places.windowState, log);
  nativeTheme.themeSource = memory.state().theme;
  denyPermissions(session.defaultSession);
  refuseNavigation(session.defaultSession, log);
  serveApp({ folder: places.page, photos: places.photos, random: randomBytes });

  const windows = openWindows(memory);
  const backend = openBackend(windows, options.value);
  openDoor(windows, memory, backend, options.value);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', backend.stop);
  backend.start();
  windows.open();
}

function openWindows(memory: WindowMemory): Windows {
  return createWindows({
    title: app.name,
    preload: places.preload,
    packaged,
    memory,
    patience: createPatience(clock),
    log,
    shown: () => say('window shown'),
    gaveUp: () => endAfter(undefined),
  });
}

function openBackend(windows: Windows, options: BackendOptions): BackendHost {
  const backend = createBackendHost({
    fork: () => utilityProcess.fork(places.backend, [JSON.stringify(options)], { serviceName: `${app.name} backend` }),
    secrets: openSecrets(),
    files: openUserFiles(log, places.opened),
    printing: openPrinting({ random: randomBytes, clock, log, documents: app.getPath('documents') }),
    patience: createPatience(clock),
    newReference: reference,
    tell: (notice) => windows.tell('backend.changed', notice),
    refused: (failure, named) =>
      void sayStartFailure(failure, { reference: named, folder: places.data }).then((again) =>
        again ? backend.start() : app.quit(),
      ),
    log,
  });
  return backend;
}

function openDoor(windows: Windows, memory: WindowMemory, backend: BackendHost, { cloudUrl }: BackendOptions): void {
  const menu = showMenu({
    packaged,
    platform,
    choose(command) {
      const front = BrowserWindow.getFocusedWindow() ?? windows.all()[0];
      if (front !== undefined) tellWindow(front, 'command.chosen', { command });
    },
  });
  const links = createLinks({ hosts: linkHosts(cloudUrl), log });
  const ready = (): void => say('list ready');
  const handlers = hostHandlers({ windows, memory, menu, links, productName: app.name, ready });
  openHostDoor({ windows, handlers, connect: (window) => backend.connect(window.webContents), clock, log });
}

function say(line: string): void {
  process.stdout.write(`shopfile: ${line}\n`);
}

function endAfter(error: unknown): void {
  const named = reference();
  log('main.failed', { reference: named, trace: traceOf(error) });
  sayEnd(named);
  app.exit(1);
}
