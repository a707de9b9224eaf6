/** The cloud's composition root: `node src-cloud/server.ts` serves; tests start the same thing inside their process. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ShopId, type UserId, uuidV7 } from '../src-shared/base/ids.ts';
import type { Role } from '../src-shared/domain/access/role.ts';
import type { ExportTiming } from '../src-shared/domain/dms/export-job.ts';
import type { DmsConnection } from '../src-shared/domain/dms/settings/connection.ts';
import { type Authenticator, createAuthenticator } from './auth/authenticator.ts';
import { createSessions } from './auth/sessions.ts';
import { commandShopsOf } from './db/command-store.ts';
import { type Database, openDatabase, type Place } from './db/database.ts';
import { createSeal, keyFrom } from './db/seal.ts';
import { shopsOf } from './db/shop-store.ts';
import { openPartner } from './dms/open-partner.ts';
import type { Partner } from './dms/partner.ts';
import { startDealer } from './dms/simulated-dealer.ts';
import { openPhotoStore } from './files/photo-store.ts';
import { createExportQueue } from './jobs/export-queue.ts';
import { createApp, type Log } from './routes/app.ts';
import { createBundler } from './services/bundler.ts';
import { createCalm } from './services/calm.ts';
import { fillDemoShop } from './services/demo-shop.ts';
import { connectDemoShop } from './services/dms/demo-connection.ts';
import { usualTiming } from './services/dms/timing.ts';
import { createWatch } from './services/dms/watch.ts';
import { attend } from './services/dms/worker.ts';
import { createLive } from './services/live.ts';
import { createPresence } from './services/presence.ts';
import { joinShop, openShop } from './services/shops.ts';

export type CloudOptions = {
  readonly place: Place;
  /** The folder of the shops' photos. */
  readonly photosFolder: string;
  /** Signs the sessions' tokens; at least 32 characters. */
  readonly secret: string;
  readonly host: string;
  readonly port: number;
  /** How many workfiles the demo shop has; 0 for no demo shop. */
  readonly demoWorkfiles: number;
  /** Whether the demo shop has profiles, canned operations and part codes too. */
  readonly demoLibraries?: boolean;
  /** Closes the secrets that shops give the cloud; where there is none, it follows from `secret`. */
  readonly key?: string;
  /** Where the simulated dealer is, or where the books of one are that is started with the cloud; none if absent. */
  readonly dealer?: { readonly url: string } | { readonly journal: string };
  /** Spans of the exports to dealers' systems, where they are not the usual ones. */
  readonly exportTiming?: ExportTiming;
  readonly log: Log;
};

export type Cloud = {
  readonly url: string;
  readonly database: Database;
  readonly authenticator: Authenticator;
  readonly close: () => Promise<void>;
};

/** Opens the database, then the door. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const dealer = await dealerOf(options);
  const database = await openDatabase(options.place, options.log);
  const authenticator = createAuthenticator(database, options.secret);
  const sessions = createSessions(database, authenticator);
  const reference = () => randomBytes(6).toString('hex');
  const calm = createCalm();
  const bundler = createBundler({ database, calm, log: options.log });
  const live = createLive(database);
  const presence = createPresence({ live, signals: database.signals, clock: Date.now });
  const timing = options.exportTiming ?? usualTiming;
  const queue = createExportQueue(database, options.log, timing.leaseMs);
  const commandShops = commandShopsOf(database, queue.wake);
  const heard: Pick<typeof live, 'tell'> = {
    tell(shop, seq) {
      live.tell(shop, seq);
      bundler.touch(shop);
    },
  };
  const exporting = {
    ...{ ...ownTime(), timing, commandShops, live: heard },
    seal: createSeal(keyFrom(options.key ?? options.secret)),
    partnerOf: partners(dealer?.url ?? null),
    log: options.log,
  };
  await queue.start((one) => attend(exporting, one));
  const app = createApp({
    ...exporting,
    clock: Date.now,
    database,
    bundler,
    calm,
    shops: shopsOf(database),
    sessions,
    presence,
    live: { ...live, ...heard },
    photos: openPhotoStore(options.photosFolder),
    reference,
  });
  const close = async () => {
    await app.close();
    presence.close();
    await queue.close();
    await bundler.close();
    await database.close();
    await dealer?.close();
  };
  try {
    if (options.demoWorkfiles > 0) {
      const manager = await openDemoShop({ database, authenticator }, options);
      if (dealer !== undefined) await connectDemoShop(exporting, demoShop.id, manager);
      bundler.touch(demoShop.id);
    }
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, database, authenticator, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function dealerOf({ dealer }: CloudOptions): Promise<{ url: string; close: () => Promise<void> } | undefined> {
  if (dealer === undefined) return undefined;
  return 'url' in dealer ? { url: dealer.url, close: async () => undefined } : startDealer(dealer.journal);
}

/** The ways to the shops' partners; each stays open, so that it signs in once. */
function partners(simulatorUrl: string | null) {
  const open = new Map<string, Partner | null>();
  return (connection: DmsConnection, timeoutMs: number): Partner | null => {
    const key = JSON.stringify([connection, timeoutMs]);
    const known = open.get(key);
    if (known !== undefined) return known;
    const newId = () => uuidV7(Date.now(), randomBytes(16));
    const opened = openPartner(connection, { clock: Date.now, newId, timeoutMs }, simulatorUrl);
    open.set(key, opened);
    return opened;
  };
}

