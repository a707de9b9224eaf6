// Electron's utility process around the backend: windows' ports come in, questions are answered, notices go to all.

import { randomBytes } from 'node:crypto';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import type { MessagePortMain } from 'electron';
import type {
  Anchor,
  PathPurpose,
  PdfAnswer,
  Printer,
  Printing,
  PrintTrouble,
  Secrets,
  UserFiles,
} from '../src-shared/ipc/host.ts';
import type { FromBackend, Question } from '../src-shared/ipc/notices.ts';
import { requests } from '../src-shared/ipc/requests.ts';
import { type Backend, createBackend, startFailureOf } from './backend.ts';
import {
  type FileAnswer,
  type FromBackendProcess,
  type PrintAct,
  restartCode,
  type ToBackendProcess,
} from './os/backend-host.ts';
import type { BackendOptions } from './os/backend-options.ts';
import { anchorFolder, openAnchor } from './os/identity/anchor-file.ts';
import { machineOf } from './os/identity/machine.ts';
import { createLog, newReference, traceOf } from './os/log.ts';
import { logWords } from './os/log-words.ts';

const main = process.parentPort;
const options = JSON.parse(process.argv[2] ?? '{}') as BackendOptions;
const clock = Date.now;
const ports = new Set<MessagePortMain>();
const secretAnswers = new Map<number, (text: string | null) => void>();
const fileAnswers = new Map<number, (file: FileAnswer) => void>();
const printAnswers = new Map<number, (answer: unknown) => void>();
const writeLog = createLog({
  file: path.join(options.logsDir, 'backend.log'),
  clock,
  words: new Set([...logWords, ...Object.keys(requests)]),
});

process.on('uncaughtException', (error) => {
  log('backend.failed', { error: error.stack ?? '' });
  process.exit(1);
});
void start();

async function start(): Promise<void> {
  const opening = createBackend({
    ...options,
    clock,
    random: randomBytes,
    secrets: openSecrets(),
    files: openFiles(),
    printing: openPrinting(),
    anchor: openOwnAnchor(),
    notify,
    log,
    restart: () => void setTimeout(() => void opening.then(restart), answerMs),
  });
  main.on('message', ({ data, ports: [port] }) => {
    const message = data as ToBackendProcess;
    if (message.kind === 'secret') secretAnswers.get(message.n)?.(message.text);
    else if (message.kind === 'file') fileAnswers.get(message.n)?.(message.file);
    else if (message.kind === 'printed') takePrinted(message.n, message.answer);
    else if (port !== undefined) void opening.then((backend) => serve(backend, port));
  });
  try {
    await opening;
    tellMain({ kind: 'ready' });
  } catch (error) {
    const known = startFailureOf(error);
    const reference = log('backend.unopened', { error: traceText(error) });
    const unknown = { failure: { kind: 'unexpected', reference } as const, detail: '' };
    tellMain({ kind: 'failed', ...(known ?? unknown) });
  }
}

/** So long an answer may take on its way to the window. */
const answerMs = 150;

async function restart(backend: Backend): Promise<void> {
  await backend.close();
  process.exit(restartCode);
}

function serve(backend: Backend, port: MessagePortMain): void {
  const ask = backend.openDoor();
  ports.add(port);
  port.on('message', ({ data }) => void answer(ask, port, data));
  port.on('close', () => void ports.delete(port));
  port.start();
}

async function answer(ask: Backend['ask'], port: MessagePortMain, data: unknown): Promise<void> {
  if (typeof data !== 'object' || data === null) return;
  const { n, name, input } = data as Partial<Question>;
  if (typeof n !== 'number' || typeof name !== 'string') return;
  port.postMessage({ n, reply: await ask(name, input) } satisfies FromBackend);
}

function notify(notice: Extract<FromBackend, { notice: unknown }>['notice'], data: unknown): void {
  for (const port of ports) port.postMessage({ notice, data } satisfies FromBackend);
}

function tellMain(message: FromBackendProcess): void {
  main.postMessage(message);
}

/** Only the main process reaches the system's secret store; it is asked by number. */
function openSecrets(): Secrets {
  const ask = (kind: 'protect' | 'reveal', text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const n = secretAnswers.size + 1;
      secretAnswers.set(n, (answered) => {
        if (answered === null) reject(new Error('the secret store is gone'));
        else resolve(answered);
      });
      tellMain({ kind, n, text });
    });
  return { protect: (plain) => ask('protect', plain), reveal: (sealed) => ask('reveal', sealed) };
}

/** Only the main process shows the system's dialogs, and reads and writes what was chosen there. */
function openFiles(): UserFiles {
  const ask = (
    question:
      | { kind: 'save-file'; name: string; text: string }
      | { kind: 'open-file' }
      | { kind: 'show-file'; path: string }
      | { kind: 'choose-path'; purpose: PathPurpose; name: string },
  ): Promise<FileAnswer> =>
    new Promise((resolve) => {
      const n = fileAnswers.size + 1;
      fileAnswers.set(n, resolve);
      tellMain({ ...question, n });
    });
  return {
    save: (name, text) => ask({ kind: 'save-file', name, text }),
    async open() {
      const file = await ask({ kind: 'open-file' });
      return typeof file === 'object' && file !== null ? { text: '', ...file } : file;
    },
    async choose(purpose, name) {
      const file = await ask({ kind: 'choose-path', purpose, name });
      return typeof file === 'object' ? (file?.path ?? null) : null;
    },
    show: async (file) => (await ask({ kind: 'show-file', path: file })) !== 'failed',
  };
}

/** Only the main process has the print engine and knows the printers. */
function openPrinting(): Printing {
  const counted = { n: 0 };
  const ask = (act: PrintAct): Promise<unknown> =>
    new Promise((resolve) => {
      counted.n += 1;
      printAnswers.set(counted.n, resolve);
      tellMain({ kind: 'print', n: counted.n, act });
    });
  return {
    printers: () => ask({ kind: 'printers' }) as Promise<readonly Printer[]>,
    pdf: (job, suggested) => ask({ kind: 'pdf', job, suggested }) as Promise<PdfAnswer>,
    paper: (job, printer, copies) => ask({ kind: 'paper', job, printer, copies }) as Promise<PrintTrouble | null>,
    stop: () => void ask({ kind: 'stop' }),
  };
}

function takePrinted(n: number, answer: unknown): void {
  printAnswers.get(n)?.(answer);
  printAnswers.delete(n);
}

/** By this file the program notices that its data folder was put back or copied. */
function openOwnAnchor(): Anchor {
  const { platform, env } = process;
  const { dataDir } = options;
  const folder = anchorFolder({ platform, env, home: homedir(), userData: path.dirname(dataDir) });
  const machine = machineOf({ platform, env, hostName: hostname() });
  return openAnchor({ folder, dataDir, machine, unwritten: () => void log('anchor.unwritten', {}) });
}

const traceText = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : '');

function log(event: string, { error, ...fields }: Readonly<Record<string, string | number>>): string {
  const reference = newReference(randomBytes);
  const trace = error === undefined ? {} : { trace: traceOf(Object.assign(new Error(), { stack: String(error) })) };
  writeLog(event, { ...fields, ...trace, reference });
  return reference;
}
