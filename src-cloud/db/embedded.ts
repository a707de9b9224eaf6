/** The embedded database: PGlite in a folder of its own, locked to one process, or in memory. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { ClientConfig } from 'pg';
import { lockFolder } from './folder-lock.ts';

export type Embedded = {
  /** What a client of node-postgres needs to speak to it. */
  readonly config: () => ClientConfig;
  readonly close: () => Promise<void>;
};

type Place =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory'; readonly content?: Blob };

/** PGlite opens a folder twice without a word and then loses rows, so our lock comes first. */
export async function openEmbedded(place: Place): Promise<Embedded> {
  if (place.kind === 'memory') return started(memory(place.content), () => undefined);
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(place.folder);
  try {
    return await started(new PGlite(path.join(place.folder, 'database')), release);
  } catch (error) {
    release();
    throw error;
  }
}

const memory = (content: Blob | undefined): PGlite =>
  content === undefined ? new PGlite() : new PGlite({ loadDataDir: content });

async function started(lite: PGlite, release: () => void): Promise<Embedded> {
  await lite.waitReady;
  const close = async () => {
    await lite.close();
    release();
  };
  return { config: () => createPgConfig(lite), close };
}
