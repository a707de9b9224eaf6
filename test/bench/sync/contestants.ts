/** The systems that are measured side by side, and one round of each: first sync, pulls and pushes by a PC that is new. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Passed } from './steps.ts';
import { type Measured, startWorker, type Worker } from './worker.ts';
import { type Document, type EditBatch, editsOf } from './workload.ts';

export const contestants = {
  product: { server: 'sync/product-server.ts', client: 'sync/product-client.ts' },
  raw: { server: 'sync/raw-server.ts', client: 'sync/raw-client.ts' },
  pouchdb: { server: 'peers/pouchdb-server.mjs', client: 'peers/pouchdb-client.mjs' },
  rxdb: { server: 'peers/rxdb-server.mjs', client: 'peers/rxdb-client.mjs' },
  tinybase: { server: 'peers/tinybase-server.mjs', client: 'peers/tinybase-client.mjs' },
} as const;
export type ContestantName = keyof typeof contestants;

/** The work everybody gets; `file` holds the documents. */
export type Work = {
  readonly folder: string;
  readonly file: string;
  readonly documents: readonly Document[];
  readonly edits: number;
};

/** A system's cloud, started once and filled; it keeps the edits of every round. */
export type Cloud = { readonly name: ContestantName; readonly worker: Worker; readonly url: unknown; batch: number };

export async function openCloud(name: ContestantName, { file, folder }: Work): Promise<Cloud> {
  const own = path.join(folder, `${name}-cloud`);
  mkdirSync(own, { recursive: true });
  const worker = startWorker(contestants[name].server);
  return { name, worker, url: (await worker.ask('open', { file, folder: own })).answer, batch: 0 };
}

/** A new PC of a system. */
export async function openPc({ name, url }: Cloud, { file, folder }: Work): Promise<Worker> {
  const own = mkdtempSync(path.join(folder, `${name}-pc-`));
  const worker = startWorker(contestants[name].client);
  await worker.ask('open', { file, folder: own, url });
  return {
    ask: worker.ask,
    async end() {
      await worker.end();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** The moments that only the product tells; `main` is the one that the others end with: all is stored, or all is answered. */
export type Told =
  | { readonly main: Passed; readonly usable?: Passed; readonly listed?: Passed; readonly equal?: Passed }
  | undefined;
export type Round = {
  readonly initial: Measured<Told>;
  readonly pulls: readonly Measured<Told>[];
  readonly pushes: readonly Measured<Told>[];
};

/** The steps of a round besides the first sync. */
export type Steps = { readonly pulls: boolean; readonly pushes: boolean };

const repeats = 3;
/** Which workfiles are edited in the cloud, and which on the PC. */
const parts = { cloud: 0, pc: 1 } as const;

/** One round with a new PC. A side that did not get the edits makes the figures void, and says so. */
export async function runRound(cloud: Cloud, work: Work, steps: Steps): Promise<Round> {
  const pc = await openPc(cloud, work);
  try {
    const initial = await pc.ask<Told>('initial');
    const { answer: count } = await pc.ask<number>('count');
    if (count !== work.documents.length) throw new Error(`${cloud.name}: ${count} workfiles came`);
    const pulls: Measured<Told>[] = [];
    const pushes: Measured<Told>[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      if (steps.pulls) pulls.push(await runPull({ cloud, pc, work }));
      if (steps.pushes) pushes.push(await runPush({ cloud, pc, work }));
    }
    return { initial, pulls, pushes };
  } finally {
    await pc.end();
  }
}

type Running = { readonly cloud: Cloud; readonly pc: Worker; readonly work: Work };

async function runPull({ cloud, pc, work }: Running): Promise<Measured<Told>> {
  await pc.ask('leave');
  const batch = nextBatch(cloud, work, parts.cloud);
  await cloud.worker.ask('edit', batch);
  const pulled = await pc.ask<Told>('pull', batch);
  await expectEdits(pc, work, { batch, who: `${cloud.name}'s PC` });
  return pulled;
}

async function runPush({ cloud, pc, work }: Running): Promise<Measured<Told>> {
  await pc.ask('leave');
  const batch = nextBatch(cloud, work, parts.pc);
  await pc.ask('edit', batch);
  const pushed = await pc.ask<Told>('push', batch);
  await expectEdits(cloud.worker, work, { batch, who: `${cloud.name}'s cloud` });
  return pushed;
}

export function nextBatch(cloud: Cloud, { edits }: Pick<Work, 'edits'>, part: number): EditBatch {
  cloud.batch += 1;
  return { batch: cloud.batch, part, count: edits };
}

async function expectEdits(side: Worker, { documents }: Work, { batch, who }: { batch: EditBatch; who: string }) {
  const { answer } = await side.ask<readonly unknown[]>('values', batch);
  const missing = editsOf(documents, batch).filter(({ value }, i) => answer[i] !== value).length;
  if (missing > 0) throw new Error(`${who} has not got ${missing} of ${batch.count} edits`);
}
