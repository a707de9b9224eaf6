/** Stands in for the electron module: it does nothing, and records what the main process asked of it. */
import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** A function that only remembers what it was called with. */
export const spy = () => vi.fn<(...what: readonly unknown[]) => void>();

type Window = InstanceType<typeof BrowserWindow>;

/** One frame of a page, as an event's sender. */
export type StubFrame = { url: string; parent: StubFrame | null; detached: boolean };

export class StubContents extends EventEmitter {
  readonly sent: (readonly unknown[])[] = [];
  readonly posted: { readonly channel: string; readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  mainFrame: StubFrame = { url: '', parent: null, detached: false };
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined;
  readonly setZoomFactor = spy();
  readonly reload = spy();
  destroyed = false;

  setWindowOpenHandler(handler: NonNullable<StubContents['openHandler']>): void {
    this.openHandler = handler;
  }
  send(...message: readonly unknown[]): void {
    this.sent.push(message);
  }
  postMessage(channel: string, message: unknown, ports: readonly unknown[]): void {
    this.posted.push({ channel, message, ports });
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly made: Window[] = [];
  static focused: Window | null = null;
  static getAllWindows = (): readonly Window[] => BrowserWindow.made;
  static getFocusedWindow = (): Window | null => BrowserWindow.focused;

  readonly webContents = new StubContents();
  readonly show = spy();
  readonly focus = spy();
  readonly close = spy();
  readonly restore = spy();
  readonly maximize = spy();
  readonly setTitle = spy();
  readonly setFullScreen = spy();
  readonly setBackgroundColor = spy();
  bounds = { x: 10, y: 20, width: 1200, height: 800 };
  fullScreen = false;
  minimized = false;
  maximized = false;
  destroyed = false;
  readonly options: Readonly<Record<string, unknown>>;

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    BrowserWindow.made.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
  }
  isDestroyed = (): boolean => this.destroyed;
  isFullScreen = (): boolean => this.fullScreen;
  isMinimized = (): boolean => this.minimized;
  isMaximized = (): boolean => this.maximized;
  getNormalBounds = () => this.bounds;
}

class StubApp extends EventEmitter {
  readonly name = 'Shopfile';
  isPackaged = false;
  readonly calls: string[] = [];
  readonly paths = new Map<string, string>();
  switches: readonly string[] = [];
  firstInstance = true;
  ready: Promise<void> = Promise.resolve();
  becomeReady: () => void = () => undefined;
  readonly commandLine = { hasSwitch: (name: string): boolean => this.switches.includes(name) };
  readonly quit = spy();
  readonly exit = spy();
  readonly relaunch = spy();

  whenReady(): Promise<void> {
    this.calls.push('whenReady');
    return this.ready;
  }
  becomeUnready(): void {
    this.ready = new Promise((resolve) => {
      this.becomeReady = resolve;
    });
  }
  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }
  getVersion = (): string => '0.1.0';
  getAppPath = (): string => this.paths.get('app') ?? '';
  getPath = (name: string): string => this.paths.get(name) ?? '';
  setPath(name: string, place: string): void {
    this.calls.push(`setPath ${name}`);
    this.paths.set(name, place);
  }
  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock');
    return this.firstInstance;
  }
}

export const app = new StubApp();

type Serve = (request: Pick<Request, 'url' | 'method'>) => Promise<Response>;
type Scheme = { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> };
export const protocol = {
  schemes: [] as Scheme[],
  handlers: new Map<string, Serve>(),
  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    app.calls.push('registerSchemesAsPrivileged');
    protocol.schemes.push(...schemes);
  },
  handle: (scheme: string, handler: Serve) => protocol.handlers.set(scheme, handler),
};

type Answer = (granted: boolean) => void;

class StubSession extends EventEmitter {
  request: ((contents: unknown, permission: string, answer: Answer, details: object) => void) | null | undefined;
  check: ((contents: unknown, permission: string, origin: string, details: object) => boolean) | null | undefined;
  device: ((details: object) => boolean) | null | undefined;
  displayMedia: unknown;
  readonly order: string[] = [];
  readonly webRequest = { onBeforeRequest: spy() };
  readonly protocol = { handle: spy() };

  setPermissionRequestHandler(handler: StubSession['request']): void {
    this.order.push(handler === null ? 'request: null' : 'request');
    this.request = handler;
  }
  setPermissionCheckHandler(handler: StubSession['check']): void {
    this.order.push(handler === null ? 'check: null' : 'check');
    this.check = handler;
  }
  setDevicePermissionHandler(handler: StubSession['device']): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.displayMedia = handler;
  }
}
export const session = { defaultSession: new StubSession(), fromPartition: () => new StubSession() };

export const ipcMain = new EventEmitter();
export const shell = {
  openExternal: vi.fn<(url: string) => Promise<void>>(async () => undefined),
  openPath: vi.fn<(file: string) => Promise<string>>(async () => ''),
};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
export const dialog = {
  showMessageBox: vi.fn<(options: object) => Promise<{ response: number }>>(async () => ({ response: 1 })),
  showErrorBox: spy(),
};

export class MessageChannelMain {
  readonly port1 = { end: 'backend' };
  readonly port2 = { end: 'page' };
}

export class StubProcess extends EventEmitter {
  readonly posted: { readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  readonly kill = spy();
  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.posted.push({ message, ports });
  }
}
export const utilityProcess = {
  forked: [] as { readonly module: string; readonly args: readonly string[]; readonly child: StubProcess }[],
  fork(module: string, args: readonly string[]): StubProcess {
    const child = new StubProcess();
    utilityProcess.forked.push({ module, args, child });
    return child;
  },
};

type Item = {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
};
export const Menu = {
  shown: [] as readonly Item[],
  buildFromTemplate(template: readonly Item[]) {
    const items = template.flatMap((entry) => entry.submenu ?? []);
    return { template, getMenuItemById: (id: string) => items.find((item) => item.id === id) ?? null };
  },
  setApplicationMenu(menu: { readonly template: readonly Item[] }): void {
    Menu.shown = menu.template;
  },
};

/** The synchronous secret store, and the asynchronous one where a test switches it on. */
export const safeStorage = {
  available: true,
  plain: false,
  isEncryptionAvailable: (): boolean => safeStorage.available || safeStorage.plain,
  setUsePlainTextEncryption(plain: boolean): void {
    safeStorage.plain = plain;
  },
  encryptString(text: string): Buffer {
    if (!safeStorage.isEncryptionAvailable()) throw new Error('Encryption is not available.');
    return Buffer.from(`sealed:${text}`);
  },
  decryptString(bytes: Buffer): string {
    const text = bytes.toString();
    if (!text.startsWith('sealed:')) throw new Error('Ciphertext does not appear to be encrypted.');
    return text.slice('sealed:'.length);
  },
};

/** What a page's preload gets. */
export const contextBridge = { exposeInMainWorld: vi.fn<(name: string, api: object) => void>() };
class StubIpcRenderer extends EventEmitter {
  readonly send = vi.fn<(channel: string, ...message: readonly unknown[]) => void>();
}
export const ipcRenderer = new StubIpcRenderer();
