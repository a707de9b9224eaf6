/** A PC of which a folder or a file becomes read-only, as a person without rights or a protected disk makes it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startFailureOf } from '../../../src-main/backend.ts';
import { prepareUserFolder } from '../../../src-main/os/user/user-folder.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { seen, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { noisyJpeg } from '../../support/photos.ts';
import { addPhoto } from './add-photo.ts';

export type ReadOnlyReport = {
  readonly place: string;
  readonly told: object | null;
  readonly wrong: readonly string[];
};

const [root = ''] = process.argv.slice(2);
const data = path.join(root, 'data');

function run(program: 'mount' | 'umount', ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${String(stderr)}`);
}

/** Does work while a place can only be read. */
async function readOnly<T>(place: string, work: () => Promise<T>): Promise<T> {
  run('mount', '--bind', place, place);
  run('mount', '-o', 'remount,bind,ro', place);
  try {
    return await work();
  } finally {
    run('umount', place);
  }
}

const open = (): Promise<BackendTrial> => openBackendTrial({ folder: data, role: null });

/** A start that must be refused; answers with which failure. */
async function refusal(): Promise<object | null> {
  try {
    await (await open()).backend.close();
    return null;
  } catch (error) {
    const known = startFailureOf(error);
    if (known === undefined) throw error;
    return known.failure;
  }
}

/** Tries what needs the place, and types something beside it. */
async function work(trial: BackendTrial, act: (trial: BackendTrial) => Promise<object | null>): Promise<object | null> {
  const told = await act(trial);
  await writeWorkfile(trial, 1);
  await trial.backend.close();
  return told;
}

const backUp = async (trial: BackendTrial): Promise<object | null> => (await trial.ask('backup.make', {})).failure;

async function photograph(trial: BackendTrial, workfileId: WorkfileId): Promise<object | null> {
  const reply = await addPhoto(trial, workfileId, noisyJpeg(50_000, 1));
  return reply.ok ? null : reply.failure;
}

// What the backend waits for keeps no process alive.
setInterval(() => undefined, 1_000);
const first = await openBackendTrial({ folder: data });
const { workfile } = await writeWorkfile(first, 4);
await backUp(first);
await photograph(first, workfile.id);
const before = seen(await sheetOf(first, workfile.id));
await first.backend.close();

const places: Readonly<Record<string, () => Promise<object | null>>> = {
  data: refusal,
  // What is there can be read, and the windows hear of it before anybody types.
  async 'data/shopfile.db'() {
    const trial = await open();
    const trouble = await trial.ask('disk.read', {});
    await sheetOf(trial, workfile.id);
    const reply = await trial.reply('workfile.create', {});
    await trial.backend.close();
    return reply.ok || reply.failure.kind !== 'unavailable' || reply.failure.what !== trouble?.what
      ? null
      : reply.failure;
  },
  'data/backups': async () => work(await open(), backUp),
  'data/photos': async () => work(await open(), (trial) => photograph(trial, workfile.id)),
  '': async () => prepareUserFolder({ userData: root, browser: path.join(root, 'browser') }),
};

for (const [place, meet] of Object.entries(places)) {
  const wrong: string[] = [];
  const told = await readOnly(path.join(root, place), meet);
  const again = await open();
  const after = seen(await sheetOf(again, workfile.id));
  if (after !== before) wrong.push('the workfile is not as it was');
  const made = await backUp(again);
  if (made !== null) wrong.push(`afterwards no backup: ${JSON.stringify(made)}`);
  await again.backend.close();
  const left = fs.readdirSync(root, { recursive: true }).filter((name) => /\.new$|writable$/.test(String(name)));
  if (left.length > 0) wrong.push(`left: ${left.join()}`);
  process.stdout.write(`${JSON.stringify({ place, told, wrong } satisfies ReadOnlyReport)}\n`);
}
process.exit(0);
