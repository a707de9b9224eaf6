/** A PC on a small disk of its own that is filled in the middle of what somebody does, and emptied again. */
import fs from 'node:fs';
import path from 'node:path';
import { openStore } from '../../../src-main/db/open.ts';
import { StartFailure } from '../../../src-main/db/start-failure.ts';
import { createLog } from '../../../src-main/os/log.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { chanceOf } from '../../../src-shared/demo/chance.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { noisyJpeg } from '../../support/photos.ts';
import { migrationsDir, seededRandom } from '../../support/store.ts';
import { addPhoto } from './add-photo.ts';
import { createFiller, type Filler } from './filler.ts';

/** One thing that somebody does while the disk runs full, and everything that was wrong with it. */
export type FlowReport = {
  readonly flow: string;
  readonly seed: number;
  readonly saves: number;
  readonly wrong: readonly string[];
};
export const flows = ['save', 'log', 'backup', 'photo', 'migration', 'draft'] as const;
type Flow = (typeof flows)[number];

type Playing = {
  readonly folder: string;
  readonly filler: Filler;
  readonly seed: number;
  readonly flow: Flow;
  readonly wrong: string[];
};

async function play(playing: Playing): Promise<number> {
  const { folder, flow, wrong } = playing;
  if (flow === 'migration') return migrate(playing);
  const trial = await openBackendTrial({ folder });
  const sheet = await writeWorkfile(trial, 8);
  const desk = {
    trial,
    workfileId: sheet.workfile.id,
    lineIds: sheet.lines.map(({ id }) => id),
    acked: new Map<LineId, string>(),
  };
  await acts[flow](desk, playing);
  await trial.close();
  const again = await openBackendTrial({ folder });
  const { lines } = await again.ask('workfile.open', { workfileId: desk.workfileId });
  for (const [id, text] of desk.acked) {
    const found = lines.find((line) => line.id === id)?.text.description;
    if (found !== text) wrong.push(`an acknowledged line says ${found} instead of ${text}`);
  }
  const { health } = await again.ask('pc.check', {});
  if (health === null || health.faults.length > 0) wrong.push(`damaged: ${health?.faults.join()}`);
  await again.close();
  return desk.acked.size;
}

type Desk = {
  readonly trial: BackendTrial;
  readonly workfileId: WorkfileId;
  readonly lineIds: readonly LineId[];
  readonly acked: Map<LineId, string>;
};

const acts: Readonly<Record<Exclude<Flow, 'migration'>, (desk: Desk, playing: Playing) => Promise<void>>> = {
  async save(desk, { filler, seed, wrong }) {
    filler.fill(chanceOf(seed).below(300) * 1024);
    const what = await typeUntilRefused(desk);
    if (what !== 'disk-full') wrong.push(`a full disk was called ${what}`);
    await expectStrip(desk, wrong);
    filler.empty();
    await expectMended(desk, wrong);
  },
  async draft(desk, { filler, wrong }) {
    filler.fill(0);
    const place = { workfileId: desk.workfileId, place: 'contact/owner/name' };
    let refused = false;
    for (let n = 0; n < 400 && !refused; n += 1) {
      refused = !(await desk.trial.reply('draft.keep', { ...place, text: 'typed '.repeat(500) + n })).ok;
    }
    if (!refused) wrong.push('drafts are kept without room');
    await expectStrip(desk, wrong);
    filler.empty();
    await expectMended(desk, wrong);
    if (!(await desk.trial.reply('draft.keep', { ...place, text: 'at the end' })).ok)
      wrong.push('the draft was not kept');
  },
  async backup(desk, { folder, filler, wrong }) {
    await desk.trial.ask('backup.make', {});
    const before = fs.readdirSync(path.join(folder, 'backups'));
    filler.fill(180 * 1024);
    const { failure } = await desk.trial.ask('backup.make', {});
    if (failure?.kind !== 'unavailable' || failure.what !== 'disk-full')
      wrong.push(`a backup said ${JSON.stringify(failure)}`);
    const after = fs.readdirSync(path.join(folder, 'backups'));
    if (after.join() !== before.join()) wrong.push(`backups were ${before.join()} and are ${after.join()}`);
    await typeOnce(desk, 'beside a full disk');
    filler.empty();
    const done = await desk.trial.ask('backup.make', {});
    if (done.failure !== null) wrong.push(`no backup with room: ${JSON.stringify(done.failure)}`);
  },
  async photo(desk, { folder, filler, seed, wrong }) {
    const bytes = noisyJpeg(600_000, seed);
    filler.fill(chanceOf(seed).below(500) * 1024);
    const reply = await addPhoto(desk.trial, desk.workfileId, bytes);
    if (reply.ok || reply.failure.kind !== 'unavailable' || reply.failure.what !== 'disk-full') {
      wrong.push(`a photo without room: ${JSON.stringify(reply)}`);
    }
    filler.empty();
    await expectMended(desk, wrong);
    const left = fs.readdirSync(path.join(folder, 'photos'), { recursive: true, withFileTypes: true });
    if (left.some((entry) => entry.isFile()))
      wrong.push(`a piece of a photo was left: ${left.map(({ name }) => name).join()}`);
    if (!(await addPhoto(desk.trial, desk.workfileId, bytes)).ok) wrong.push('the photo was not taken with room');
  },
  async log(desk, { folder, filler, wrong }) {
    filler.fill(0);
    const log = createLog({ file: path.join(folder, 'logs/main.log'), clock: Date.now, words: new Set() });
    for (let n = 0; n < 2_000; n += 1) log('test.line', { count: n });
    filler.empty();
    log('test.end');
    if (!fs.readFileSync(path.join(folder, 'logs/main.log'), 'utf8').includes('test.end'))
      wrong.push('the log stopped');
    await typeOnce(desk, 'after the log');
  },
};

