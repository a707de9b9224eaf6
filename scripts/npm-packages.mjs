/** The npm packages of the lockfile: installed when they are not exactly the ones that are there. */
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inProject, node } from './project.mjs';
import { capture } from './run.mjs';
import { say, step, Trouble } from './tell.mjs';

const tries = 3;

export async function npmPackages() {
  if (!areInstalled()) await step('Install npm packages (about a minute)', install);
  const { code, output } = await capture(node, ['-p', 'process.versions.napi']);
  if (code === 0 && Number(output) >= 10) return;
  throw new Trouble('The Node that comes with the npm packages does not run.', 'delete node_modules and start again.');
}

/** npm notes at the end of an install what it put where; every required package of the lockfile must be in that note. */
function areInstalled() {
  const note = inProject('node_modules/.package-lock.json');
  if (!fs.existsSync(note) || !fs.existsSync(node)) return false;
  const present = packagesOf(note);
  const wanted = Object.entries(packagesOf(inProject('package-lock.json')));
  return wanted
    .filter(([place, one]) => place.includes('node_modules/') && !one.optional && !one.link)
    .every(([place, one]) => present[place]?.version === one.version);
}

async function install() {
  for (let attempt = 1; ; attempt += 1) {
    const { code, output } = await capture('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
    if (code === 0) return;
    if (attempt === tries) throw troubleOf(output);
    say(`  That failed; try ${attempt + 1} of ${tries} …`);
    await pause(attempt * 5000);
  }
}

const troubleOf = (output) =>
  new Trouble(
    `npm could not install the packages:\n${output.trimEnd().split('\n').slice(-12).join('\n')}`,
    'check that the npm registry can be reached (`npm ping`) and that the disk has 2 GB free, then run `npm ci`.',
  );

const packagesOf = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;
