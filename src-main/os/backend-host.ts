// Keeps the backend process alive, gives each window a port to it, and opens secrets for it.

import { MessageChannelMain, type UtilityProcess, type WebContents } from 'electron';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { HostNotices, PathPurpose, Printing, PrintJob, Secrets, UserFiles } from '../../src-shared/ipc/host.ts';
import { isOwnPage } from './app-origin.ts';
import type { Log } from './log.ts';
import type { Patience } from './patience.ts';

/** What the backend process says to the main process. */
export type FromBackendProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly detail: string }
  | { readonly kind: 'protect' | 'reveal'; readonly n: number; readonly text: string }
  | { readonly kind: 'save-file'; readonly n: number; readonly name: string; readonly text: string }
  | { readonly kind: 'open-file'; readonly n: number }
  | { readonly kind: 'show-file'; readonly n: number; readonly path: string }
  | { readonly kind: 'print'; readonly n: number; readonly act: PrintAct }
  | {
      readonly kind: 'choose-path';
      readonly n: number;
      readonly purpose: PathPurpose;
      readonly name: string;
    };
/** What the main process says to it; a window's port comes with `window`, and no text means that the store failed. */
export type ToBackendProcess =
  | { readonly kind: 'window' }
  | { readonly kind: 'secret'; readonly n: number; readonly text: string | null }
  | { readonly kind: 'file'; readonly n: number; readonly file: FileAnswer }
  | { readonly kind: 'printed'; readonly n: number; readonly answer: unknown };

/** One act of printing, as the backend process asks for it. */
export type PrintAct =
  | { readonly kind: 'printers' | 'stop' }
  | { readonly kind: 'pdf'; readonly job: PrintJob; readonly suggested: string }
  | { readonly kind: 'paper'; readonly job: PrintJob; readonly printer: string; readonly copies: number };

/** What came of a file dialog: the file, no file, or a file that could not be read or written. */
export type FileAnswer = { readonly name: string; readonly text?: string; readonly path?: string } | 'failed' | null;

/** The backend ends with it on purpose: it is to be started again at once. */
export const restartCode = 75;

export type BackendHost = {
  readonly start: () => void;
  /** Gives contents a port as soon as the backend runs, and a new one each time it was started again. */
  readonly connect: (contents: WebContents) => void;
  readonly stop: () => void;
};

type Parts = {
  readonly fork: () => UtilityProcess;
  readonly secrets: Secrets;
  readonly files: UserFiles;
  readonly printing: Printing;
  readonly patience: Patience;
  readonly newReference: () => string;
  readonly tell: (notice: HostNotices['backend.changed']) => void;
  /** It says that it cannot work with what it found; starting again would not help. */
  readonly refused: (failure: Failure, reference: string) => void;
  readonly log: Log;
};

type Life = { child: UtilityProcess | undefined; running: boolean; stopped: boolean };

export function createBackendHost(parts: Parts): BackendHost {
  const life: Life = { child: undefined, running: false, stopped: false };
  const connected = new Set<WebContents>();

  const start = (): void => {
    if (life.stopped) return;
    const child = parts.fork();
    life.child = child;
    child.on('message', (message: FromBackendProcess) => child === life.child && hear(child, message));
    child.once('exit', (code) => child === life.child && died(code));
  };

  const hear = (child: UtilityProcess, message: FromBackendProcess): void => {
    if (message.kind === 'ready') ready(child);
    else if (message.kind === 'failed') refuse(child, message.failure);
    else if (message.kind === 'print') void print(child, message, parts);
    else if (isFileQuestion(message)) void askForFile(child, message, parts);
    else void openSecret(child, message, parts);
  };

  const ready = (child: UtilityProcess): void => {
    life.running = true;
    for (const contents of connected) handPort(child, contents);
    parts.tell({ state: 'running', reference: '' });
  };

  const refuse = (child: UtilityProcess, failure: Failure): void => {
    rest(life);
    child.kill();
    const reference = parts.newReference();
    parts.log('backend.refused', { kind: failure.kind, reference });
    parts.tell({ state: 'failed', reference });
    parts.refused(failure, reference);
  };

  const died = (code: number): void => {
    rest(life);
    if (life.stopped) return;
    const isMeant = code === restartCode;
    const reference = isMeant ? '' : parts.newReference();
    const delay = isMeant ? 0 : parts.patience.afterDeath();
    if (!isMeant) parts.log('backend.died', { code, reference });
    parts.tell({ state: delay === undefined ? 'failed' : 'restarting', reference });
    if (delay !== undefined) setTimeout(start, delay);
  };

  return {
    start,
    connect(contents) {
      if (!connected.has(contents)) contents.once('destroyed', () => connected.delete(contents));
      connected.add(contents);
      if (life.running && life.child !== undefined) handPort(life.child, contents);
    },
    stop() {
      life.stopped = true;
      life.child?.kill();
    },
  };
}

