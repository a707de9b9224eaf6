/** The parent's side of a measurement: a process that answers steps, one at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Answered, Cost } from './steps.ts';

export type Measured<T = unknown> = Cost & { readonly answer: T };

export type Worker = {
  ask<T = unknown>(step: string, input?: object): Promise<Measured<T>>;
  end(): Promise<void>;
};

/** A step that takes longer never ends. */
const patienceMs = 600_000;

/** Starts a process from a file of `test/bench`. */
export function startWorker(file: string, env: Readonly<Record<string, string>> = {}): Worker {
  const child = fork(path.resolve(import.meta.dirname, '..', file), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  const line = { asked: 0 };
  return {
    async ask<T>(step: string, input: object = {}) {
      line.asked += 1;
      const { cost, answer, error } = await question(child, { n: line.asked, step, input });
      if (error !== undefined) throw new Error(`${file}: ${step} failed: ${error}`);
      return { ...cost, answer: answer as T };
    },
    async end() {
      if (child.connected) child.disconnect();
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(force);
    },
  };
}

const question = (child: ChildProcess, asked: { n: number; step: string; input: object }): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`the process ended during ${asked.step}`));
    const limit = setTimeout(() => reject(new Error(`${asked.step} did not end`)), patienceMs);
    const hear = (answered: Answered) => {
      if (answered.n !== asked.n) return;
      clearTimeout(limit);
      child.off('message', hear);
      child.off('exit', gone);
      resolve(answered);
    };
    child.on('message', hear);
    child.once('exit', gone);
    child.send(asked);
  });
