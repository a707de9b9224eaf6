/** Measures side by side: product and limit take turns, so that a busy machine slows both. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a series of measurements says, in milliseconds. */
export type Figure = {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly p99: number;
  readonly count: number;
};

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), min: at(0), max: at(1), p99: at(0.99), count: sorted.length };
}

/** Milliseconds that work takes. */
export function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Runs each of the works once a round, in turns, after one round to warm up; one figure a work. */
export function takeTurns<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => number>>,
): Readonly<Record<Name, Figure>> {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) works[name]();
  for (let round = 0; round < rounds; round += 1) for (const name of names) taken.get(name)?.push(works[name]());
  return Object.fromEntries(names.map((name) => [name, figureOf(taken.get(name) ?? [])])) as Record<Name, Figure>;
}

/** `0.143 ms [0.140..0.158], p99 0.240 (n 200)`. */
export const printFigure = ({ median, min, max, p99, count }: Figure, unit = 'ms'): string =>
  `${round(median)} ${unit} [${round(min)}..${round(max)}], p99 ${round(p99)} (n ${count})`;

/** One comparison: the product, what it is compared with, how often it takes as long, and what is wanted. */
export function compare(name: string, sides: Sides): void {
  const { product, limit, plain, wanted, unit } = sides;
  console.log(name);
  console.log(`  product  ${printFigure(product, unit)}`);
  if (plain !== undefined) {
    console.log(`  plain    ${printFigure(plain, unit)}`);
    console.log(`  ratio    ${(product.median / plain.median).toFixed(2)} to plain`);
  }
  console.log(`  limit    ${printFigure(limit, unit)}`);
  console.log(`  ratio    ${(product.median / limit.median).toFixed(2)} (${wanted})`);
}

type Sides = {
  readonly product: Figure;
  readonly limit: Figure;
  /** The same answer by the statements that a program would ask at first. */
  readonly plain?: Figure;
  readonly wanted: string;
  readonly unit?: string;
};

/** The versions a figure holds for; packages are named as they are installed. */
export function printVersions(packages: readonly string[], more: Readonly<Record<string, string>> = {}): void {
  const installed = packages.map((name) => `${name} ${versionOf(name)}`);
  const others = Object.entries(more).map(([name, version]) => `${name} ${version}`);
  console.log([`Node ${process.versions.node}`, ...installed, ...others].join(', '));
}

function versionOf(name: string): string {
  const file = path.resolve(import.meta.dirname, '../../node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
