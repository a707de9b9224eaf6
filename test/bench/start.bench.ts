/** Starting the app, empty and with 100,000 workfiles, beside an Electron program that shows one line of text. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bigShop } from './big-shop.ts';
import { type Started, startOnce } from './electron-start.ts';
import { compare, figureOf, printVersions } from './measure.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const projectFolder = path.resolve(import.meta.dirname, '../..');
const program = process.env.ELECTRON_EXECUTABLE;
if (!program) throw new Error('ELECTRON_EXECUTABLE is not set: run `npm run bench -- start`');

const big = await bigShop(100_000);
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-start-'));
const userData = (name: string) => path.join(folder, name);
mkdirSync(userData('big'));
cpSync(big.dataDir, path.join(userData('big'), 'data'), { recursive: true });

const [window, list] = ['shopfile: window shown', 'shopfile: list ready'];
const sides = {
  bare: () =>
    startOnce({
      program,
      folder: path.join(import.meta.dirname, 'bare-electron'),
      userData: userData('bare'),
      lines: ['bare: window shown'],
    }),
  empty: () => startOnce({ program, folder: projectFolder, userData: userData('empty'), lines: [window] }),
  big: () => startOnce({ program, folder: projectFolder, userData: userData('big'), lines: [window, list] }),
};

try {
  printVersions(['better-sqlite3'], { Electron: electronVersion(program) });
  console.log(`${rounds} rounds in turns, after one to warm up; 100,000 workfiles in ${big.megabytes} MB\n`);
  const taken = await inTurns();
  const at = (name: keyof typeof sides, place: number) =>
    figureOf(taken[name].map(({ ms }) => ms[place] ?? Number.NaN));
  const pss = (name: keyof typeof sides) => figureOf(taken[name].map(({ pssMiB }) => pssMiB));
  const limit = at('bare', 0);
  compare('Spawn to first window, nothing on the PC yet', {
    product: at('empty', 0),
    limit,
    wanted: 'wanted: at most 1.5',
  });
  compare('Spawn to first window, 100,000 workfiles', { product: at('big', 0), limit, wanted: 'wanted: at most 1.5' });
  compare('Spawn to a list that answers, 100,000 workfiles', {
    product: at('big', 1),
    limit,
    wanted: 'wanted: at most 2.5',
  });
  compare('Memory of all processes (PSS), 100,000 workfiles', {
    product: pss('big'),
    limit: pss('bare'),
    wanted: 'wanted: at most 1.7',
    unit: 'MiB',
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function inTurns(): Promise<Readonly<Record<keyof typeof sides, readonly Started[]>>> {
  const taken = { bare: [] as Started[], empty: [] as Started[], big: [] as Started[] };
  const names = Object.keys(sides) as (keyof typeof sides)[];
  for (const name of names) await sides[name]();
  for (let round = 0; round < rounds; round += 1) for (const name of names) taken[name].push(await sides[name]());
  return taken;
}

function electronVersion(file: string): string {
  return /electron-(\d+\.\d+\.\d+)/.exec(file)?.[1] ?? path.basename(path.dirname(file));
}