function rest(life: Life): void {
  life.child = undefined;
  life.running = false;
}

/** The two ends go to the backend and to the page; the main process keeps neither and hears nothing of what passes. */
function handPort(child: UtilityProcess, contents: WebContents): void {
  if (contents.isDestroyed() || !isOwnPage(contents.getURL())) return;
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage({ kind: 'window' } satisfies ToBackendProcess, [port1]);
  contents.postMessage('port', null, [port2]);
}

type FileQuestion = Extract<FromBackendProcess, { readonly kind: FileAct }>;
type FileAct = (typeof fileActs)[number];
const fileActs = ['save-file', 'open-file', 'show-file', 'choose-path'] as const;

const isFileQuestion = (message: FromBackendProcess): message is FileQuestion =>
  fileActs.some((act) => act === message.kind);

async function askForFile(child: UtilityProcess, question: FileQuestion, { files }: Parts): Promise<void> {
  const file = await answerFor(files, question).catch(() => 'failed' as const);
  child.postMessage({ kind: 'file', n: question.n, file } satisfies ToBackendProcess);
}

type PrintQuestion = Extract<FromBackendProcess, { readonly kind: 'print' }>;

async function print(child: UtilityProcess, { n, act }: PrintQuestion, { printing }: Parts): Promise<void> {
  const answer = await doPrint(act, printing).catch(() => unprinted[act.kind]);
  child.postMessage({ kind: 'printed', n, answer } satisfies ToBackendProcess);
}

/** What is answered where the system failed: whoever asked must not wait for ever. */
const unprinted = {
  printers: [],
  pdf: { trouble: 'print-engine' },
  paper: 'print-engine',
  stop: null,
} satisfies Readonly<Record<PrintAct['kind'], unknown>>;

async function doPrint(act: PrintAct, printing: Printing): Promise<unknown> {
  switch (act.kind) {
    case 'printers':
      return printing.printers();
    case 'pdf':
      return printing.pdf(act.job, act.suggested);
    case 'paper':
      return printing.paper(act.job, act.printer, act.copies);
    case 'stop':
      printing.stop();
      return null;
  }
}

async function answerFor(files: UserFiles, question: FileQuestion): Promise<FileAnswer> {
  if (question.kind === 'save-file') return files.save(question.name, question.text);
  if (question.kind === 'open-file') return files.open();
  if (question.kind === 'show-file') return (await files.show(question.path)) ? { name: '' } : 'failed';
  const path = await files.choose(question.purpose, question.name);
  return path === null ? null : { name: '', path };
}

type SecretQuestion = Extract<FromBackendProcess, { readonly kind: 'protect' | 'reveal' }>;

async function openSecret(child: UtilityProcess, { kind, n, text }: SecretQuestion, parts: Parts): Promise<void> {
  const answer = await parts.secrets[kind](text).then(
    (done) => done,
    () => null,
  );
  if (answer === null) parts.log('secret.unavailable');
  child.postMessage({ kind: 'secret', n, text: answer } satisfies ToBackendProcess);
}
