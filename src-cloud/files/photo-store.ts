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
  /** Puts what has arrived into its place, to stay there. */
  readonly keep: (name: PhotoName) => Promise<void>;
  readonly dropArrived: (name: PhotoName) => Promise<void>;
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
  const forget = (name: PhotoName) => fs.rm(`${arrivalFile(name)}.json`, { force: true });
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
    async keep(name) {
      const place = placeOf(name);
      await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await flush(arrivalFile(name), 'r+');
      await fs.rename(arrivalFile(name), place);
      for (const above of [path.dirname(place), shopFolder(name.shop), folder]) await flush(above, 'r');
      await forget(name);
    },
    async dropArrived(name) {
      await fs.rm(arrivalFile(name), { force: true });
      await forget(name);
    },
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') };
}

async function flush(place: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await fs.open(place, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
