/** A PC whose backend runs in a process of its own and can be killed as a power cut does. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { asDesktop, type Desktop, type DesktopOptions } from './desktop.ts';

export type KillableDesktop = Desktop & {
  /** Ends the process at once; questions under way are answered with a failure. */
  kill(): Promise<void>;
};

const usualEntry = path.resolve(import.meta.dirname, 'desktop-child.ts');
const killed = { ok: false, failure: { kind: 'unavailable', what: 'backend' } } as const;

export async function openKillableDesktop(options: DesktopOptions, entry = usualEntry): Promise<KillableDesktop> {
  const child = fork(entry, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const waiting = new Map<number, (reply: unknown) => void>();
  const line = { asked: 0 };
  const ready = new Promise((resolve) => waiting.set(0, resolve));
  child.on('message', ({ n, reply }: { readonly n: number; readonly reply: unknown }) => {
    waiting.get(n)?.(reply);
    waiting.delete(n);
  });
  const ended = once(child, 'exit').then(() => {
    for (const answer of waiting.values()) answer(killed);
    waiting.clear();
  });
  if ((await ready) === killed) throw new Error(`${options.name ?? 'a PC'} did not start`);

  const ask = (name: string, input: unknown): Promise<unknown> => {
    // A dead child may still look connected for a moment.
    if (!child.connected || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(killed);
    line.asked += 1;
    const answered = new Promise((resolve) => waiting.set(line.asked, resolve));
    child.send({ n: line.asked, name, input }, () => undefined);
    return answered;
  };
  const close = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  const desktop = asDesktop({ name: options.name ?? 'PC-1', dataDir: options.dataDir, heard: [], close }, ask);
  return {
    ...desktop,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
