/** One PC of a shop in a test: the real app on a data folder of its own, with every error of its window collected. */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export type PcOptions = {
  readonly userData: string;
  readonly name?: string;
  readonly cloudUrl?: string;
  /** `email:password`; without it the sign-in screen waits. */
  readonly signIn?: string;
  readonly args?: readonly string[];
};

export type Pc = {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
  /** What the window complained of; a test that expects a complaint empties it. */
  readonly errors: string[];
  readonly isOpen: () => boolean;
  close(): Promise<void>;
  /** Ends every process of the app at once, as a power cut does. */
  kill(): Promise<void>;
};

export async function openPc(options: PcOptions): Promise<Pc> {
  const errors: string[] = [];
  const { app, window } = await launch(options, errors);
  const state = { open: true };
  app.once('close', () => {
    state.open = false;
  });
  return {
    app,
    window,
    userData: options.userData,
    errors,
    isOpen: () => state.open,
    close: () => close(app),
    kill: () => kill(app),
  };
}

const patienceMs = 30_000;

/** Quits the app. The runtime was seen to hang on its way out, its window gone: then it is ended. */
async function close(app: ElectronApplication): Promise<void> {
  const patience = new AbortController();
  const late = setTimeout(patienceMs, 'late', { signal: patience.signal }).catch(() => 'ended');
  try {
    if ((await Promise.race([app.close(), late])) !== 'late') return;
    const left = app.windows().length;
    await kill(app);
    if (left > 0) throw new Error('the app was asked to quit and kept its window');
  } finally {
    patience.abort();
  }
}

/** A start takes about two seconds, and longer on a busy machine. */
const firstLaunchesMs = [10_000, 20_000];

// The driver misses a starting program's first words now and then and would wait for them for ever, while the program
// is up and its list is ready: it is ended and started again. A program that does not start fails all the same.
async function launch(options: PcOptions, errors: string[]): Promise<{ app: ElectronApplication; window: Page }> {
  for (const timeout of firstLaunchesMs) {
    try {
      return await launchOnce(options, { errors, timeout });
    } catch (error) {
      if (!String(error).includes('Timeout')) throw error;
      errors.length = 0;
    }
  }
  return launchOnce(options, { errors, timeout: patienceMs });
}

type Launch = { readonly errors: string[]; readonly timeout: number };

async function launchOnce(options: PcOptions, { errors, timeout }: Launch) {
  const executablePath = program();
  const app = await _electron.launch({
    executablePath,
    args: argumentsOf(options),
    env: environmentOf(options),
    timeout,
  });
  app.on('window', (page) => collectErrors(page, errors));
  try {
    const window = await app.firstWindow({ timeout });
    collectErrors(window, errors);
    return { app, window };
  } catch (error) {
    await kill(app);
    throw error;
  }
}

/** Playwright's own choice of program would take the fallback runtime for something else, so it is always named. */
function program(): string {
  const named = process.env.PACKAGED_APP ?? process.env.ELECTRON_EXECUTABLE;
  if (!named) throw new Error('ELECTRON_EXECUTABLE is not set: run the tests with `npm run e2e`');
  return named;
}

function argumentsOf(options: PcOptions): string[] {
  const project = process.env.PACKAGED_APP ? [] : [projectFolder];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...asRoot, '--disable-gpu', '--password-store=basic', ...project, ...(options.args ?? [])];
}

function environmentOf(options: PcOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    SHOPFILE_USER_DATA: options.userData,
    SHOPFILE_PC_NAME: options.name ?? 'TEST-PC',
    ...(options.cloudUrl && { SHOPFILE_CLOUD_URL: options.cloudUrl }),
    ...(options.signIn && { SHOPFILE_SIGN_IN: options.signIn }),
  };
}

const watched = new WeakSet<Page>();

function collectErrors(page: Page, errors: string[]): void {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}

async function kill(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await closed;
}
