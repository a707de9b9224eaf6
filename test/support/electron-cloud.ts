/** A real cloud for a test: a process of its own that can be stopped and started again, as a network that goes and returns. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export type Cloud = {
  /** Where it listens; the same after each start. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Starts a cloud with the demo shop in the folder given. */
export const startCloud = (folder: string): Promise<Cloud> => startProgram('src-cloud/server.ts', folder);

/** Starts a cloud whose one shop has nobody but its owner, and nothing. */
export const startEmptyCloud = (folder: string): Promise<Cloud> =>
  startProgram('test/support/empty-cloud-program.ts', folder);

/** Starts a cloud whose one shop exports to the simulated dealer there. */
export const startDealerCloud = (folder: string, dealerUrl: string): Promise<Cloud> =>
  startProgram('test/support/dealer-cloud-program.ts', folder, [dealerUrl]);

/** Who signs in to the empty shop. */
export const ownerOfEmptyShop = 'owner@new.example.com:new-shop-owner';

async function startProgram(program: string, folder: string, more: readonly string[] = []): Promise<Cloud> {
  const running = { child: await spawnCloud(program, folder, ['0', ...more]) };
  const url = running.child.url;
  return {
    url,
    stop: () => endProcess(running.child.process),
    start: async () => {
      running.child = await spawnCloud(program, folder, [new URL(url).port, ...more]);
    },
  };
}

async function spawnCloud(program: string, folder: string, [port = '0', ...more]: readonly string[]) {
  const child = spawn(process.execPath, [path.join(projectFolder, program), folder, port, ...more], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', SHOPFILE_CLOUD_DATA: folder, SHOPFILE_DEMO: '1', PORT: port },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the cloud ended with code ${code}`)));
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^shopfile-cloud: listening (\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
  return { process: child, url };
}

/** Ends a process as the network would: at once, and certainly. */
async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(force);
}
