/** `npm test`: sets a fresh machine up and runs every check and every test; the last lines name what failed and say how many passed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfChanged } from './build.mjs';
import { checks, passes, vitest } from './check.mjs';
import { playwright } from './e2e.mjs';
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
  await suite('unit and property tests', (report) => runVitest('unit', report));
  await suite('cloud tests on embedded databases', (report) => runVitest('integration', report, { files: cloud }));
  await suite('integration tests on PostgreSQL', onPostgres);
  await suite('sync schedules and the simulator itself', (report) => runVitest('sim', report));
  await suite('2,000 seeds of simulated sync', (report) => runSim(report, 'memory', 2000));
  await suite('50 seeds of simulated sync on PostgreSQL', (report) => runSim(report, 'postgres', 50));
  await suite('trust under faults, kills and strangers', (report) => runVitest('trust', report));
  await suite('components in Chromium', (report) => runVitest('browser', report));
  await suite('whole jobs on Electron', (report) => runPlaywright('e2e', report));
  const packaged = await passes({ name: 'package', program: inProject('scripts/package.mjs'), args: ['--dir'] });
  if (!packaged) total.failures.push('package');
  else await suite('the packaged app', (report) => runPlaywright('packaged', report, { PACKAGED_APP: trialProgram }));
}

/** Runs one suite, says how long it took, and adds its report to the total; a suite that cannot run does not stop the others. */
async function suite(name, work) {
  const report = path.join(reports, `${name.replaceAll(' ', '-')}.json`);
  const from = performance.now();
  say(`\n== ${name}`);
  const code = await work(report).catch((error) => complain(error));
  const { passed, failures, shaky } = outcomeOf(report, code === 0);
  total.passed += passed;
  total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
  total.shaky.push(...shaky.map((test) => `${name}: ${test}`));
  say(`== ${name}: ${passed} passed, ${failures.length} failed (${((performance.now() - from) / 1000).toFixed(1)} s)`);
}

function runVitest(project, report, { files = [], env = {} } = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return run(node, [...vitest(project, ...reporters), ...files], { env: toolEnv(env) });
}

function runSim(report, store, seeds) {
  const args = ['--seeds', String(seeds), '--store', store, '--report', report];
  return run(node, [inProject('test/sim/run.ts'), ...args], { env: toolEnv({}) });
}

async function onPostgres(report) {
  const server = await startPostgres();
  try {
    return await runVitest('integration', report, { env: { TEST_DATABASE_URL: server.url } });
  } finally {
    await server.close();
  }
}

function runPlaywright(project, report, env = {}) {
  const reporters = '--reporter=list,json';
  return playwright([`--project=${project}`, reporters], { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env });
}
