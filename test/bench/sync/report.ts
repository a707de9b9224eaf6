/** How the figures of the systems are printed: medians with their spread, and the ratios that are wanted. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '../measure.ts';
import { figureOf } from '../measure.ts';
import type { ContestantName, Round, Told } from './contestants.ts';
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

export function printRounds(rounds: Rounds, workfiles: number, edits: number): void {
  const product = rounds.get('product') ?? [];
  const initial = printStep(`First sync of ${count(workfiles)} workfiles`, rounds, (round) => [round.initial]);
  printMoments(
    product.map((round) => round.initial),
    { usable: 'until the list is of use', equal: 'until compared' },
  );
  compareAll(initial, [{ than: 'pouchdb', atLeast: 7 }, { limit: 1.4 }]);

  const pull = printStep(
    `Pull of ${count(edits)} edits of one field on as many workfiles`,
    rounds,
    ({ pulls }) => pulls,
  );
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
    compareAll(new Map([...pull, ['product', own.median]]), [
      { than: 'pouchdb', atLeast: 10 },
      { than: 'rxdb', atLeast: 3 },
      { than: 'tinybase', atLeast: 1 },
      { limit: 2 },
    ]);
  }

  const push = printStep(`Push of ${count(edits)} edits of one field`, rounds, ({ pushes }) => pushes);
  printMoments(
    product.flatMap(({ pushes }) => pushes),
    { equal: 'until read back and compared' },
  );
  compareAll(push, [{ than: 'pouchdb', atLeast: 8 }, { limit: 2.3 }]);
  if (product.length > 0) printBytes(product, workfiles, edits);
}

/** Prints one step of every system; answers the medians of the time taken. */
function printStep(title: string, rounds: Rounds, step: Step): Medians {
  console.log(`\n${title}`);
  console.log(row('', ['ms, median [least..most] (n)', 'CPU of the PC', 'sent', 'received', 'memory']));
  const medians = new Map<ContestantName, number>();
  for (const [name, all] of rounds) {
    const costs = all.flatMap(step).map((cost) => ({ ...cost, ...cost.answer?.main }));
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
function printBytes(product: readonly Round[], workfiles: number, edits: number): void {
  const each = (values: readonly number[], of: number) => (figureOf(values).median / of).toFixed(0);
  const initial = each(
    product.map((round) => round.initial.received),
    workfiles,
  );
  const pulled = each(
    product.flatMap(({ pulls }) => pulls.slice(0, 1).map(({ received }) => received)),
    edits,
  );
  const pushed = each(
    product.flatMap(({ pushes }) => pushes.map(({ sent }) => sent)),
    edits,
  );
  console.log(`\nOn the wire, everything included: ${initial} bytes a workfile (wanted: at most 1360)`);
  console.log(`  ${pulled} bytes an edit pulled, ${pushed} an edit pushed (wanted: at most 150)`);
}

type Wanted = { readonly than: ContestantName; readonly atLeast: number } | { readonly limit: number };

const compareAll = (medians: Medians, wanted: readonly Wanted[]): void => {
  for (const one of wanted) compare(medians, one);
};

function compare(medians: Medians, wanted: Wanted): void {
  const other = 'limit' in wanted ? 'raw' : wanted.than;
  const [product, theirs] = [medians.get('product'), medians.get(other)];
  if (product === undefined || theirs === undefined) return;
  if ('limit' in wanted) {
    const ratio = product / theirs;
    console.log(
      `  ${mark(ratio <= wanted.limit)} ${ratio.toFixed(2)} times the raw limit (wanted: at most ${wanted.limit})`,
    );
  } else {
    const ratio = theirs / product;
    const than = labels[other].split(',')[0];
    console.log(
      `  ${mark(ratio >= wanted.atLeast)} ${ratio.toFixed(1)} times as fast as ${than} (wanted: at least ${wanted.atLeast})`,
    );
  }
}

/** Whether a wanted ratio is met; a machine that is busy can miss it, so nothing fails by it. */
export const mark = (met: boolean): string => (met ? 'met   ' : 'missed');

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
