/** A PC without its window whose data folder is known from outside, as the program's own is. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createBackend } from '../../src-main/backend.ts';
import { openAnchor } from '../../src-main/os/identity/anchor-file.ts';
import { asDesktop, type Desktop, type DesktopOptions, type Heard, threadFiles } from './desktop.ts';
import { migrationsDir } from './store.ts';
import { noFiles } from './user-files.ts';

export type AnchoredOptions = Pick<DesktopOptions, 'dataDir' | 'cloudUrl'> & {
  readonly name: string;
  readonly anchors: string;
};

/** What came to the log, by event. */
export type AnchoredDesktop = Desktop & { readonly logged: readonly string[] };

export async function openAnchoredDesktop({ dataDir, cloudUrl, name, anchors }: AnchoredOptions) {
  const heard: Heard[] = [];
  const logged: string[] = [];
  const machine = { hardware: 'one', name: 'front-desk' };
  const log = (event: string) => {
    logged.push(event);
    return event;
  };
  const backend = await createBackend({
    ...threadFiles,
    ...{ dataDir, cloudUrl, pcName: name, clock: Date.now, migrationsDir, files: noFiles, log },
    random: (count) => new Uint8Array(randomBytes(count)),
    secrets: { protect: async (plain) => plain, reveal: async (sealed) => sealed },
    anchor: openAnchor({ folder: anchors, dataDir, machine, unwritten: () => void log('anchor.unwritten') }),
    demoSignIn: null,
    notify: (notice, data) => void heard.push({ name: notice, data, at: performance.now() } as Heard),
  });
  const part = { name, dataDir: path.resolve(dataDir), heard, close: () => backend.close() };
  const desktop = asDesktop(part, (request, input) => backend.ask(request, input));
  return { ...desktop, logged } satisfies AnchoredDesktop;
}
