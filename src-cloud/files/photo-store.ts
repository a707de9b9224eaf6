/** The shops' photos on a disk: a folder a shop, files by their content, and a place for what is still arriving. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';

/** Which file of which shop. The shop is always the caller's own. */
export type PhotoName = { readonly shop: ShopId; readonly sha256: Sha256; readonly part: PhotoPart };

/** What has arrived: its bytes, and the hash that they have. */
export type Arrived = { readonly bytes: Uint8Array; readonly sha256: string };

/** Where photos are kept; another kind of storage needs these acts and no more. */
export type PhotoStore = {
  /** How an upload is named among the arrivals of its shop. */
  readonly arrivalOf: (sha256: Sha256, part: PhotoPart) => string;
  /** Where a shop's uploads arrive, as the upload protocol's library wants it. */
  readonly arrivals: (shop: ShopId) => FileStore;
  /** The names of the uploads of a shop that are under way. */
  readonly listArrivals: (shop: ShopId) => Promise<readonly string[]>;
  /** Reads what has arrived; nothing when it is not there. */
  readonly readArrived: (name: PhotoName) => Promise<Arrived | undefined>;
  /**
   * Puts bytes that were checked into their place, to stay there. Not the arrival itself: another server process may
   * still be writing into that.
   */
  readonly keep: (name: PhotoName, bytes: Uint8Array) => Promise<void>;
  readonly dropArrived: (name: PhotoName) => Promise<void>;
  /** How many bytes lie in a photo's place; undefined where there is no file. */
  readonly sizeOf: (name: PhotoName) => Promise<number | undefined>;
  readonly open: (name: PhotoName) => ReadableStream<Uint8Array>;
};

const arrivalOf = (sha256: Sha256, part: PhotoPart): string => (part === 'full' ? sha256 : `${sha256}.thumb`);

const arrivalLastsMs = 7 * 24 * 60 * 60 * 1000;

/** Opens the photos of a folder. */
export function openPhotoStore(folder: string): PhotoStore {
  const stores = new Map<ShopId, FileStore>();
  const shopFolder = (shop: ShopId): string => path.join(folder, shop);
  const arriving = (shop: ShopId): string => path.join(shopFolder(shop), 'arriving');
  const arrivalFile = ({ shop, sha256, part }: PhotoName): string => path.join(arriving(shop), arrivalOf(sha256, part));
  const placeOf = ({ shop, sha256, part }: PhotoName): string =>
    path.join(shopFolder(shop), sha256.slice(0, 2), arrivalOf(sha256, part));
  const drop = async (name: PhotoName): Promise<void> => {
    await fs.rm(arrivalFile(name), { force: true });
    await fs.rm(`${arrivalFile(name)}.json`, { force: true });
  };
  return {
    arrivalOf,
    arrivals(shop) {
      const directory = arriving(shop);
      const store = stores.get(shop) ?? new FileStore({ directory, expirationPeriodInMilliseconds: arrivalLastsMs });
      stores.set(shop, store);
      return store;
    },
    async listArrivals(shop) {
      const names = await fs.readdir(arriving(shop)).catch(() => []);
      return names.filter((name) => !name.endsWith('.json'));
    },
    readArrived: (name) => readHashing(arrivalFile(name)),
    async keep(name, bytes) {
      const place = placeOf(name);
      await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const unnamed = await fs.mkdtemp(`${place}-`);
      await writeFlushed(path.join(unnamed, 'whole'), bytes);
      await fs.rename(path.join(unnamed, 'whole'), place);
      for (const above of [path.dirname(place), shopFolder(name.shop), folder]) await flush(above);
      await dropUnnamed(place);
      await drop(name);
    },
    dropArrived: drop,
    sizeOf: (name) => fs.stat(placeOf(name)).then(({ size }) => size, nothingIfMissing),
    open: (name) => Readable.toWeb(createReadStream(placeOf(name))) as ReadableStream<Uint8Array>,
  };
}

/** Hashes as it reads, so that nobody waits for one large file. */
async function readHashing(file: string): Promise<Arrived | undefined> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      hash.update(chunk as Buffer);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    return nothingIfMissing(error);
  }
  return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') };
}

function nothingIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a process that was killed left beside a photo that has its place now, and the empty folder of this one. */
async function dropUnnamed(place: string): Promise<void> {
  const [folder, prefix] = [path.dirname(place), `${path.basename(place)}-`];
  const left = (await fs.readdir(folder)).filter((name) => name.startsWith(prefix));
  for (const name of left) await fs.rm(path.join(folder, name), { recursive: true, force: true });
}
