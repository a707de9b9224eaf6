/** `npm run sim -- --seeds 2000 [--from 1] [--seed 17] [--threads 2] [--report file] [--store pglite]`: the last line says what came of it. */
import fs from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { runSeeds } from './crew.ts';
import { minimise } from './minimise.ts';
import { type Plan, planLine, usualPlan } from './plan.ts';
import { simulate } from './simulate.ts';
import type { Summary } from './worker.ts';

const { values: asked } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    threads: { type: 'string', default: String(Math.min(2, os.availableParallelism())) },
    report: { type: 'string' },
    // `pglite`, `postgres` for a server of its own, or the address of a database that nobody else uses.
    store: { type: 'string', default: 'memory' },
  },
});
for (const name of ['seeds', 'from', 'seed', 'threads'] as const) {
  // A run of no seeds would count as one without violations.
  if (!/^[1-9]\d*$/.test(asked[name] ?? '1')) throw new Error(`--${name} needs a whole number above 0`);
}
const say = (line: string) => void process.stdout.write(`${line}\n`);
const longestLine = 300;
const linesOfSeed = 8;
const minimised = 2;

const shops = asked.store === 'memory' ? undefined : await (await import('./real-shops.ts')).realShops(asked.store);
const play = (plan: Plan) => simulate(plan, shops?.storeOf);

const done = asked.seed === undefined ? await many() : [await one(Number(asked.seed))];
const failed = done.filter(({ violations }) => violations.length > 0).sort((a, b) => a.seed - b.seed);
for (const { seed, violations } of failed.slice(0, minimised))
  await makeSmall(usualPlan(seed), invariantOf(violations));
if (asked.report !== undefined) writeReport(asked.report);
await shops?.close();
say(lastLine());
process.exit(failed.length === 0 ? 0 : 1);

async function many(): Promise<readonly Summary[]> {
  const seeds = Array.from({ length: Number(asked.seeds) }, (_, i) => Number(asked.from) + i);
  const summaries: Summary[] = [];
  const hear = (summary: Summary) => {
    summaries.push(summary);
    if (summary.violations.length > 0) tellFailure(summary);
  };
  // One database is not shared between threads.
  if (shops === undefined) await runSeeds(seeds, Math.min(Number(asked.threads), seeds.length), hear);
  else for (const seed of seeds) hear(await play(usualPlan(seed)));
  return summaries;
}

/** Runs one seed and tells its story. */
async function one(seed: number): Promise<Summary> {
  const outcome = await play(usualPlan(seed));
  for (const line of outcome.story) say(`    ${line.slice(0, longestLine)}`);
  if (outcome.violations.length > 0) tellFailure(outcome);
  return outcome;
}

function tellFailure({ seed, violations }: Pick<Summary, 'seed' | 'violations'>): void {
  say(`seed ${seed} fails; again by: npm run sim -- --seed ${seed}`);
  for (const violation of violations.slice(0, linesOfSeed)) say(`  ${violation.slice(0, longestLine)}`);
  if (violations.length > linesOfSeed) say(`  and ${violations.length - linesOfSeed} more`);
}

/** Prints a plan that breaks the same invariant by as little as possible. */
async function makeSmall(plan: Plan, invariant: string): Promise<void> {
  const fails = async (smaller: Plan) => invariantOf((await play(smaller)).violations) === invariant;
  say(`seed ${plan.seed} made small, for test/sim/kept-plans.ts (${invariant}):`);
  say(planLine(await minimise(plan, fails)));
}

function invariantOf([first]: readonly string[]): string {
  return first?.split(':')[0] ?? 'nothing';
}

function lastLine(): string {
  const sum = (of: (summary: Summary) => number) => done.reduce((all, summary) => all + of(summary), 0);
  const did = `${sum(({ counts }) => counts.edits)} edits, ${sum(({ counts }) => counts.conflicts)} conflicts, ${sum(({ counts }) => counts.refused)} refused, ${sum(({ counts }) => counts.commands)} commands`;
  return `${done.length} seeds, ${sum(({ steps }) => steps)} steps (${did}), violations ${sum(({ violations }) => violations.length)}`;
}

/** The whole run counts as one test: two thousand seeds would drown the count of the others. */
function writeReport(file: string): void {
  const failures = failed.slice(0, 1).map(({ seed, violations }) => ({
    fullName: `${failed.length} seeds fail, the first of them ${seed}`,
    status: 'failed',
    failureMessages: violations,
  }));
  const testResults = [{ name: 'npm run sim', assertionResults: failures }];
  fs.writeFileSync(file, JSON.stringify({ numPassedTests: failed.length === 0 ? 1 : 0, testResults }));
}
