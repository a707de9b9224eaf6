/** Starts an Electron program once and says when its lines appeared, and what memory it takes then. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { processTree, pssOf } from './process-tree.ts';

export type Start = {
  readonly program: string;
  readonly folder: string;
  readonly userData: string;
  /** The lines of its output to wait for, in order. */
  readonly lines: readonly string[];
};

export type Started = { readonly ms: readonly number[]; readonly pssMiB: number };

const settleMs = 1_500;
const patienceMs = 60_000;

export async function startOnce({ program, folder, userData, lines }: Start): Promise<Started> {
  const from = performance.now();
  const child = spawn(program, [...asRoot(), '--disable-gpu', '--password-store=basic', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      SHOPFILE_USER_DATA: userData,
      SHOPFILE_CLOUD_URL: 'http://127.0.0.1:9',
      SHOPFILE_SIGN_IN: '',
    },
  });
  const seen = new Map<string, number>();
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => seen.set(line, performance.now() - from));
  await untilAll(lines, seen, child);
  await pause(settleMs);
  const pssMiB = pssOf(processTree(child.pid ?? 0));
  await end(child);
  return { ms: lines.map((line) => seen.get(line) ?? Number.NaN), pssMiB };
}

const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

async function untilAll(
  lines: readonly string[],
  seen: ReadonlyMap<string, number>,
  child: ChildProcess,
): Promise<void> {
  const last = performance.now() + patienceMs;
  while (!lines.every((line) => seen.has(line))) {
    if (child.exitCode !== null)
      throw new Error(`the program ended with code ${child.exitCode} before \`${lines.at(-1)}\``);
    if (performance.now() > last)
      throw new Error(`\`${lines.at(-1)}\` did not appear; seen: ${[...seen.keys()].join(', ')}`);
    await pause(2);
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(force);
}
