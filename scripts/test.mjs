/** `npm test`: sets a fresh machine up and runs every check and every test; the last lines name what failed and say how many passed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfChanged } from './build.mjs';
import { checks, passes, vitest } from './check.mjs';
import { playwright } from './e2e.mjs';
import { heldBack, shown } from './output.mjs';
import { trialProgram } from './package.mjs';
import { startPostgres } from './postgres.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { outcomeOf, reason } from './reports.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { complain, main, say, step } from './tell.mjs';

process.env.CI = 'true';
process.env.NO_COLOR = '1';
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-reports-'));
const cloud = ['test/integration/cloud'];
const total = { passed: 0, failures: /** @type {string[]} */ ([]), shaky: /** @type {string[]} */ ([]) };

await main(async () => {
  try {
    await setUp({ forTests: true });
    await step('Build', buildIfChanged);
    await everything();
  } catch (error) {
    total.failures.push(reason(error.message));
    complain(error);
  } finally {
    fs.rmSync(reports, { recursive: true, force: true });
  }
  for (const test of total.shaky) say(`~ passed at the second try: ${test}`);
  for (const failure of total.failures) say(`✗ ${failure}`);
  say(`${total.passed} passed, ${total.failures.length} failed`);
  return total.failures.length === 0 ? 0 : 1;
});

async function everything() {
  for (const check of checks()) if (!(await passes(check))) total.failures.push(check.name);
  await suite('unit and property tests', (told) => runVitest('unit', told));
  await suite('cloud tests on embedded databases', (told) => runVitest('integration', told, { files: cloud }));
  await suite('integration tests on PostgreSQL', onPostgres);
  // Each of the two rows has about one processor's work; of one of them the words come when a suite of it is over.
  await Promise.all([inWindows(), besideWindows()]);
}

async function inWindows() {
  await suite('whole jobs on Electron', (told) => runPlaywright('e2e', told));
  await suite('components in Chromium', (told) => runVitest('browser', told));
  const packaged = await passes({ name: 'package', program: inProject('scripts/package.mjs'), args: ['--dir'] });
  if (!packaged) total.failures.push('package');
  else await suite('the packaged app', (told) => runPlaywright('packaged', told, { PACKAGED_APP: trialProgram }));
}

async function besideWindows() {
  await heldSuite('sync schedules and the simulator itself', (told) => runVitest('sim', told));
  await heldSuite('2,000 seeds of simulated sync', (told) => runSim('memory', 2000, told));
  await heldSuite('50 seeds of simulated sync on PostgreSQL', (told) => runSim('postgres', 50, told));
  await heldSuite('trust under faults, kills and strangers', (told) => runVitest('trust', told));
}

function fileOf(name, ending) {
  return path.join(reports, `${name.replaceAll(' ', '-')}.${ending}`);
}

function heldSuite(name, work) {
  return suite(name, work, heldBack(fileOf(name, 'txt')));
}

/** Runs one suite, says how long it took, and adds its report to the total; a suite that cannot run does not stop the others. */
async function suite(name, work, output = shown) {
  const report = fileOf(name, 'json');
  const from = performance.now();
  output.say(`\n== ${name}`);
  const code = await work({ report, stdio: output.stdio }).catch((error) => complain(error));
  const { passed, failures, shaky } = outcomeOf(report, code === 0);
  total.passed += passed;
  total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
  total.shaky.push(...shaky.map((test) => `${name}: ${test}`));
  const took = ((performance.now() - from) / 1000).toFixed(1);
  output.say(`== ${name}: ${passed} passed, ${failures.length} failed (${took} s)`);
  output.end();
}

function runVitest(project, { report, stdio }, { files = [], env = {} } = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return run(node, [...vitest(project, ...reporters), ...files], { stdio, env: toolEnv(env) });
}

function runSim(store, seeds, { report, stdio }) {
  const args = ['--seeds', String(seeds), '--store', store, '--report', report];
  return run(node, [inProject('test/sim/run.ts'), ...args], { stdio, env: toolEnv({}) });
}

async function onPostgres(told) {
  const server = await startPostgres();
  try {
    return await runVitest('integration', told, { env: { TEST_DATABASE_URL: server.url } });
  } finally {
    await server.close();
  }
}

function runPlaywright(project, { report, stdio }, env = {}) {
  const reporters = '--reporter=list,json';
  const words = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env };
  return playwright([`--project=${project}`, reporters], words, stdio);
}
