/** A simulated dealer's system as a program of its own, that can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Effect } from '../../src-cloud/dms/simulator/books.ts';
import type { Fault } from '../../src-cloud/dms/simulator/faults.ts';
import type { Recall } from '../../src-shared/domain/dms/export-job.ts';

const program = path.resolve(import.meta.dirname, '../../src-cloud/dms/simulator/program.ts');

export type Dealer = Awaited<ReturnType<typeof openDealer>>;

/** `port`: where it answers, if it was there before. */
export async function openDealer(journal: string, recall: Recall, lagMs = 0, port = 0) {
  const asked = ['--journal', journal, '--recall', recall, '--lag', String(lagMs), '--port', String(port)];
  const child = spawn(process.execPath, [program, ...asked], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const died = once(child, 'exit').then(() => {
    throw new Error('the dealer ended before it opened');
  });
  const [line] = (await Promise.race([once(lines, 'line'), died])) as [string];
  died.catch(() => undefined);
  const { url } = JSON.parse(line) as { readonly url: string };
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    async lay(fault: Partial<Fault> & Pick<Fault, 'kind'>): Promise<void> {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${url}/simulator/faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
    },
    journal: async (): Promise<readonly Effect[]> =>
      (await (await fetch(`${url}/simulator/journal`)).json()) as readonly Effect[],
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
