/** Harms a copy of the program in one small way after the other; a suite that stays green then proves nothing. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mutants } from '../test/trust/mutants.mjs';
import { inProject, node, root, toolEnv } from './project.mjs';
import { capture } from './run.mjs';
import { say, Trouble } from './tell.mjs';

const copied = /^(src-|test$|migrations$|scripts$|tsconfig|package\.json$|vitest\.config\.ts$)/;
const simSeeds = '20';

/** Answers the exit code: 0 when every suite is green as it is and red with each harm. */
export async function runMutants(env) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-mutants-'));
  try {
    copyProgram(copy);
    for (const mutant of mutants) checkPlace(copy, mutant);
    const sound = await soundSuites(copy, env);
    const results = [];
    for (const mutant of mutants) results.push(await harm(copy, mutant, env));
    say(`\n${tableOf(results)}`);
    const killed = results.filter(({ isKilled }) => isKilled).length;
    say(`\nmutants: ${killed} of ${mutants.length} killed, ${sound} suites green without harm`);
    return killed === mutants.length ? 0 : 1;
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
}

function copyProgram(copy) {
  const isWanted = (from) => !from.includes('node_modules') && !from.endsWith('dist');
  for (const name of fs.readdirSync(root).filter((one) => copied.test(one))) {
    fs.cpSync(inProject(name), path.join(copy, name), { recursive: true, filter: isWanted });
  }
  fs.symlinkSync(inProject('node_modules'), path.join(copy, 'node_modules'), 'dir');
}

function checkPlace(copy, { name, file, find }) {
  const places = fs.readFileSync(path.join(copy, file), 'utf8').split(find).length - 1;
  if (places === 1) return;
  throw new Trouble(
    `\`${name}\` finds its text ${places} times in ${file}.`,
    'the program has changed: write the harm anew in test/trust/mutants.mjs',
  );
}

/** A suite that is red already would call every mutant killed. */
async function soundSuites(copy, env) {
  const known = new Map(mutants.map(({ suite, tests }) => [`${suite} ${tests ?? ''}`, { suite, tests }]));
  for (const one of known.values()) {
    const { failures, passed } = await runOne(copy, one, env);
    const isGreen = failures.length === 0 && passed > 0;
    say(
      `without harm: ${one.suite}${one.tests === undefined ? '' : ` (${one.tests})`} is ${isGreen ? 'green' : 'RED'}`,
    );
    if (!isGreen) throw new Trouble(`${one.suite} is red without harm: ${failures[0] ?? 'nothing ran'}`);
  }
  return known.size;
}

/** Runs the mutant's suite with the harm done; the copy is sound again afterwards. */
async function harm(copy, mutant, env) {
  const file = path.join(copy, mutant.file);
  const sound = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(
    file,
    sound.replace(mutant.find, () => mutant.replace),
  );
  const from = performance.now();
  const { failures } = await runOne(copy, mutant, env);
  fs.writeFileSync(file, sound);
  const took = `${((performance.now() - from) / 1000).toFixed(1)} s`;
  const isKilled = failures.length > 0;
  say(`${isKilled ? 'killed' : 'ALIVE '}: ${mutant.name}, by ${mutant.suite} (${took})`);
  if (isKilled) say(`        ${failures[0]}`);
  return { name: mutant.name, suite: mutant.suite, isKilled, took };
}

const runOne = (copy, mutant, env) => (mutant.suite === 'sim' ? runSim(copy) : runSuite(copy, mutant, env));

/** Runs the simulator until all seeds have passed, or one has failed: making it small is not wanted here. */
function runSim(copy) {
  const args = [path.join(copy, 'test/sim/run.ts'), '--seeds', simSeeds];
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: copy, env: toolEnv(), stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    const failure = () => /^(seed \d+) fails.*\n {2}(.+)\n/m.exec(output);
    child.stdout.on('data', (part) => {
      output += part;
      if (failure() !== null) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const found = failure();
      const failures = found === null ? [] : [`${found[1]}: ${found[2].slice(0, 180)}`];
      if (code === 0 || found !== null) resolve({ passed: Number(simSeeds), failures });
      else reject(new Trouble(`the simulator could not run:\n${output.slice(-2_000)}`));
    });
  });
}

/** What failed in a suite, in a line each: tests that ran and said no, not files that could not be read. */
async function runSuite(copy, { suite, tests }, env) {
  const report = path.join(copy, 'report.json');
  fs.rmSync(report, { force: true });
  const which = tests === undefined ? [] : ['-t', tests];
  const args = ['--project', 'trust', '--bail', '1', '--reporter=json', `--outputFile=${report}`, ...which];
  const vitest = path.join(copy, 'node_modules/vitest/vitest.mjs');
  const counts = { TRUST_COUNT: '3', ...env };
  const { output } = await capture(node, [vitest, 'run', `test/trust/${suite}.trust.ts`, ...args], {
    cwd: copy,
    env: toolEnv(counts),
  });
  const read = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : { testResults: [] };
  const all = read.testResults.flatMap(({ assertionResults }) => assertionResults);
  if (all.length === 0) throw new Trouble(`${suite} could not run:\n${output.slice(-2_000)}`);
  const failed = all.filter(({ status }) => status === 'failed');
  return {
    passed: all.filter(({ status }) => status === 'passed').length,
    failures: failed.map(({ title, failureMessages }) => `${title}: ${wordsOf(failureMessages)}`),
  };
}

const wordsOf = ([message = '']) =>
  message
    .split('\n')
    .filter((line) => line.trim() !== '' && !/repeat it by|^\s+at /.test(line))
    .slice(0, 2)
    .join(' ')
    .slice(0, 200);

function tableOf(results) {
  const widest = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(({ name, suite, isKilled, took }) =>
      [name.padEnd(widest), suite.padEnd(16), isKilled ? 'killed' : 'ALIVE ', took.padStart(8)].join('  '),
    )
    .join('\n');
}
