/** How the figures of the systems are printed: medians with their spread, and the ratios that are wanted. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '../measure.ts';
import { figureOf } from '../measure.ts';
import type { ContestantName, Round, Told } from './contestants.ts';
import { mark, type Verdicts } from './verdicts.ts';
import type { Measured } from './worker.ts';

const labels: Readonly<Record<ContestantName, string>> = {
  product: 'the product',
  raw: 'raw limit: PostgreSQL → NDJSON → SQLite',
  pouchdb: 'PouchDB, leveldb on both sides',
  rxdb: 'RxDB, memory on both sides',
  tinybase: 'TinyBase, memory on both sides',
};

export type Rounds = ReadonlyMap<ContestantName, readonly Round[]>;
type Step = (round: Round) => readonly Measured<Told>[];
type Medians = ReadonlyMap<ContestantName, number>;

export type Shown = {
  readonly rounds: Rounds;
  readonly workfiles: number;
  readonly edits: number;
  readonly verdicts: Verdicts;
};

export function printInitial({ rounds, workfiles, verdicts }: Shown): void {
  const what = `first sync of ${count(workfiles)} workfiles`;
  const initial = printStep(what, rounds, (round) => [round.initial]);
  printMoments(
    (rounds.get('product') ?? []).map((round) => round.initial),
    { usable: 'until the list is of use', equal: 'until compared' },
  );
  compareAll({ target: 'T1', what, verdicts }, initial, [{ than: 'pouchdb', atLeast: 7 }, { limit: 1.4 }]);
}

export function printPulls({ rounds, edits, verdicts }: Shown): void {
  const what = `pull of ${count(edits)} edits`;
  const pull = printStep(`${what} of one field on as many workfiles`, rounds, ({ pulls }) => pulls);
  const product = rounds.get('product') ?? [];
  const first = (round: Round) => round.pulls.slice(0, 1);
  const later = (round: Round) => round.pulls.slice(1);
  for (const [words, part] of [
    ['not opened before', first],
    ['opened before', later],
  ] as const) {
    if (product.length === 0) break;
    const pulls = product.flatMap(part);
    const own = figureOf(pulls.map(({ answer, ms }) => answer?.main.ms ?? ms));
    console.log(row(`the product, on workfiles ${words}`, [spread(own)]));
    printMoments(pulls, { listed: '  until the list shows them', equal: '  until compared' });
    compareAll({ target: 'T3', what: `${what}, ${words}`, verdicts }, new Map([...pull, ['product', own.median]]), [
      { than: 'pouchdb', atLeast: 10 },
      { than: 'rxdb', atLeast: 3 },
      { than: 'tinybase', atLeast: 1 },
      { limit: 2 },
    ]);
  }
}

export function printPushes({ rounds, edits, verdicts }: Shown): void {
  const what = `push of ${count(edits)} edits`;
  const push = printStep(`${what} of one field`, rounds, ({ pushes }) => pushes);
  printMoments(
    (rounds.get('product') ?? []).flatMap(({ pushes }) => pushes),
    { equal: 'until read back and compared' },
  );
  compareAll({ target: 'T4', what, verdicts }, push, [{ than: 'pouchdb', atLeast: 8 }, { limit: 2.3 }]);
}

/** Prints one step of every system; answers the medians of the time taken. */
function printStep(title: string, rounds: Rounds, step: Step): Medians {
  console.log(`\n${title[0]?.toUpperCase()}${title.slice(1)}`);
  console.log(row('', ['ms, median [least..most] (n)', 'CPU of the PC', 'sent', 'received', 'memory']));
  const medians = new Map<ContestantName, number>();
  for (const [name, all] of rounds) {
    const costs = all.flatMap(step).map((cost) => ({ ...cost, ...cost.answer?.main }));
    if (costs.length === 0) continue;
    const wall = figureOf(costs.map(({ ms }) => ms));
    const median = (of: (cost: Measured) => number) => figureOf(costs.map(of)).median;
    medians.set(name, wall.median);
    const cells = [
      spread(wall),
      `${median(({ cpuMs }) => cpuMs).toFixed(0)} ms`,
      size(median(({ sent }) => sent)),
      size(median(({ received }) => received)),
      `${median(({ rssMiB }) => rssMiB).toFixed(0)} MiB`,
    ];
    console.log(row(labels[name], cells));
  }
  return medians;
}

