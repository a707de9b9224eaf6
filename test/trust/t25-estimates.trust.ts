/** T25: hostile estimate files. Each ends in a message that names file and place; nothing is half imported; time and memory have an end. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend } from '../../src-main/backend.ts';
import { wordBriefly } from '../../src-renderer/words/failure-words.ts';
import { unwrap } from '../../src-shared/base/result.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { importPieceBytes } from '../../src-shared/ipc/exchange-requests.ts';
import type { Input, Output, Reply, RequestName } from '../../src-shared/ipc/requests.ts';
import { signInOn, trialOptions } from '../support/backend-trial.ts';
import { inventedSet } from '../support/exchange/invented-ems.ts';
import { freshFolder } from '../support/store.ts';
import { noFiles } from '../support/user-files.ts';
import { type Hostile, hostileEstimate, ways } from './hostile-estimates.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('T25', { few: ways, byName: 300 });
/** No file may take longer, nor more memory than this above what the process had. */
const mostMs = 20_000;
const mostBytes = 256 * 1024 * 1024;
const patience = 60_000 + suite.count * 2_000;

const place = freshFolder('t25');
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-t25-'));
const chosen = { path: null as string | null };
const broken: string[] = [];
const memory = { peak: 0 };
/** What is held, garbage of this file included. */
function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
let backend: Awaited<ReturnType<typeof createBackend>>;

beforeAll(async () => {
  await signInOn(place.folder);
  backend = await createBackend({
    ...trialOptions(place.folder),
    files: { ...noFiles, choose: async () => chosen.path },
    // Told between two pieces of a file: the moment when most of it is held.
    notify() {
      memory.peak = Math.max(memory.peak, held());
    },
    log(event) {
      if (event === 'request.broken') broken.push(event);
      return event;
    },
  });
});
afterAll(async () => {
  await backend.close();
  place.remove();
  rmSync(folder, { recursive: true, force: true });
});

const reply = async <N extends RequestName>(name: N, input: Input<N>) => (await backend.ask(name, input)) as Reply<N>;
const ask = async <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> =>
  unwrap(await reply(name, input));
const count = async (): Promise<number> =>
  (await ask('workfile.list', { text: '', offset: 0, limit: 1, sort: 'changed', descending: true })).total;

async function drop(files: ReadonlyMap<string, Uint8Array>): Promise<Reply<'import.read'>> {
  const all = [...files];
  const { ticket } = await ask('import.begin', { files: all.map(([name, bytes]) => ({ name, bytes: bytes.length })) });
  for (const [file, [, bytes]] of all.entries()) {
    for (let at = 0; at < bytes.length; at += importPieceBytes) {
      const base64 = Buffer.from(bytes.subarray(at, at + importPieceBytes)).toString('base64');
      await ask('import.piece', { ticket, file, at, base64 });
    }
  }
  return reply('import.read', { ticket, key: null });
}

/** What came of one file, beside the way it was broken. */
async function outcomeOf({ name, files }: Hostile) {
  const workfiles = await count();
  collect();
  const before = held();
  memory.peak = before;
  const from = performance.now();
  const read = await drop(files);
  const grown = Math.max(memory.peak, held()) - before;
  const ms = performance.now() - from;
  suite.most('MB at most', grown / 1024 / 1024);
  suite.most('ms at most', ms);
  const applied = read.ok
    ? await reply('import.apply', { ticket: read.value?.ticket ?? '', workfileId: null })
    : undefined;
  const failures = [read, applied].flatMap((one) => (one === undefined || one.ok ? [] : [one.failure]));
  const made = (await count()) - workfiles;
  return {
    name,
    isTaken: read.ok,
    isBounded: grown < mostBytes && ms < mostMs,
    isWhole: made === (applied?.ok === true ? 1 : 0),
    /** Each message names a file of the set. */
    isNamed: failures.every(
      (failure) =>
        failure.kind === 'unreadable' &&
        [...files.keys(), '4b53232a'].some((file) => wordBriefly(failure).includes(file)),
    ),
  };
}

test(
  'a hostile estimate is refused by file and place, or is harmless; nothing is half imported',
  async () => {
    for (let i = 0; i < suite.count; i += 1) {
      const seed = suite.seed + i;
      await suite.seeded(seed, async () => {
        const hostile = hostileEstimate(seed, chanceOf(seed));
        const outcome = await outcomeOf(hostile);
        const isTaken = outcome.isTaken && !hostile.mustFail;
        expect(outcome).toEqual({ name: hostile.name, isTaken, isBounded: true, isWhole: true, isNamed: true });
        suite.add(isTaken ? 'harmless' : 'refused', 1);
      });
    }
    expect(broken).toEqual([]);
  },
  patience,
);

test('a file that claims ten gigabytes is not even read', async () => {
  for (const [name, bytes] of inventedSet()) writeFileSync(path.join(folder, name), bytes);
  chosen.path = path.join(folder, '4b53232a.lin');
  truncateSync(chosen.path, 10 * 1024 ** 3);
  const from = performance.now();
  const before = held();
  expect(await reply('import.choose', {})).toMatchObject({
    failure: { kind: 'unreadable', file: '4b53232a.lin', why: 'too-large' },
  });
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(held() - before).toBeLessThan(mostBytes);
});

test('a reading that somebody stops ends, and makes nothing', async () => {
  const large = new TextEncoder().encode(`<a>${'<b>text</b>'.repeat(200_000)}</a>`);
  const { ticket } = await ask('import.begin', { files: [{ name: 'large.xml', bytes: large.length }] });
  for (let at = 0; at < large.length; at += importPieceBytes) {
    const base64 = Buffer.from(large.subarray(at, at + importPieceBytes)).toString('base64');
    await ask('import.piece', { ticket, file: 0, at, base64 });
  }
  const reading = reply('import.read', { ticket, key: null });
  await ask('import.cancel', {});
  expect(await reading).toEqual({ ok: true, value: null });
});
