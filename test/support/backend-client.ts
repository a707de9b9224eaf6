/** Starts, asks and kills a backend in a process of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Input, Reply, RequestName } from '../../src-shared/ipc/requests.ts';
import type { ChildSays } from './backend-child.ts';

export type ChildBackend = {
  readonly pid: number;
  /** Resolves with `null` when the process died before it answered. */
  readonly reply: <N extends RequestName>(name: N, input: Input<N>) => Promise<Reply<N> | null>;
  readonly notices: { readonly notice: string; readonly data: unknown }[];
  /** Ends the process as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};
export type Refused = { readonly failure: unknown; readonly detail: string };

const entry = path.resolve(import.meta.dirname, 'backend-child.ts');

/** Starts a backend on a data folder; answers why it refused if it did. */
export async function startChildBackend(folder: string): Promise<ChildBackend | Refused> {
  const child = fork(entry, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  const waiting = new Map<number, (reply: unknown) => void>();
  const notices: ChildBackend['notices'] = [];
  const started = new Promise<Refused | null>((resolve) => {
    child.on('message', (message: ChildSays) => {
      if ('kind' in message) resolve(message.kind === 'ready' ? null : message);
      else if ('notice' in message) notices.push(message);
      else waiting.get(message.n)?.(message.reply);
    });
  });
  const ended = once(child, 'exit').then(() => {
    for (const answer of waiting.values()) answer(null);
  });
  const refused = await started;
  if (refused !== null) {
    await ended;
    return refused;
  }
  return {
    pid: child.pid ?? 0,
    notices,
    reply: (name, input) => askChild(child, waiting, { name, input }) as Promise<Reply<typeof name> | null>,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async close() {
      child.disconnect();
      await ended;
    },
  };
}

/** Starts a backend that must start. */
export async function startSoundBackend(folder: string): Promise<ChildBackend> {
  const started = await startChildBackend(folder);
  if ('failure' in started) throw new Error(`refused: ${started.detail}`);
  return started;
}

function askChild(child: ChildProcess, waiting: Map<number, (reply: unknown) => void>, question: object) {
  const n = waiting.size + 1;
  const answered = new Promise<unknown>((resolve) => waiting.set(n, resolve));
  if (child.connected) child.send({ n, ...question });
  return child.connected || child.exitCode === null ? answered : Promise.resolve(null);
}
