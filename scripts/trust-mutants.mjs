/** Harms a copy of the program in one small way after the other; a suite that stays green then proves nothing. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mutants } from '../test/trust/mutants.mjs';
import { inProject, node, root, toolEnv } from './project.mjs';
import { capture } from './run.mjs';
import { say, Trouble } from './tell.mjs';

const copied = /^(src-|test$|migrations$|scripts$|tsconfig|package\.json$|vitest\.config\.ts$)/;

/** Answers the exit code: 0 when every suite is green as it is and red with each harm. */
export async function runMutants(env) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-mutants-'));
  try {
    copyProgram(copy);
    const green = await soundSuites(copy, env);
    const survivors = [];
    for (const mutant of mutants) if (!(await isKilled(copy, mutant, env))) survivors.push(mutant.name);
    say(
      `\nmutants: ${mutants.length - survivors.length} of ${mutants.length} killed, ${green} suites green without harm`,
    );
    for (const name of survivors) say(`  alive: ${name}`);
    return survivors.length === 0 ? 0 : 1;
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

/** A suite that is red already would call every mutant killed. */
async function soundSuites(copy, env) {
  const known = new Map(mutants.map(({ suite, tests }) => [`${suite} ${tests ?? ''}`, { suite, tests }]));
  for (const one of known.values()) {
    const { failures, passed } = await runSuite(copy, one, env);
    say(`without harm: ${one.suite} ${failures.length === 0 && passed > 0 ? 'is green' : 'is RED'}`);
    if (failures.length > 0 || passed === 0)
      throw new Trouble(`${one.suite} is red without harm: ${failures[0] ?? 'nothing ran'}`);
  }
  return known.size;
}

async function isKilled(copy, mutant, env) {
  const file = path.join(copy, mutant.file);
  const sound = fs.readFileSync(file, 'utf8');
  const places = sound.split(mutant.find).length - 1;
  if (places !== 1) {
    throw new Trouble(
      `\`${mutant.name}\` finds its text ${places} times in ${mutant.file}.`,
      'the program has changed: write the harm anew in test/trust/mutants.mjs',
    );
  }
  fs.writeFileSync(
    file,
    sound.replace(mutant.find, () => mutant.replace),
  );
  const from = performance.now();
  const { failures } = await runSuite(copy, mutant, env);
  fs.writeFileSync(file, sound);
  const took = ((performance.now() - from) / 1000).toFixed(1);
  say(`${failures.length > 0 ? 'killed' : 'ALIVE '}: ${mutant.name}, by ${mutant.suite} (${took} s)`);
  if (failures.length > 0) say(`        ${failures[0]}`);
  return failures.length > 0;
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
