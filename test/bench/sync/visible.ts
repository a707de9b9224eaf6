/** How long it takes until an edit made on one PC stands on another, both online; and how typing fares while a PC pulls. */
import { setTimeout as pause } from 'node:timers/promises';
import { figureOf } from '../measure.ts';
import { type Cloud, nextBatch, openPc, type Work } from './contestants.ts';
import { spread } from './report.ts';
import type { Verdicts } from './verdicts.ts';
import type { Worker } from './worker.ts';
import type { EditBatch } from './workload.ts';

const editCount = 60;
const pauseMs = 120;

export async function measureVisible(cloud: Cloud, work: Work, verdicts: Verdicts): Promise<void> {
  const [here, there] = [await openPc(cloud, work), await openPc(cloud, work)];
  try {
    for (const pc of [here, there]) await pc.ask('initial');
    const batch = nextBatch(cloud, { edits: editCount }, 0);
    for (const pc of [here, there]) await pc.ask('openAll', batch);
    const taken: number[] = [];
    for (let k = 0; k < editCount; k += 1) taken.push(await timeOf(here, there, { ...batch, k }));
    const figure = figureOf(taken);
    const p95 = taken.toSorted((a, b) => a - b)[Math.floor(editCount * 0.95)] ?? Number.NaN;
    console.log('\nAn edit on one PC until the window of another is told, both online');
    console.log(`  ${spread(figure)}, p95 ${p95.toFixed(0)} ms`);
    verdicts.add({
      ...{ target: 'T13', what: 'an edit on one PC until another shows it, p95', product: `${p95.toFixed(0)} ms` },
      ...{ than: 'limit', other: '150 ms', ratio: (p95 / 150).toFixed(2), wanted: 'at most 1', met: p95 <= 150 },
    });
  } finally {
    for (const pc of [here, there]) await pc.end();
  }
}

async function timeOf(here: Worker, there: Worker, edit: EditBatch & { readonly k: number }): Promise<number> {
  const heard = there.ask<number>('hear', edit);
  await pause(pauseMs);
  const { answer: made } = await here.ask<number>('editOne', edit);
  return (await heard).answer - made;
}

type Typed = { readonly latencies: readonly number[]; readonly blocks: readonly number[] };
/** No workfile is typed on that is pulled, as far as there are enough. */
const parts = { calm: 2, typed: 3, pulled: [4, 5, 6, 7, 8, 9] } as const;

export async function measureTyping(cloud: Cloud, work: Work, verdicts: Verdicts): Promise<void> {
  const pc = await openPc(cloud, work);
  try {
    await pc.ask('initial');
    await pc.ask('leave');
    const calm = await pc.ask<Typed>('typeFor', { ...nextBatch(cloud, work, parts.calm), ms: 1_000 });
    const batches = parts.pulled.map((part) => nextBatch(cloud, work, part));
    for (const batch of batches) await cloud.worker.ask('edit', batch);
    const typing = nextBatch(cloud, work, parts.typed);
    const { answer } = await pc.ask<Typed>('typeWhilePulling', { ...typing, pulled: batches.at(-1) });
    console.log(`\nTyping while ${(batches.length * work.edits).toLocaleString('en-US')} edits are pulled`);
    const edit = figureOf(answer.latencies);
    console.log(
      `  an edit, committed       ${spread(edit)}, p99 ${edit.p99.toFixed(1)} ms; before the pull ${spread(figureOf(calm.answer.latencies))}`,
    );
    const block = figureOf(answer.blocks);
    console.log(`  the backend was blocked  ${spread(block)}, p99 ${block.p99.toFixed(1)} ms`);
    verdicts.add({
      ...{ target: 'T7', what: 'block of the backend while it pulls, p99', product: `${block.p99.toFixed(1)} ms` },
      ...{
        than: 'limit',
        other: '10 ms',
        ratio: (block.p99 / 10).toFixed(2),
        wanted: 'at most 1',
        met: block.p99 <= 10,
      },
    });
  } finally {
    await pc.end();
  }
}