type Moment = 'usable' | 'listed' | 'equal';

/** What comes before and after the moment that is compared. */
function printMoments(costs: readonly Measured<Told>[], moments: Readonly<Partial<Record<Moment, string>>>): void {
  if (costs.length === 0) return;
  for (const [moment, words] of Object.entries(moments)) {
    const values = costs.flatMap(({ answer }) => answer?.[moment as Moment]?.ms ?? []);
    console.log(row(`the product, ${words}`, [spread(figureOf(values))]));
  }
}

/** What travels for a workfile and for an edit, with every header of HTTP, compared and read back. */
export function printBytes({ rounds, workfiles, edits, verdicts }: Shown): void {
  const product = rounds.get('product') ?? [];
  const show = (what: string, bytes: readonly number[], { of, most }: { of: number; most: number }) => {
    if (bytes.length === 0) return;
    const each = figureOf(bytes).median / of;
    const figures = { product: `${each.toFixed(0)} bytes`, than: 'wire', other: '', ratio: (each / most).toFixed(2) };
    verdicts.add({ target: 'T12', what, ...figures, wanted: `at most ${most} bytes`, met: each <= most });
  };
  show(
    'a workfile in the first sync',
    product.map(({ initial }) => initial.received),
    { of: workfiles, most: 1_360 },
  );
  show(
    'an edit pulled',
    product.flatMap(({ pulls }) => pulls.slice(0, 1).map(({ received }) => received)),
    { of: edits, most: 150 },
  );
  show(
    'an edit pushed',
    product.flatMap(({ pushes }) => pushes.map(({ sent }) => sent)),
    { of: edits, most: 150 },
  );
}

type Wanted = { readonly than: ContestantName; readonly atLeast: number } | { readonly limit: number };
type About = { readonly target: string; readonly what: string; readonly verdicts: Verdicts };

const compareAll = (about: About, medians: Medians, wanted: readonly Wanted[]): void => {
  for (const one of wanted) compare(about, medians, one);
};

function compare({ target, what, verdicts }: About, medians: Medians, wanted: Wanted): void {
  const name = 'limit' in wanted ? 'raw' : wanted.than;
  const [product, theirs] = [medians.get('product'), medians.get(name)];
  if (product === undefined || theirs === undefined) return;
  const ratio = 'limit' in wanted ? product / theirs : theirs / product;
  const met = 'limit' in wanted ? ratio <= wanted.limit : ratio >= wanted.atLeast;
  const than = labels[name].split(/[,:]/)[0] ?? name;
  const times = 'limit' in wanted ? `times the ${than}` : `times as fast as ${than}`;
  const words = 'limit' in wanted ? `at most ${wanted.limit}` : `at least ${wanted.atLeast}`;
  console.log(`  ${mark(met)} ${ratio.toFixed(2)} ${times} (wanted: ${words})`);
  const figures = { product: `${ms(product)} ms`, than, other: `${ms(theirs)} ms`, ratio: ratio.toFixed(2) };
  verdicts.add({ target, what, ...figures, wanted: words, met });
}

export const spread = ({ median, min, max, count: n }: Figure): string =>
  `${ms(median)} [${ms(min)}..${ms(max)}] (${n})`;

/** The version of a package of the peers, as it is installed. */
export function peerVersion(name: string): string {
  const file = path.resolve(import.meta.dirname, '../peers/node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const count = (value: number): string => value.toLocaleString('en-US');
const size = (bytes: number): string =>
  bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 1024).toFixed(0)} KB`;
const widths = [30, 15, 10, 10, 10];
const row = (label: string, cells: readonly string[]): string =>
  `  ${label.padEnd(56)}${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('')}`.trimEnd();
