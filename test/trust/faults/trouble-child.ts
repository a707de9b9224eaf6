/** A PC whose files fail in the middle of what somebody does; what it says, and what is there afterwards. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { startFailureOf } from '../../../src-main/backend.ts';
import { writeWhole } from '../../../src-main/os/replace-file.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { chanceOf } from '../../../src-shared/demo/chance.ts';
import { seen, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { noisyJpeg } from '../../support/photos.ts';
import { noFiles } from '../../support/user-files.ts';
import { addPhoto } from './add-photo.ts';
import { arm, disarm, type Fault, isHolding } from './failing-files.ts';
import { type FlowName, flowNames, type TroubleReport, type Verdict } from './trouble-report.ts';
import { wrongIn } from './trouble-verdict.ts';

type Desk = {
  readonly folder: string;
  /** Where exports and copies of backups go. */
  readonly out: string;
  readonly seed: number;
  readonly workfileId: WorkfileId;
  trial: BackendTrial;
};
/** What somebody does, and how it was answered. */
type Act = (desk: Desk) => Promise<Verdict>;

const opened = (desk: Pick<Desk, 'folder' | 'out'>): Promise<BackendTrial> =>
  openBackendTrial({
    folder: path.join(desk.folder, 'data'),
    role: null,
    system: { files: { ...noFiles, choose: async () => desk.out } },
  });

/** Ends the backend and opens it anew; a start that is refused is an answer, and is tried again without the fault. */
const restart: Act = async (desk) => {
  await desk.trial.backend.close();
  try {
    desk.trial = await opened(desk);
    return { ok: true };
  } catch (error) {
    const known = startFailureOf(error);
    if (known === undefined) throw error;
    disarm();
    desk.trial = await opened(desk);
    return { ok: false, failure: known.failure };
  }
};

const acts: Readonly<Record<FlowName, Act>> = {
  photo: ({ trial, workfileId, seed }) => addPhoto(trial, workfileId, noisyJpeg(90_000, seed)),
  async backup({ trial }) {
    const reply = await trial.reply('backup.make', {});
    if (!reply.ok) return reply;
    return reply.value.failure === null ? { ok: true } : { ok: false, failure: reply.value.failure };
  },
  export: ({ trial, workfileId }) => trial.reply('export.ems', { workfileId, tables: ['lin', 'ttl', 'veh'] }),
  async restore(desk) {
    const facts = await desk.trial.reply('pc.read', {});
    if (!facts.ok) return facts;
    const [newest] = facts.value.backups;
    if (newest === undefined) return { ok: false, failure: { kind: 'not-found', what: 'backup' } };
    const ordered = await desk.trial.reply('backup.restore', { id: newest.id, carry: true });
    return ordered.ok ? restart(desk) : ordered;
  },
  start: restart,
  async document({ out, seed }) {
    const file = path.join(out, 'document.txt');
    try {
      await writeWhole(file, `document ${seed}`);
      return { ok: true };
    } catch (error) {
      return {
        ok: false,
        failure: { kind: 'system', code: error instanceof Error && 'code' in error ? error.code : '' },
      };
    }
  },
};

async function play(base: string, workfileId: WorkfileId, { flow, seed }: Run): Promise<TroubleReport> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-trouble-'));
  fs.cpSync(base, folder, { recursive: true });
  const out = path.join(folder, 'out');
  const desk: Desk = { folder, out, seed, workfileId, trial: await opened({ folder, out }) };
  const before = seen(await sheetOf(desk.trial, workfileId));
  const fault = faultOf(desk, flow);
  arm(fault);
  const verdict = await acts[flow](desk);
  disarm();
  const met = fs.existsSync(fault.told) ? fs.readFileSync(fault.told, 'utf8').trim() : '';
  const wrong = wrongIn(fault, verdict);
  const again = await acts[flow](desk);
  if (!again.ok) wrong.push(`without the fault: ${JSON.stringify(again.failure)}`);
  const after = await sheetOf(desk.trial, workfileId);
  if (flow !== 'photo' && seen(after) !== before) wrong.push('the workfile is not as it was');
  await desk.trial.backend.close();
  wrong.push(...damageIn(path.join(folder, 'data/shopfile.db')), ...leftIn(folder));
  fs.rmSync(folder, { recursive: true, force: true });
  return { flow, seed, met, told: verdict.ok ? null : verdict.failure, wrong };
}

function damageIn(file: string): string[] {
  const database = new Database(file, { readonly: true });
  const verdict = String(database.pragma('quick_check(1)', { simple: true }));
  database.close();
  return verdict === 'ok' ? [] : [`damaged: ${verdict}`];
}

/** Drafts that have no name yet must not stay, and what has its name is whole. */
function leftIn(folder: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const drafts = files.filter(
    ({ name, parentPath }) => /\.new|\.restored$/.test(name) || parentPath.endsWith('arriving'),
  );
  const empty = files.filter(({ name, parentPath }) => {
    const isOutside = parentPath.endsWith('out') || parentPath.endsWith('backups');
    return isOutside && fs.statSync(path.join(parentPath, name)).size === 0;
  });
  return [
    ...drafts.map(({ name }) => `a draft was left: ${name}`),
    ...empty.map(({ name }) => `an empty file was left: ${name}`),
  ];
}

const errnos = ['EBUSY', 'EPERM', 'EACCES', 'ENOSPC', 'EIO'] as const;
/** So many calls of a flow may be the first that fails. */
const calls: Readonly<Record<FlowName, number>> = {
  photo: 14,
  backup: 14,
  export: 16,
  restore: 14,
  start: 8,
  document: 4,
};

function faultOf({ folder, seed }: Desk, flow: FlowName): Fault {
  const chance = chanceOf(seed);
  const errno = errnos[chance.below(errnos.length)] ?? 'EBUSY';
  return {
    folder,
    errno,
    nth: 1 + chance.below(calls[flow]),
    // A disk that is full or bad fails once.
    heldMs: isHolding(errno) ? chance.below(10_000) : 0,
    told: path.join(folder, 'met'),
  };
}

/** A PC with a workfile, a backup and an export, to be copied for every run. */
async function prepare(base: string): Promise<WorkfileId> {
  const out = path.join(base, 'out');
  fs.mkdirSync(out, { recursive: true });
  const trial = await openBackendTrial({
    folder: path.join(base, 'data'),
    role: 'manager',
    system: { files: { ...noFiles, choose: async () => out } },
  });
  const { workfile } = await writeWorkfile(trial, 6);
  await trial.ask('backup.make', {});
  await trial.ask('export.ems', { workfileId: workfile.id, tables: ['lin', 'ttl', 'veh'] });
  await trial.backend.close();
  return workfile.id;
}

type Run = { readonly flow: FlowName; readonly seed: number };

// What the backend waits for keeps no process alive.
setInterval(() => undefined, 1_000);
const seeds = JSON.parse(process.argv[2] ?? '[]') as readonly number[];
const base = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-trouble-base-'));
const workfileId = await prepare(base);
for (const seed of seeds) {
  const flow = flowNames[seed % flowNames.length] ?? 'photo';
  const report = await play(base, workfileId, { flow, seed }).catch((error: Error) => ({
    ...{ flow, seed, met: '', told: null },
    wrong: [String(error.stack)],
  }));
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
fs.rmSync(base, { recursive: true, force: true });
process.exit(0);