/** Time as this process alone measures it. */
function ownTime() {
  const stopwatch = () => performance.now();
  return { stopwatch, watch: createWatch(stopwatch), pause: (ms: number) => pause(ms, undefined, { ref: false }) };
}

const demoShop = {
  id: '01933c00-0000-7000-8000-00000000d3e0' as ShopId,
  name: 'Harbor Lane Collision',
  timeZone: 'America/Chicago',
};
type DemoUser = { readonly name: string; readonly email: string; readonly password: string; readonly role: Role };
const demoEstimator: DemoUser = {
  name: 'Robin Ellery',
  email: 'estimator@demo.example.com',
  password: 'demo-shop-estimator',
  role: 'estimator',
};
const demoManager: DemoUser = {
  name: 'Dana Whitlock',
  email: 'office@demo.example.com',
  password: 'demo-shop-office',
  role: 'manager',
};

/** Makes what is missing of the demo shop, so that a start that was cut short is completed by the next. */
async function openDemoShop(
  { database, authenticator }: Pick<Cloud, 'database' | 'authenticator'>,
  { demoWorkfiles: count, demoLibraries: libraries = false }: CloudOptions,
): Promise<UserId> {
  await openShop(database, demoShop);
  const join = async (user: DemoUser) => {
    const person = await authenticator.ensureUser(user);
    await joinShop(database, demoShop.id, person, user.role);
    return person;
  };
  const person = await join(demoEstimator);
  const manager = await join(demoManager);
  await fillDemoShop(database, { shopId: demoShop.id, person, count, libraries, from: Date.now() });
  return manager;
}

/** The options of a server that was started by hand or by a script. */
function optionsFrom(environment: NodeJS.ProcessEnv): CloudOptions {
  const { DATABASE_URL: url, SHOPFILE_CLOUD_DATA: data, SHOPFILE_CLOUD_SECRET: given } = environment;
  const folder = path.resolve(data ?? '.data/cloud');
  const isEmbedded = url === undefined || url === '';
  const secret = isEmbedded ? (given ?? ownSecret(folder, 'secret')) : givenSecret(given);
  const isDemo = environment.SHOPFILE_DEMO === '1';
  return {
    place: isEmbedded ? { kind: 'folder', folder } : { kind: 'postgres', url },
    secret,
    key: environment.SHOPFILE_CLOUD_KEY ?? (isEmbedded ? ownSecret(folder, 'key') : secret),
    photosFolder: path.join(folder, 'photos'),
    host: environment.HOST ?? '127.0.0.1',
    port: Number(environment.PORT ?? 4600),
    demoWorkfiles: isDemo ? 200 : 0,
    demoLibraries: true,
    ...(isDemo ? { dealer: { journal: path.join(folder, 'dealer.ndjson') } } : {}),
    log: (event, fields) => void process.stderr.write(`${JSON.stringify({ event, ...fields })}\n`),
  };
}

function givenSecret(secret: string | undefined): string {
  if (secret !== undefined && secret.length >= 32) return secret;
  throw new Error('SHOPFILE_CLOUD_SECRET must hold at least 32 characters when DATABASE_URL is set');
}

/** An embedded cloud keeps its secrets beside its database, readable by its owner alone. */
function ownSecret(folder: string, name: 'secret' | 'key'): string {
  const file = path.join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

/** PGlite's errors carry its whole source; one line is enough. */
function giveUp(error: unknown): never {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`shopfile-cloud: ${words.slice(0, 400)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  process.once('uncaughtException', giveUp);
  process.once('unhandledRejection', giveUp);
  const cloud = await startCloud(optionsFrom(process.env));
  const stop = () => void cloud.close().then(() => process.exit(0), giveUp);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`shopfile-cloud: listening ${cloud.url}\n`);
}

if (import.meta.main) await main().catch(giveUp);