/** Types until an edit is refused; answers what the refusal names. */
async function typeUntilRefused(desk: Desk): Promise<string> {
  for (let n = 0; n < 5_000; n += 1) {
    const what = await typeOnce(desk, `typed ${n} `.padEnd(110, 'x'), n);
    if (what !== null) return what;
  }
  return 'nothing at all';
}

async function typeOnce({ trial, lineIds, acked }: Desk, description: string, n = 0): Promise<string | null> {
  const lineId = lineIds[n % lineIds.length];
  if (lineId === undefined) throw new Error('no line');
  const reply = await trial.reply('line.change', { lineId, group: 'text', value: { description } });
  if (!reply.ok) return reply.failure.kind === 'unavailable' ? reply.failure.what : reply.failure.kind;
  acked.set(lineId, description);
  return null;
}

/** The window is told, with the place and the room that is wanted; what is there can be read on. */
async function expectStrip({ trial, workfileId }: Desk, wrong: string[]): Promise<void> {
  const trouble = await trial.ask('disk.read', {});
  if (trouble?.what !== 'disk-full' || trouble.folder !== trial.folder || trouble.wantedBytes < 1_000_000) {
    wrong.push(`the windows hear ${JSON.stringify(trouble)}`);
  }
  if (!trial.told.some(({ name, data }) => name === 'disk.changed' && data !== null)) wrong.push('no window was told');
  if (!(await trial.reply('workfile.open', { workfileId })).ok) wrong.push('nothing can be read any more');
}

/** Without a restart, within seconds. */
async function expectMended(desk: Desk, wrong: string[]): Promise<void> {
  for (let n = 0; n < 600 && (await desk.trial.ask('disk.read', {})) !== null; n += 1) await rest(50);
  const what = await typeOnce(desk, 'typed with room again');
  if (what !== null) wrong.push(`with room again: ${what}`);
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An update on a full disk: refused, with everything as it was; done as soon as there is room. */
async function migrate({ folder, filler, seed, wrong }: Playing): Promise<number> {
  const older = path.join(folder, 'migrations');
  fs.mkdirSync(older, { recursive: true });
  const names = fs.readdirSync(migrationsDir).toSorted();
  for (const name of names.slice(0, -2)) fs.copyFileSync(path.join(migrationsDir, name), path.join(older, name));
  const open = (dir: string) =>
    openStore({
      ...{ dataDir: path.join(folder, 'data'), migrationsDir: dir, pid: process.pid, env: {}, clock: Date.now },
      ...{ stopwatch: () => performance.now(), random: seededRandom(1), log: () => undefined },
    });
  const store = await open(older);
  store.connection.exec("insert into setting (name, value) values ('kept', 'as it was')");
  store.close();
  filler.fill(chanceOf(seed).below(200) * 1024);
  const refused = await open(migrationsDir).catch((error: unknown) => error);
  if (!(refused instanceof StartFailure)) wrong.push(`an update on a full disk: ${String(refused)}`);
  else if (refused.failure.kind !== 'unavailable' || refused.failure.what !== 'disk-full') wrong.push(String(refused));
  filler.empty();
  const updated = await open(migrationsDir);
  const kept = updated.connection.prepare("select value from setting where name = 'kept'").pluck().get();
  if (kept !== 'as it was') wrong.push(`the update kept ${String(kept)}`);
  if (updated.connection.pragma('user_version', { simple: true }) !== names.length)
    wrong.push('the update was not made');
  updated.close();
  return 1;
}

// Behind everything that it names.
const { disk, runs } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly disk: string;
  readonly runs: readonly { readonly flow: Flow; readonly seed: number }[];
};

// What the backend waits for keeps no process alive.
setInterval(() => undefined, 1_000);
for (const { flow, seed } of runs) {
  const folder = path.join(disk, `${flow}-${seed}`);
  const filler = createFiller(disk);
  const wrong: string[] = [];
  const saves = await play({ folder, filler, seed, flow, wrong }).catch((error: Error) => {
    wrong.push(String(error.stack));
    return 0;
  });
  filler.empty();
  fs.rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify({ flow, seed, saves, wrong } satisfies FlowReport)}\n`);
}
process.exit(0);
