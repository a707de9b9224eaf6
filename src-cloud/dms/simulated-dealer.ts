/** Starts the simulated dealer's system as a program of its own, for as long as this one runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type SimulatedDealer = { readonly url: string; readonly close: () => Promise<void> };

const program = fileURLToPath(new URL('simulator/program.ts', import.meta.url));

/** `journal`: the file of its books. */
export async function startDealer(journal: string): Promise<SimulatedDealer> {
  const child = spawn(process.execPath, [program, '--journal', journal], {
    // Its channel ends with this process, however that ends; then it closes its books.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const died = ended.then(() => {
    throw new Error('the simulated dealer ended before it opened');
  });
  if (child.stdout === null) throw new Error('the simulated dealer has no voice');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), died])) as [string];
  died.catch(() => undefined);
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
