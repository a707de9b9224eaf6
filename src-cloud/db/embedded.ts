/** The embedded database: PGlite in a folder of its own, locked to one process, or in memory. */
import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { ClientConfig } from 'pg';
import type { Say } from './copying.ts';
import { type Started, startWhole } from './embedded-start.ts';
import { lockFolder } from './folder-lock.ts';
import { unmarkRestored } from './restore-marker.ts';

export type Embedded = {
  /** What a client of node-postgres needs to speak to it. */
  readonly config: () => ClientConfig;
  /** Whether it was damaged and now holds what its last copy held, and nobody called `noteRenewed` since. */
  readonly isRestored: boolean;
  /** Its epochs are renewed: the next start has nothing to make up for. */
  readonly noteRenewed: () => Promise<void>;
  /** All of it, packed. */
  readonly dump: () => Promise<Blob>;
  readonly close: () => Promise<void>;
};

export type EmbeddedPlace =
  | {
      readonly kind: 'folder';
      readonly folder: string;
      /** How often it is copied; every hour unless said otherwise. */
      readonly copyEveryMs?: number;
    }
  /** `content` is a dump of an embedded database. */
  | { readonly kind: 'memory'; readonly content?: Blob };

/** PGlite opens a folder twice without a word and then loses rows, so our lock comes first. */
export async function openEmbedded(place: EmbeddedPlace, say: Say): Promise<Embedded> {
  if (place.kind === 'memory')
    return embedded(
      { lite: await inMemory(place.content), isRestored: false, noteRenewed: async () => undefined },
      () => undefined,
    );
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(place.folder);
  try {
    const started = await startWhole(place.folder, say);
    return embedded({ ...started, noteRenewed: () => unmarkRestored(place.folder) }, release);
  } catch (error) {
    release();
    throw error;
  }
}

const inMemory = (content: Blob | undefined): Promise<PGlite> =>
  PGlite.create(content === undefined ? {} : { loadDataDir: content });

type Opened = Started & Pick<Embedded, 'noteRenewed'>;

function embedded({ lite, isRestored, noteRenewed }: Opened, release: () => void): Embedded {
  const close = async () => {
    await lite.close();
    release();
  };
  return { config: () => createPgConfig(lite), isRestored, noteRenewed, dump: () => lite.dumpDataDir('gzip'), close };
}
