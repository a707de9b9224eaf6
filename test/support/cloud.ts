/** The real cloud for tests: in this process on a fresh database, or as a child process that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Cloud, startCloud } from '../../src-cloud/server.ts';
import { joinShop, openShop } from '../../src-cloud/services/shops.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import { uuidV7 } from '../../src-shared/base/ids.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { ExportTiming } from '../../src-shared/domain/dms/export-job.ts';
import { freshDatabase, type TestDatabase } from './cloud-database.ts';

export type Credentials = { readonly email: string; readonly password: string };
export type TestShop = {
  readonly id: ShopId;
  /** Adds a person in this role. */
  readonly hire: (role: Role) => Promise<Credentials & { readonly name: string }>;
};
export type Logged = { readonly event: string; readonly fields: Readonly<Record<string, string | number>> };
export type TestCloud = Cloud & {
  /** Where its database is; empty for an embedded one. */
  readonly databaseUrl: string;
  /** Starts a second cloud on the same database, as another server process would. */
  readonly beside: () => Promise<Cloud>;
  readonly openShop: (name?: string) => Promise<TestShop>;
  /** What the cloud wrote to its log. */
  readonly logged: readonly Logged[];
  /** Where the shops' photos lie. */
  readonly photosFolder: string;
};

export const demoEstimator: Credentials = {
  email: 'estimator@demo.example.com',
  password: 'demo-shop-estimator',
};
export const demoManager: Credentials = { email: 'office@demo.example.com', password: 'demo-shop-office' };

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
export const freshId = (): string => uuidV7(Date.now(), random(16));

type TestCloudOptions = {
  readonly demoWorkfiles?: number;
  readonly database?: TestDatabase;
  /** The simulated dealer, and how fast exports to it go. */
  readonly dealer?: { readonly url: string };
  readonly exportTiming?: ExportTiming;
};

/** Starts a cloud in this process on TEST_DATABASE_URL (embedded in memory by default), with a demo shop if asked. */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { place, drop } = options.database ?? (await freshDatabase());
  const photosFolder = await mkdtemp(path.join(os.tmpdir(), 'shopfile-photos-'));
  const logged: Logged[] = [];
  const start = (demoWorkfiles: number) =>
    startCloud({
      place,
      photosFolder,
      secret,
      ...(options.dealer === undefined ? {} : { dealer: options.dealer }),
      ...(options.exportTiming === undefined ? {} : { exportTiming: options.exportTiming }),
      ...anyPort,
      demoWorkfiles,
      log: (event, fields) => void logged.push({ event, fields }),
    });
  const cloud = await start(options.demoWorkfiles ?? 0);
  const close = async () => {
    await cloud.close();
    await drop();
    await rm(photosFolder, { recursive: true, force: true });
  };
  const databaseUrl = place.kind === 'postgres' ? place.url : '';
  const openShopHere = (name = 'Test Shop') => newShop(cloud, name);
  return { ...cloud, databaseUrl, beside: () => start(0), close, logged, photosFolder, openShop: openShopHere };
}

export const secret = 'a secret of at least thirty-two characters';
const anyPort = { host: '127.0.0.1', port: 0 };

async function newShop(cloud: Cloud, name: string): Promise<TestShop> {
  const id = freshId() as ShopId;
  await openShop(cloud.database, { id, name, timeZone: 'America/Chicago' });
  return {
    id,
    async hire(role) {
      const user = { name: `A ${role}`, email: `${role}-${freshId()}@example.com`, password: `secret-${freshId()}` };
      await joinShop(cloud.database, id, await cloud.authenticator.ensureUser(user), role);
      return user;
    },
  };
}

export type CloudProcess = {
  readonly url: string;
  readonly pid: number;
  /** What the process wrote to both its outputs. */
  readonly output: () => string;
  /** SIGKILL: no chance to finish anything. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; answers the exit code. */
  readonly stop: () => Promise<number | null>;
};
export type ProcessOptions = {
  readonly folder: string;
  readonly demo?: boolean;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts `src-cloud/server.ts` as a process of its own on an embedded folder. */
export async function spawnTestCloud(options: ProcessOptions): Promise<CloudProcess> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../src-cloud/server.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SHOPFILE_CLOUD_DATA: options.folder,
      SHOPFILE_DEMO: options.demo === true ? '1' : '0',
      PORT: String(options.port ?? 0),
      ...options.environment,
    },
  });
  const heard: string[] = [];
  child.stdout.on('data', (data) => heard.push(String(data)));
  child.stderr.on('data', (data) => heard.push(String(data)));
  const output = () => heard.join('');
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await Promise.race([addressOf(child), ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`the cloud did not start: ${output()}`);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    output,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

const addressOf = (child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }): Promise<string> =>
  new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^shopfile-cloud: listening (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });

/** A fresh folder for an embedded cloud, and how to remove it. */
export async function cloudFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shopfile-cloud-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
