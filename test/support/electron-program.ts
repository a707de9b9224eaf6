/** Runs a small program of its own on the real Electron: built for it, on a display, to its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from 'vite';

type Display = { readonly env: Readonly<Record<string, string>>; readonly close: () => void };

const script = (name: string): string => path.resolve(import.meta.dirname, '../../scripts', name);
const { openDisplay } = (await import(script('display.mjs'))) as {
  readonly openDisplay: (wish: { readonly always: boolean }) => Promise<Display>;
};
const { provideRuntime } = (await import(script('electron-runtime.mjs'))) as {
  readonly provideRuntime: () => Promise<{ readonly program: string }>;
};

/** The program's source, and a folder for what is built and for what it does. */
type Program = { readonly entry: string; readonly folder: string };

/** Throws where the program does not end well. */
export async function runOnElectron({ entry, folder }: Program): Promise<void> {
  await buildProgram({ entry, folder });
  const { program } = await provideRuntime();
  const display = await openDisplay({ always: true });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const file = path.join(folder, 'program.cjs');
  try {
    const child = spawn(program, [...asRoot, '--disable-gpu', `--user-data-dir=${folder}/data`, file, folder], {
      stdio: ['ignore', 'inherit', 'ignore'],
      env: { ...process.env, ...display.env },
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the program ended with ${code}`);
  } finally {
    display.close();
  }
}

const buildProgram = ({ entry, folder }: Program) =>
  build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: 'program.cjs', codeSplitting: false },
      },
    },
  });
